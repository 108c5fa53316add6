/**
 * Draws shapes that others drag where they are now, by moving their elements and nothing else. The
 * outline of who has selected one goes along.
 */
import type { Editor, TLShapeId } from 'tldraw';
import type { Glide } from '../binding/gliding.ts';

type Point = readonly [x: number, y: number];

/** More at once are left to tldraw, which draws many for little more than one. */
const MOST = 24;

export class ShapeGlide implements Glide {
  #editor: Editor | undefined;
  readonly #shown = new Map<string, Point>();

  /** Until there is an editor, nothing can be drawn by hand. */
  attach(editor: Editor | undefined): void {
    this.#editor = editor;
  }

  may(id: string): boolean {
    const editor = this.#editor;
    if (editor === undefined || (!this.#shown.has(id) && this.#shown.size >= MOST)) return false;
    const shapeId = id as TLShapeId;
    if (editor.getSelectedShapeIds().includes(shapeId)) return false;
    return editor.getShape(shapeId) !== undefined && !editor.getCulledShapes().has(shapeId);
  }

  show(offsets: ReadonlyMap<string, Point>): void {
    for (const id of this.#shown.keys()) if (!offsets.has(id)) this.#place(id, undefined);
    for (const [id, offset] of offsets) this.#place(id, offset);
  }

  #place(id: string, offset: Point | undefined): void {
    if (offset === undefined) this.#shown.delete(id);
    else this.#shown.set(id, offset);
    const translate = offset === undefined ? '' : `${offset[0]}px ${offset[1]}px`;
    const escaped = CSS.escape(id);
    const elements = this.#editor
      ?.getContainer()
      .querySelectorAll<HTMLElement>(`[data-shape-id="${escaped}"], [data-outlines="${escaped}"]`);
    // Apart from `transform`, which is tldraw's.
    for (const element of elements ?? []) element.style.translate = translate;
  }
}
