/** What other programs write, in transactions of somebody else's. For tests. */
import type { TLShape } from 'tldraw';
import * as Y from 'yjs';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { sampleShapes } from './samples.ts';
import type { TestBoard } from './testBoard.ts';

const ELSEWHERE = 'elsewhere';

/** Stores keys under an id, whatever they are. */
export function store(board: TestBoard, id: string, keys: object): void {
  board.doc.transact(() => {
    collectionOf(board.doc, 'canvas').set(id, new Y.Map(Object.entries(keys)));
  }, ELSEWHERE);
}

export function setKey(board: TestBoard, id: string, key: string, value: unknown): void {
  const record = collectionOf(board.doc, 'canvas').get(id);
  if (!(record instanceof Y.Map)) throw new RangeError(`No ${id}`);
  board.doc.transact(() => record.set(key, value), ELSEWHERE);
}

export function quarantined(board: TestBoard): readonly string[] {
  return board.binding.notices.getState().quarantined;
}

/** A shape of tldraw's, by its type. */
export function sample(type: string): TLShape {
  const shape = sampleShapes().find((candidate) => candidate.type === type);
  if (shape === undefined) throw new RangeError(`No ${type}`);
  return shape;
}
