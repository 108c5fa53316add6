/** What is done on a board to measure how it is kept: the same for every way, from one seed. */
import * as Y from 'yjs';
import { sampleShapes } from '../../client/canvas/binding/samples.ts';
import { aGeo, aNote, shapeId } from '../../client/canvas/binding/testBoard.ts';
import { lappIdOfShape } from '../../client/canvas/shapes/lapp/lappShape.ts';
import { run } from '../../shared/document/commands/command.ts';
import { addLapp } from '../../shared/sheet/commands/lapp.ts';
import { aSheet, at, type SeededRandom, seeded, TEST_ORIGIN } from '../world/sheets.ts';
import { type BoundBoard, OURS, tell, type Way } from './canvasWays.ts';

const SEED = 20_260_301;
const NOTES = 500;
const SHAPES = 150;
const STROKES = 80;
const POINTS = 120;
const STEPS = 20;
const TRIALS = 100;

export interface Growth {
  readonly before: number;
  readonly after: number;
}

type Shape = ReturnType<typeof aGeo>;

/** What lies on a board: everything, or drawings alone, as many. */
type Content = 'all' | 'drawings';

const boards = new Map<string, Uint8Array>();

/** A board as a workshop leaves it, notes, shapes and pen strokes, as somebody loads it. */
function aFullBoard(way: Way, content: Content): Y.Doc {
  const key = `${way.name}/${content}`;
  const state = boards.get(key) ?? Y.encodeStateAsUpdate(filledBoard(way, content));
  boards.set(key, state);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

function filledBoard(way: Way, content: Content): Y.Doc {
  const random = seeded(SEED);
  const { doc } = aSheet();
  const board = way.open(doc, { random: random.bytes, hasUndo: false });
  if (content === 'all') addNotes(way, board, random);
  const shapes = content === 'all' ? SHAPES : SHAPES + NOTES;
  const drawn = Array.from({ length: shapes + STROKES }, (_, place) => ({
    ...(place < shapes ? aGeo(`g${place}`) : aStroke(`s${place}`, random.int)),
    x: random.int(3000),
    y: random.int(2000),
  }));
  board.drag(1, () => board.store.put(drawn as Shape[]));
  board.frame();
  board.destroy();
  return doc;
}

function addNotes(way: Way, board: BoundBoard, random: SeededRandom): void {
  const notes = Array.from({ length: NOTES }, (_, place) => ({
    text: `Lapp ${place}: ${'noe vi må få gjort '.repeat(3)}`,
    xy: [random.int(3000), random.int(2000)] as const,
    author: 'Kari',
  }));
  if (way === OURS) {
    const writer = { origin: TEST_ORIGIN, random: random.bytes };
    for (const draft of notes) run(board.doc, addLapp(draft), writer);
  } else {
    const shapes = notes.map(({ text, xy }, place) => aNote(`n${place}`, text, xy));
    board.drag(1, () => board.store.put(shapes));
  }
}

function aStroke(name: string, int: (below: number) => number): Shape {
  const [draw] = sampleShapes().filter(({ type }) => type === 'draw');
  const points = Array.from({ length: POINTS }, (_, index) => ({
    x: index + int(100) / 100,
    y: int(10_000) / 100,
    z: 0.5,
  }));
  const props = { ...draw?.props, segments: [{ type: 'free', points }] };
  return { ...draw, id: shapeId(name), props } as Shape;
}

/** All that can be dragged. */
function shapesOf({ store }: BoundBoard): readonly Shape[] {
  return store
    .allRecords()
    .filter((record) => record.typeName === 'shape')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function move({ store }: BoundBoard, ids: readonly Shape['id'][], x: number): void {
  store.put(
    ids.flatMap((id) => {
      const shape = store.get(id);
      return shape === undefined ? [] : [{ ...shape, x, y: x / 2 }];
    }),
  );
}

/** Opens a full board for one person, whose changes reach a server's copy. */
function dragging(way: Way, content: Content = 'all', hasUndo = false) {
  const server = aFullBoard(way, content);
  const doc = new Y.Doc();
  tell(server, doc);
  const board = way.open(doc, { random: seeded(SEED + 1).bytes, hasUndo });
  let bytes = 0;
  doc.on('update', (update: Uint8Array) => {
    bytes += update.length;
    Y.applyUpdate(server, update);
  });
  const spent = () => {
    const sum = bytes;
    bytes = 0;
    return sum;
  };
  return { server, board, spent };
}

const size = (doc: Y.Doc): number => Y.encodeStateAsUpdate(doc).length;

/**
 * How the server's document grows by drags of so many shapes at once, each drag of others; with
 * undo: the document of the one who drags, whose undo keeps what was there.
 */
export function growthBy(way: Way, drags: number, together: number, hasUndo = false): Growth {
  const random = seeded(SEED + 2);
  const { server, board } = dragging(way, 'all', hasUndo);
  const shapes = shapesOf(board);
  const before = size(server);
  for (let drag = 0; drag < drags; drag += 1) {
    const ids = Array.from({ length: together }, () => random.pick(shapes).id);
    const from = random.int(3000);
    board.drag(STEPS, (step) => move(board, ids, from + step));
  }
  const grown = { before, after: size(hasUndo ? board.doc : server) };
  board.destroy();
  return grown;
}

/** Bytes that one move of one shape sends, on average. */
export function bytesPerMove(way: Way): number {
  const { board, spent } = dragging(way);
  const shapes = shapesOf(board);
  for (const [place, { id }] of shapes.entries()) board.drag(1, () => move(board, [id], place));
  board.destroy();
  return spent() / shapes.length;
}

/** Out of 100 times, how often both stand when two people move and recolour one shape apart. */
export function bothKept(way: Way): number {
  const random = seeded(SEED + 3);
  const full = aFullBoard(way, 'all');
  const people = [0, 1].map((index) => {
    const doc = new Y.Doc();
    doc.clientID = 1000 + random.int(1000) * 2 + index;
    tell(full, doc);
    return way.open(doc, { random: random.bytes, hasUndo: false });
  });
  const [alice, bob] = [at(people, 0), at(people, 1)];
  const shapes = shapesOf(alice).filter(({ id }) => isDrawing(id));
  let kept = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const { id } = at(shapes, trial % shapes.length);
    const color = ['red', 'blue'][trial % 2] ?? '';
    alice.drag(2, (step) => move(alice, [id], 5000 + trial + step));
    bob.drag(1, () => {
      const shape = bob.store.get(id);
      if (shape !== undefined) bob.store.put([{ ...shape, props: { ...shape.props, color } }]);
    });
    // Either may be heard of first.
    const [first, second] = trial % 4 < 2 ? [alice, bob] : [bob, alice];
    tell(first.doc, second.doc);
    tell(second.doc, first.doc);
    for (const board of people) board.frame();
    const isKept = people.every(({ store }) => {
      const shape = store.get(id);
      const props = shape?.props as { color?: string } | undefined;
      return shape?.x === 5002 + trial && props?.color === color;
    });
    if (isKept) kept += 1;
  }
  for (const board of people) board.destroy();
  return kept;
}

/** Whether it is drawn rather than a note. */
function isDrawing(id: string): boolean {
  return lappIdOfShape(id) === undefined && !id.startsWith('shape:n');
}

/** Updates that each move one drawing, and a board of drawings that has not heard of them. */
export function remoteMoves(way: Way, count: number) {
  const { server, board } = dragging(way, 'drawings');
  const doc = new Y.Doc();
  tell(server, doc);
  const other = way.open(doc, { random: seeded(SEED + 4).bytes, hasUndo: false });
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const shapes = shapesOf(other);
  for (let turn = 0; turn < count; turn += 1) {
    const { id } = at(shapes, turn % shapes.length);
    other.drag(1, () => move(other, [id], 4000 + turn));
  }
  other.destroy();
  return { board, updates };
}
