/** Where the canvas looks: at the whole page, at one section, at a note. */
import { Box, type Editor, react, type TLShapeId, Vec } from 'tldraw';
import { A3_PAGE } from '../../shared/sheet/canvas/geometry.ts';
import type { SectionKey } from '../../shared/sheet/schema/vocabulary.ts';
import { areaOfSection } from './page/sectionAreas.ts';
import { type Bars, barsOf } from './ui/bars.ts';
import { isOutlineBeside } from './ui/outlineState.ts';

/** A little air around, in CSS pixels. */
const MARGIN = { top: 20, right: 20, left: 20 };
/** What lies over the canvas below, with the air above it. */
const BELOW_PX: Readonly<Record<Bars, number>> = { wide: 92, tight: 92, stacked: 144 };
/** As in canvas.css, with the air around it. */
const OUTLINE_PX = 344;
const MAX_ZOOM = 2;
const MOVE_MS = 220;

/**
 * The page stays fitted while the window changes around it (a panel, a turned phone), until somebody
 * looks elsewhere.
 */
export function keepFitted(editor: Editor): () => void {
  fitPage(editor, false);
  let fitted = editor.getCamera();
  let before = roomOf(editor);
  return react('keep the page fitted', () => {
    const room = roomOf(editor);
    if (room.equals(before)) return;
    const { x, y, z } = editor.getCamera();
    const isFitted = x === fitted.x && y === fitted.y && z === fitted.z;
    before = room;
    if (!isFitted) return;
    fitPage(editor, false);
    fitted = editor.getCamera();
  });
}

/** The page and nothing else, as large as the window allows. */
export function fitPage(editor: Editor, isMoved = true): void {
  look(editor, new Box(0, 0, A3_PAGE.width, A3_PAGE.height), isMoved, Number.POSITIVE_INFINITY);
}

/** One section, so large that it is easy to read. */
export function zoomToSection(editor: Editor, section: SectionKey): void {
  const area = areaOfSection(section);
  if (area !== undefined) look(editor, area, true, MAX_ZOOM);
}

/** A note or a drawing in the middle of the window, unless it is in view. */
export function showShape(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id);
  if (bounds === undefined) return;
  if (insideOf(editor).contains(bounds)) return;
  editor.centerOnPoint(bounds.center, motion(editor, true));
}

/** Life-size: one unit of the page is one pixel, around what is in the middle now. */
export function zoomToHundred(editor: Editor): void {
  editor.resetZoom(undefined, motion(editor, true));
}

/** The part of the window that nothing of ours lies over, in CSS pixels from its corner. */
function roomOf(editor: Editor): Box {
  const { w, h } = editor.getViewportScreenBounds();
  const left = isOutlineBeside(w) ? OUTLINE_PX : MARGIN.left;
  const width = Math.max(1, w - left - MARGIN.right);
  const height = Math.max(1, h - MARGIN.top - BELOW_PX[barsOf(w)]);
  return new Box(left, MARGIN.top, width, height);
}

/** What of the page can be seen there, in page units. */
function insideOf(editor: Editor): Box {
  const { x, y } = editor.getViewportScreenBounds();
  const room = roomOf(editor);
  const corner = editor.screenToPage({ x: x + room.x, y: y + room.y });
  const zoom = editor.getZoomLevel();
  return new Box(corner.x, corner.y, room.w / zoom, room.h / zoom);
}

function look(editor: Editor, area: Box, isMoved: boolean, maxZoom: number): void {
  const room = roomOf(editor);
  const zoom = Math.min(room.w / area.w, room.h / area.h, maxZoom);
  const x = (room.x + (room.w - area.w * zoom) / 2) / zoom - area.x;
  const y = (room.y + (room.h - area.h * zoom) / 2) / zoom - area.y;
  editor.setCamera(new Vec(x, y, zoom), motion(editor, isMoved));
}

function motion(editor: Editor, isMoved: boolean) {
  const isCalm = editor.user.getAnimationSpeed() === 0;
  return isMoved && !isCalm ? { animation: { duration: MOVE_MS } } : { immediate: true };
}
