/**
 * Two canvases with tldraw's own editors on copies of one sheet, so that what the editors do by
 * themselves in return to others' changes is tried as it is: arrows let go of what is removed and
 * follow what they end on, groups of one dissolve. Driven by `binding.spec.ts`.
 */
import * as Y from 'yjs';
import {
  boardsOf,
  freshRecords,
  lookAround,
  meet,
  PAGE_ID,
  shapeId,
  type TestBoard,
} from '../../../../client/canvas/binding/testBoard.ts';
import { type Editor, mountEditor } from '../../../../client/canvas/binding/testEditor.tsx';
import { canonicalJson } from '../../../../shared/document/schema/json.ts';
import { at, type SeededRandom, seeded } from '../../../world/sheets.ts';

declare global {
  interface Window {
    /** What differs between the two after a random history; empty when all is well. */
    twoEditors: (seed: number, turns: number) => Promise<readonly string[]>;
  }
}

interface Person {
  readonly board: TestBoard;
  readonly editor: Editor;
}

const FRAMES = 30;
const MEETINGS = 6;

window.twoEditors = async (seed, turns) => {
  const random = seeded(seed);
  const people = await twoPeople();
  const faults: string[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await happen(people, random, turn);
    if (turn % 20 === 19 || turn === turns - 1) {
      await settle(people);
      faults.push(...unlike(people).map((fault) => `after turn ${turn}: ${fault}`));
    }
  }
  return faults;
};

async function twoPeople(): Promise<readonly Person[]> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root');
  return await Promise.all(
    boardsOf(new Y.Doc(), 2).map(async (board) => {
      const element = root.appendChild(document.createElement('div'));
      return { board, editor: await mountEditor(element, board.store) };
    }),
  );
}

async function happen(people: readonly Person[], random: SeededRandom, turn: number) {
  const { board, editor } = random.pick(people);
  const act = random.pick(ACTS);
  board.gesture(() => act(editor, random, `s${turn}`));
  if (random.chance(0.15)) {
    if (random.chance(0.7)) board.undo.undo();
    else board.undo.redo();
    board.frame();
  }
  if (!random.chance(0.3)) return;
  meet(...people.map((person) => person.board));
  await painted();
}

type Act = (editor: Editor, random: SeededRandom, name: string) => void;

function some(editor: Editor, random: SeededRandom, most: number) {
  const ids = [...editor.getCurrentPageShapeIds()].sort();
  return random.shuffled(ids).slice(0, 1 + random.int(most));
}

function draw(editor: Editor, random: SeededRandom, name: string): void {
  editor.createShape({ id: shapeId(name), type: 'geo', x: random.int(900), y: random.int(600) });
}

function connect(editor: Editor, random: SeededRandom, name: string): void {
  editor.createShape({ id: shapeId(name), type: 'arrow' });
  for (const [place, toId] of some(editor, random, 2).entries()) {
    if (editor.getShape(toId)?.type !== 'geo') continue;
    const props = { terminal: place === 0 ? 'start' : 'end' };
    editor.createBinding({ type: 'arrow', fromId: shapeId(name), toId, props });
  }
}

function moveSome(editor: Editor, random: SeededRandom): void {
  for (const id of some(editor, random, 3)) {
    const shape = editor.getShape(id);
    if (shape !== undefined) editor.updateShape({ ...shape, x: random.int(900) });
  }
}

function lay(editor: Editor, random: SeededRandom): void {
  const [id, into] = some(editor, random, 2);
  if (id === undefined || into === undefined) return;
  const isGroup = editor.getShape(into)?.type === 'group' && random.chance(0.7);
  editor.reparentShapes([id], isGroup ? into : PAGE_ID);
}

const ACTS: readonly Act[] = [
  draw,
  draw,
  connect,
  connect,
  moveSome,
  moveSome,
  lay,
  (editor, random) => editor.deleteShapes(some(editor, random, 1)),
  (editor, random) => editor.groupShapes(some(editor, random, 4)),
  (editor, random) => editor.ungroupShapes(some(editor, random, 2)),
  (editor, random) => editor.bringToFront(some(editor, random, 2)),
  (editor, random) => editor.sendToBack(some(editor, random, 2)),
  (editor, random) => editor.duplicateShapes(some(editor, random, 2), { x: 10, y: 10 }),
];

/** Everybody hears of everything, until nobody has more to say. */
async function settle(people: readonly Person[]): Promise<void> {
  const boards = people.map(({ board }) => board);
  for (let meeting = 0; meeting < MEETINGS; meeting += 1) {
    meet(...boards);
    lookAround(...boards);
    for (const board of boards) board.frames(FRAMES);
    await painted();
  }
}

function unlike(people: readonly Person[]): readonly string[] {
  return people.flatMap(({ board }, place) => [
    ...(board.isWaiting ? [`${place} goes on for ever`] : []),
    ...board.binding.notices.getState().quarantined.map((path) => `${place} has left out ${path}`),
    ...differences(`${place}, fresh`, board.records(), freshRecords(board.doc)),
    ...differences(`${place}, other`, board.records(), at(people).board.records()),
  ]);
}

function differences(
  who: string,
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((id) => canonicalJson(a[id] ?? null) !== canonicalJson(b[id] ?? null))
    .map((id) => `${who}: ${id} is ${JSON.stringify(a[id])}, not ${JSON.stringify(b[id])}`);
}

async function painted(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
}
