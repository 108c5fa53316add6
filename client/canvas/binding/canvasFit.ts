/** Whether this program's tldraw reads the canvas records of a document as they were written. */
import type * as Y from 'yjs';
import { isPlainObject } from '../../../shared/document/schema/json.ts';
import { CANVAS_SCHEMA } from '../../../shared/sheet/schema/canvasSchema.ts';
import { collectionOf, headerOf } from '../../../shared/sheet/schema/roots.ts';

/**
 * `newer`: written by a later tldraw; this program must be updated before it can show the canvas.
 * `older`: the server has not brought it up to date yet, or it is an old copy on the device.
 */
export type CanvasFit = 'fits' | 'newer' | 'older';

/** Compares what the header says with what we write. A canvas without records always fits. */
export function canvasFit(doc: Y.Doc): CanvasFit {
  const written = headerOf(doc).get('canvasSchema');
  if (isPlainObject(written) && Object.entries(written).some(isNewer)) return 'newer';
  if (collectionOf(doc, 'canvas').size === 0) return 'fits';
  if (!isPlainObject(written)) return 'older';
  return Object.entries(CANVAS_SCHEMA).every(([name, version]) => written[name] === version)
    ? 'fits'
    : 'older';
}

const OURS: Readonly<Record<string, number>> = CANVAS_SCHEMA;

function isNewer([sequence, version]: readonly [string, unknown]): boolean {
  if (typeof version !== 'number') return false;
  const ours = Object.hasOwn(OURS, sequence) ? OURS[sequence] : undefined;
  return ours === undefined || version > ours;
}
