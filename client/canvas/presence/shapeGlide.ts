/**
 * Draws shapes that others drag where they are now, by moving their elements and nothing else. The
 * outline of who has selected one goes along.
 */
import type { Editor, TLShapeId } from 'tldraw';
import type { Glide } from '../binding/gliding.ts';

type Point = readonly [x: number, y: number];

/** The class of an outline, which says in `data-outlines` of which shape. */
export const OUTLINE = 'peer-selection';
/** More at once are left to tldraw, which draws many for little more than one. */
const MOST = 24;

export class ShapeGlide implements Glide {
  #editor: Editor | undefined;
  readonly #shown = new Map<string, Point>();
  /** tldraw's elements of what is shown: to look for them at each step costs more than to move them. */
  readonly #shapes = new Map<string, readonly HTMLElement[]>();

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
    const translate = offset === undefined ? '' : `${offset[0]}px ${offset[1]}px`;
    // Apart from `transform`, which is tldraw's.
    for (const element of this.#shapesOf(id)) element.style.translate = translate;
    for (const element of this.#outlinesOf(id)) element.style.translate = translate;
    if (offset !== undefined) this.#shown.set(id, offset);
    else {
      this.#shown.delete(id);
      this.#shapes.delete(id);
    }
  }

  #shapesOf(id: string): readonly HTMLElement[] {
    const known = this.#shapes.get(id);
    if (known?.length !== 0 && known?.every(({ isConnected }) => isConnected)) return known;
    const selector = `[data-shape-id="${CSS.escape(id)}"]`;
    const found = this.#editor?.getContainer().querySelectorAll<HTMLElement>(selector);
    const shapes = [...(found ?? [])];
    this.#shapes.set(id, shapes);
    return shapes;
  }

  /** Those come and go with who has selected the shape. */
  #outlinesOf(id: string): readonly HTMLElement[] {
    const outlines = this.#editor?.getContainer().getElementsByClassName(OUTLINE) ?? [];
    return [...outlines].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element.dataset['outlines'] === id,
    );
  }
}
