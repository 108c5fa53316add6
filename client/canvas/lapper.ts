/** What is done to notes on the canvas: each a command on the sheet, as in the form. */
import { type Editor, type TLShapeId, Vec, type VecLike } from 'tldraw';
import type { LappId } from '../../shared/ids/ids.ts';
import { GRID_GAP, LAPP_SIZE } from '../../shared/sheet/canvas/geometry.ts';
import {
  addLapp,
  addLapper,
  groupLapper,
  linesOf,
  ungroupLapper,
} from '../../shared/sheet/commands/lapp.ts';
import type { SectionKey } from '../../shared/sheet/schema/vocabulary.ts';
import { showShape } from './camera.ts';
import type { CanvasDesk } from './desk.ts';
import { sectionAt } from './page/sectionAreas.ts';
import { LAPP, type LappShape, lappIdOfShape, shapeIdOfLapp } from './shapes/lapp/lappShape.ts';

/** The notes among the selected shapes. */
export function selectedLapper(editor: Editor): readonly LappShape[] {
  return editor.getSelectedShapes().filter((shape): shape is LappShape => shape.type === LAPP);
}

export function lappIds(shapes: readonly LappShape[]): readonly LappId[] {
  return shapes.flatMap(({ id }) => lappIdOfShape(id) ?? []);
}

/** A new, empty note with its middle at a point, opened for writing. */
export function writeNewLapp(editor: Editor, desk: CanvasDesk, point: VecLike): void {
  if (editor.getIsReadonly()) return;
  const { width, height } = LAPP_SIZE;
  const xy = [Math.round(point.x - width / 2), Math.round(point.y - height / 2)] as const;
  const section: SectionKey | null = sectionAt(point.x, point.y) ?? null;
  const outcome = desk.run(
    addLapp({ text: '', xy, section, author: desk.author(), color: desk.color() }),
  );
  if (!outcome.ok) return;
  desk.binding.applyNow();
  editLapp(editor, shapeIdOfLapp(outcome.value));
}

/** The first note in reading order, in view. */
export function selectFirstLapp(editor: Editor): void {
  const first = editor.getCurrentPageShapesInReadingOrder().find(({ type }) => type === LAPP);
  if (first === undefined) return;
  editor.select(first.id);
  showShape(editor, first.id);
}

export function editLapp(editor: Editor, id: TLShapeId): void {
  if (editor.getIsReadonly() || editor.getShape(id) === undefined) return;
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) });
}

/** Where a note goes that is made by key: in the middle of what is seen, not on another's place. */
export function freePlace(editor: Editor): Vec {
  const centre = editor.getViewportPageBounds().center;
  const point = new Vec(centre.x, centre.y);
  const isTaken = () =>
    editor.getShapeAtPoint(point, { hitInside: true, filter: ({ type }) => type === LAPP });
  for (let tries = 0; tries < 40 && isTaken(); tries += 1) point.add({ x: 24, y: 24 });
  return point;
}

/** Groups the selected notes; false when there are not two of them, or other shapes among them. */
export function groupSelected(editor: Editor, desk: CanvasDesk): boolean {
  const lapper = selectedLapper(editor);
  if (lapper.length < 2 || lapper.length !== editor.getSelectedShapeIds().length) return false;
  desk.run(groupLapper(lappIds(lapper), desk.newGroup()));
  return true;
}

export function ungroupSelected(editor: Editor, desk: CanvasDesk): void {
  desk.run(ungroupLapper(lappIds(selectedLapper(editor))));
}

/** Whether all that is selected is notes, some of them in a group. */
export function isGroupOfLapper(editor: Editor): boolean {
  const lapper = selectedLapper(editor);
  return (
    lapper.length === editor.getSelectedShapeIds().length &&
    lapper.some(({ props }) => props.group !== '')
  );
}

/** Whoever selects one note of a group selects them all, and moves them together. */
export function keepGroupsTogether(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('instance_page_state', (before, after) => {
    if (before.selectedShapeIds === after.selectedShapeIds || after.editingShapeId !== null) {
      return after;
    }
    const had = new Set(before.selectedShapeIds);
    const groups = new Set<string>();
    for (const id of after.selectedShapeIds) {
      const shape = editor.getShape(id);
      if (!had.has(id) && shape?.type === LAPP) groups.add((shape as LappShape).props.group);
    }
    groups.delete('');
    if (groups.size === 0) return after;
    const all = new Set(after.selectedShapeIds);
    for (const shape of editor.getCurrentPageShapes()) {
      if (shape.type === LAPP && groups.has((shape as LappShape).props.group)) all.add(shape.id);
    }
    return { ...after, selectedShapeIds: [...all] };
  });
}

/**
 * One note for each line of a text, in a grid from a point, or in the middle of what is seen.
 * Answers how many.
 */
export function addLappLines(
  editor: Editor,
  desk: CanvasDesk,
  text: string,
  point: VecLike = freePlace(editor),
): number {
  const lines = linesOf(text);
  if (editor.getIsReadonly() || lines.length === 0) return 0;
  const { width, height } = LAPP_SIZE;
  const columns = Math.ceil(Math.sqrt(lines.length));
  const places = lines.map((_line, index): readonly [number, number] => [
    Math.round(point.x - width / 2 + (index % columns) * (width + GRID_GAP)),
    Math.round(point.y - height / 2 + Math.floor(index / columns) * (height + GRID_GAP)),
  ]);
  const section = sectionAt(point.x, point.y) ?? null;
  const made = desk.run(
    addLapper(lines, { section, color: desk.color(), author: desk.author() }, places),
  );
  if (!made.ok) return 0;
  desk.binding.applyNow();
  editor.select(...made.value.map(shapeIdOfLapp));
  return lines.length;
}
