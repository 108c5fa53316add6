/**
 * A note on the canvas as tldraw knows it: a picture of an entity in `lapper`, never stored as a
 * shape. The words that people type go into the entity's `Y.Text`; `text` is what they read now.
 */
import { createShapeId, type RecordProps, T, type TLBaseShape, type TLShapeId } from 'tldraw';
import type { LappId } from '../../../../shared/ids/ids.ts';

export const LAPP = 'lapp';

export type LappShape = TLBaseShape<
  typeof LAPP,
  {
    readonly text: string;
    /** A key of the note colours, or another program's word. */
    readonly color: string;
    readonly author: string;
    /** The section that it belongs to, or empty. */
    readonly section: string;
    /** Notes with the same word here stand together; empty for none. */
    readonly group: string;
    /** What it was turned into (`tiltak` …), or empty. */
    readonly became: string;
  }
>;

export const lappShapeProps: RecordProps<LappShape> = {
  text: T.string,
  color: T.string,
  author: T.string,
  section: T.string,
  group: T.string,
  became: T.string,
};

const PREFIX = 'lapp-';

/** The shape that stands for a note. */
export function shapeIdOfLapp(id: string): TLShapeId {
  return createShapeId(`${PREFIX}${id}`);
}

/** The note that a shape stands for; undefined for any other shape. */
export function lappIdOfShape(id: string): LappId | undefined {
  const start = `shape:${PREFIX}`;
  return id.startsWith(start) ? (id.slice(start.length) as LappId) : undefined;
}
