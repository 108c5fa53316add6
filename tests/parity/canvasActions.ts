/** What people do on the canvas, through the store as tldraw's tools do. */
import {
  aBinding,
  aGeo,
  aShape,
  PAGE_ID,
  shapeId,
  type TestBoard,
} from '../../client/canvas/binding/testBoard.ts';
import type { SeededRandom } from '../world/sheets.ts';

export interface Hand {
  readonly board: TestBoard;
  readonly random: SeededRandom;
  /** A name that nobody else has. */
  readonly mint: () => string;
}

type Shape = ReturnType<TestBoard['shape']>;

const COLORS = ['black', 'red', 'blue', 'green'];
const INDICES = ['a1', 'a1', 'a2', 'a3', 'a2V', 'Zz', 'a5'];

function shapes({ board }: Hand): readonly Shape[] {
  return Object.values(board.records()).filter((record) => record.typeName === 'shape');
}

function drawings(hand: Hand): readonly Shape[] {
  return shapes(hand).filter(({ type }) => type !== 'lapp');
}

function some<T>({ random }: Hand, all: readonly T[], most: number): readonly T[] {
  return random.shuffled(all).slice(0, 1 + random.int(most));
}

function draw(hand: Hand): void {
  const { board, random } = hand;
  const place = { x: random.int(900), y: random.int(900), index: random.pick(INDICES) as never };
  board.put({ ...aGeo(hand.mint()), ...place });
}

function drawStroke(hand: Hand): void {
  const { board, random } = hand;
  const points = Array.from({ length: 2 + random.int(300) }, (_, x) => ({ x, y: x % 7, z: 0.5 }));
  const props = {
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    segments: [{ type: 'free', points }],
    isComplete: true,
    isClosed: false,
    isPen: false,
    scale: 1,
  };
  board.put({ ...aShape(hand.mint(), 'draw', props), x: random.int(900), y: random.int(900) });
}

/** An arrow between two things, or from one to nowhere. */
function connect(hand: Hand): void {
  const { board, random } = hand;
  const ends = some(hand, shapes(hand), 2);
  const id = hand.mint();
  const props = {
    kind: 'arc',
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    font: 'draw',
    start: { x: 0, y: 0 },
    end: { x: random.int(100), y: 1 },
    bend: 0,
    text: '',
    labelPosition: 0.5,
    scale: 1,
    elbowMidPoint: 0.5,
  };
  board.put(aShape(id, 'arrow', props));
  ends.forEach((end, index) => {
    board.put(aBinding(hand.mint(), shapeId(id), end.id, index === 0 ? 'start' : 'end'));
  });
}

/** Ends an arrow, which may be somebody else's, on something. */
function rebind(hand: Hand): void {
  const arrows = shapes(hand).filter(({ type }) => type === 'arrow');
  const [arrow] = some(hand, arrows, 1);
  const [end] = some(hand, shapes(hand), 1);
  if (arrow === undefined || end === undefined) return;
  hand.board.put(aBinding(hand.mint(), arrow.id, end.id, hand.random.pick(['start', 'end'])));
}

function move(hand: Hand): void {
  const { board, random } = hand;
  for (const { id } of some(hand, shapes(hand), 4)) {
    board.change(id, { x: random.int(900), y: random.int(900) });
  }
}

function turnRound(hand: Hand): void {
  for (const { id } of some(hand, shapes(hand), 2)) {
    hand.board.change(id, { rotation: hand.random.int(6) });
  }
}

function recolour(hand: Hand): void {
  for (const { id } of some(hand, drawings(hand), 3)) {
    const { props } = hand.board.shape(id);
    if ('color' in props) hand.board.changeProps(id, { color: hand.random.pick(COLORS) });
  }
}

function resize(hand: Hand): void {
  for (const { id } of some(hand, drawings(hand), 2)) {
    const { props } = hand.board.shape(id);
    if ('w' in props) hand.board.changeProps(id, { w: 10 + hand.random.int(200) });
  }
}

function type(hand: Hand): void {
  const [shape] = some(hand, drawings(hand), 1);
  if (shape === undefined || !('richText' in shape.props)) return;
  const text = { type: 'text', text: `ord ${hand.random.int(100)}` };
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [text] }] };
  hand.board.changeProps(shape.id, { richText });
}

function erase(hand: Hand): void {
  const ids = some(hand, shapes(hand), 2).map(({ id }) => id);
  const bindings = Object.values(hand.board.records()).filter(
    (record) =>
      record.typeName === 'binding' &&
      ids.some((id) => id === record.fromId || id === record.toId) &&
      hand.random.chance(0.7),
  );
  hand.board.remove(...ids, ...bindings.map(({ id }) => id));
}

function reorder(hand: Hand): void {
  for (const { id } of some(hand, shapes(hand), 3)) {
    hand.board.change(id, { index: hand.random.pick(INDICES) as never });
  }
}

/** Lays things into one another, circles and all, or out on the page again. */
function regroup(hand: Hand): void {
  for (const { id } of some(hand, shapes(hand), 2)) {
    const parent = hand.random.chance(0.3) ? PAGE_ID : hand.random.pick(shapes(hand)).id;
    if (parent !== id) hand.board.change(id, { parentId: parent });
  }
}

function group(hand: Hand): void {
  const members = some(hand, shapes(hand), 4);
  const id = hand.mint();
  hand.board.put(aShape(id, 'group', {}));
  for (const member of members) hand.board.change(member.id, { parentId: shapeId(id) });
}

function duplicate(hand: Hand): void {
  for (const shape of some(hand, shapes(hand), 3)) {
    hand.board.put({ ...shape, id: shapeId(hand.mint()), x: shape.x + 20, y: shape.y + 20 });
  }
}

/** What there was when a gesture began, by board. */
const begun = new WeakMap<TestBoard, readonly Shape[]>();

function beginOrEnd(hand: Hand): void {
  const { board } = hand;
  if (board.binding.isInGesture) board.binding.endGesture();
  else {
    begun.set(board, shapes(hand));
    board.binding.beginGesture();
  }
}

/**
 * A gesture is given up: records that it changed are put back whole, as tldraw does, also those
 * that somebody else has changed or removed meanwhile.
 */
function giveUp(hand: Hand): void {
  const { board } = hand;
  if (!board.binding.isInGesture) return;
  const before = begun.get(board) ?? [];
  board.put(...before.filter((shape) => !board.has(shape.id) || board.shape(shape.id) !== shape));
  board.binding.endGesture();
}

function undo({ board }: Hand): void {
  if (!board.binding.isInGesture) board.undo.undo();
}

function redo({ board }: Hand): void {
  if (!board.binding.isInGesture) board.undo.redo();
}

/** What is done, and how often: the first number of every line, out of their sum. */
export const CANVAS_ACTIONS: readonly (readonly [number, (hand: Hand) => void])[] = [
  [8, draw],
  [2, drawStroke],
  [4, connect],
  [2, rebind],
  [14, move],
  [3, turnRound],
  [5, recolour],
  [4, resize],
  [4, type],
  [5, erase],
  [5, reorder],
  [5, regroup],
  [2, group],
  [4, duplicate],
  [5, giveUp],
  [12, beginOrEnd],
  [4, undo],
  [2, redo],
];
