import { chainCommands, splitBlock, toggleMark } from '@tiptap/pm/commands';
import type { Node as PmNode } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, TextSelection } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, fixTables } from '@tiptap/pm/tables';
import { describe, expect, it } from 'vitest';
import { type SeededRandom, seeded } from '../../../../../tests/world/sheets.ts';
import { isAlike } from './alike.ts';
import { deliverAll, schema, type TestEditor, together } from './testEditor.ts';

const SEED = Number(process.env['SEED'] ?? 7100);
const RUNS = Number(process.env['RUNS'] ?? 60);
/** For a slow machine; never a measure of speed. */
const TIMEOUT_MS = 60_000;
const { nodes, marks } = schema;

function node(name: string): (typeof nodes)[string] {
  const found = nodes[name];
  if (found === undefined) throw new RangeError(name);
  return found;
}

function mark(name: string): (typeof marks)[string] {
  const found = marks[name];
  if (found === undefined) throw new RangeError(name);
  return found;
}

/** Where a caret can stand in a textblock: not between the halves of a character. */
function placesIn(block: PmNode): number[] {
  const places = [0];
  block.forEach((child, offset) => {
    let at = offset;
    for (const character of child.text ?? ' ') {
      at += character.length;
      places.push(at);
    }
  });
  return places;
}

/** A range within one textblock, and the selection there. */
function selectSomewhere(person: TestEditor, random: SeededRandom, width: number): void {
  const blocks: { start: number; places: number[] }[] = [];
  person.state.doc.descendants((child, position) => {
    if (child.isTextblock) blocks.push({ start: position + 1, places: placesIn(child) });
  });
  const { start, places } = random.pick(blocks);
  const first = random.int(places.length);
  const last = Math.min(places.length - 1, first + random.int(width + 1));
  const [from = 0, to = 0] = [places[first], places[last]];
  const { tr } = person.state;
  person.state = person.state.apply(
    tr.setSelection(TextSelection.create(tr.doc, start + from, start + to)),
  );
}

let nextCharacter = 0;
/** A character that nobody has typed before, sometimes outside the first plane. */
function fresh(): string {
  nextCharacter += 1;
  return String.fromCodePoint(
    (nextCharacter % 4 === 0 ? 0x20000 : 0x4e00) + (nextCharacter % 20000),
  );
}

function typeSomewhere(person: TestEditor, random: SeededRandom): string {
  selectSomewhere(person, random, 0);
  const character = fresh();
  person.type(character, person.state.selection.from);
  return character;
}

const insertTable: Command = (state, dispatch) => {
  const cell = () => node('tableCell').createAndFill() as PmNode;
  const row = () => node('tableRow').create(null, [cell(), cell()]);
  dispatch?.(state.tr.replaceSelectionWith(node('table').create(null, [row(), row()])));
  return true;
};

const hardBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(node('hardBreak').create(), false));
  return true;
};

const toggleHeading: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const isHeading = $from.parent.type === node('heading');
  const type = isHeading ? node('paragraph') : node('heading');
  dispatch?.(state.tr.setBlockType($from.pos, $from.pos, type));
  return true;
};

const removeRange: Command = (state, dispatch) => {
  dispatch?.(state.tr.deleteSelection());
  return true;
};

const joinBlocks: Command = (state, dispatch) => {
  const before = state.selection.$from.before();
  if (state.doc.resolve(before).nodeBefore?.isTextblock !== true) return false;
  dispatch?.(state.tr.join(before));
  return true;
};

const repairTables: Command = (state, dispatch) => {
  const tr = fixTables(state);
  if (tr !== undefined) dispatch?.(tr);
  return tr !== undefined;
};

const split = chainCommands(splitListItem(node('listItem')), splitBlock);
const MARKS: readonly Command[] = [toggleMark(mark('bold')), toggleMark(mark('italic'))];

const ANYTHING: readonly Command[] = [
  ...MARKS,
  split,
  hardBreak,
  toggleHeading,
  wrapInList(node('bulletList')),
  wrapInList(node('orderedList')),
  liftListItem(node('listItem')),
  sinkListItem(node('listItem')),
  insertTable,
  addRowAfter,
  addColumnAfter,
  deleteRow,
  deleteColumn,
  removeRange,
  joinBlocks,
  repairTables,
];

function doSomething(
  person: TestEditor,
  random: SeededRandom,
  commands: readonly Command[],
  width: number,
): void {
  selectSomewhere(person, random, width);
  random.pick(commands)(person.state, (tr) => person.dispatch(tr));
}

/** The editor shows what is stored. */
function expectInStep(person: TestEditor, what: string): void {
  const { state, shared } = person;
  if (!isAlike(state.doc, person.stored())) {
    expect(`${state.doc}`, what).toBe(`${person.stored()}`);
    expect(state.doc.toJSON(), what).toEqual(person.stored().toJSON());
  }
  expect(shared.isBehind, what).toBe(false);
}

function expectEqual(people: readonly TestEditor[], what: string): void {
  const [first, ...others] = people;
  for (const other of others) {
    expect(other.stored().toJSON(), what).toEqual(first?.stored().toJSON());
  }
}

describe('prose at random', { timeout: TIMEOUT_MS }, () => {
  it(`PO-1 PO-2 three who do anything end with the same document (seeds from ${SEED})`, () => {
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const random = seeded(seed);
      const people = together(3);
      for (let step = 0; step < 60; step++) {
        const person = random.pick(people);
        const what = `seed ${seed}, step ${step}`;
        if (random.chance(0.4)) typeSomewhere(person, random);
        else if (random.chance(0.5)) doSomething(person, random, ANYTHING, 4);
        else {
          const next = person.inbox.shift();
          if (next !== undefined) person.receive(next);
        }
        expectInStep(person, what);
      }
      deliverAll(people);
      for (const person of people) expectInStep(person, `seed ${seed}, end`);
      expectEqual(people, `seed ${seed}`);
    }
  });

  it(`PO-1 three who write and set marks lose and double no character (seeds from ${SEED})`, () => {
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const { people, typed } = writeTogether(seed, 0);
      for (const person of people) {
        const kept = [...person.state.doc.textContent].sort();
        expect(kept, `seed ${seed}`).toEqual([...typed].sort());
      }
    }
  });

  it(`PO-1 three who part paragraphs too lose no character (seeds from ${SEED})`, () => {
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      const { people, typed } = writeTogether(seed, 0.1);
      for (const person of people) {
        const kept = new Set(person.state.doc.textContent);
        expect(
          typed.filter((character) => !kept.has(character)),
          `seed ${seed}`,
        ).toEqual([]);
      }
    }
  });
});

/** Three who type, set marks, compose, and press Enter with the given chance. */
function writeTogether(
  seed: number,
  splits: number,
): { readonly people: readonly TestEditor[]; readonly typed: readonly string[] } {
  const random = seeded(seed);
  const people = together(3);
  const typed: string[] = [];
  for (let step = 0; step < 80; step++) {
    const person = random.pick(people);
    const what = random.int(100);
    if (what < 50) typed.push(typeSomewhere(person, random));
    else if (what < 60) doSomething(person, random, MARKS, 4);
    else if (what < 65) person.shared.hold();
    else if (what < 75) person.shared.release();
    else if (random.chance(splits)) doSomething(person, random, [split], 0);
    else {
      const next = person.inbox.shift();
      if (next !== undefined) person.receive(next);
    }
  }
  for (const person of people) person.shared.release();
  deliverAll(people);
  expectEqual(people, `seed ${seed}`);
  for (const person of people) expectInStep(person, `seed ${seed}`);
  return { people, typed };
}
