/**
 * One person in a workshop: an own document and board, and a hand that does one thing at a time, in
 * turns of two seconds. Words go into shared texts letter by letter, rows and notes change by the
 * sheet's commands, and what is dragged or drawn goes through the canvas binding as a gesture.
 */
import * as Y from 'yjs';
import { sampleShapes } from '../../client/canvas/binding/samples.ts';
import { aBinding, aGeo, shapeId, TestBoard } from '../../client/canvas/binding/testBoard.ts';
import { shapeIdOfLapp } from '../../client/canvas/shapes/lapp/lappShape.ts';
import { LOCAL_COMMAND, localOrigin } from '../../client/sheet/origins.ts';
import { type Command, run } from '../../shared/document/commands/command.ts';
import { editText } from '../../shared/document/commands/text.ts';
import type { LappId } from '../../shared/ids/ids.ts';
import { orderedRows, patchEntity } from '../../shared/sheet/commands/entities.ts';
import {
  addLapp,
  arrangeLapper,
  groupLapper,
  newGroup,
  patchLapp,
  removeLapp,
} from '../../shared/sheet/commands/lapp.ts';
import { convertLapp } from '../../shared/sheet/commands/lappConvert.ts';
import { insertProse } from '../../shared/sheet/commands/prose.ts';
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';
import { collectionOf, proseOf } from '../../shared/sheet/schema/roots.ts';
import {
  BECAME_TYPES,
  LAPP_COLORS,
  PROSE_SECTIONS,
  SECTION_KEYS,
  TILTAK_STATUS,
} from '../../shared/sheet/schema/vocabulary.ts';
import type { SeededRandom } from '../world/sheets.ts';
import { noteWords, placeOnBoard } from './boardWords.ts';

const KEYS_PER_TURN = 5;
const DRAG_STEPS = 20;
const CELLS = {
  tiltak: ['title', 'description', 'ansvar'],
  rotaarsaker: ['title', 'points'],
  gevinster: ['title', 'forutsetninger'],
  maalinger: ['name', 'source'],
} as const satisfies Partial<Record<CollectionName, readonly string[]>>;
const CELL_COLLECTIONS = Object.keys(CELLS) as (keyof typeof CELLS)[];
const TYPING = localOrigin('text');

type Deed = (person: WorkshopPerson) => void;

/** What people do, and how often of a hundred times that they begin something. */
const DEEDS: readonly (readonly [weight: number, deed: Deed])[] = [
  [7, (person) => person.addNote()],
  [22, (person) => person.write()],
  [27, (person) => person.dragNotes(1)],
  [5, (person) => person.dragNotes(4)],
  [7, (person) => person.changeNote((id, { pick }) => patchLapp(id, { color: pick(LAPP_COLORS) }))],
  [2, (person) => person.changeNote(removeLapp)],
  [1, (person) => person.changeNote((id, { pick }) => convertLapp(id, pick(BECAME_TYPES)))],
  [1, (person) => person.sortNotes()],
  [1, (person) => person.groupNotes()],
  [5, (person) => person.drawStroke()],
  [2, (person) => person.drawArrow()],
  [3, (person) => person.drawBox()],
  [6, (person) => person.moveDrawing()],
  [2, (person) => person.removeDrawing()],
  [4, (person) => person.changeRow()],
  [8, (person) => person.undo()],
];
const ALL_DEEDS = DEEDS.flatMap(([weight, deed]) => Array<Deed>(weight).fill(deed));

export class WorkshopPerson {
  readonly doc: Y.Doc;
  readonly #board: TestBoard;
  readonly #random: SeededRandom;
  readonly #share: number;
  #typing: { readonly text: Y.Text; index: number; left: number } | undefined;
  #shapes = 0;

  /** `share` is the part of the turns in which somebody with nothing at hand begins something. */
  constructor(state: Uint8Array, random: SeededRandom, share: number) {
    this.doc = new Y.Doc();
    this.doc.clientID = random.int(2 ** 32 - 1) + 1;
    Y.applyUpdate(this.doc, state);
    this.#random = random;
    this.#share = share;
    this.#board = new TestBoard({ doc: this.doc, random: random.bytes });
  }

  /** What this person does in two seconds. */
  turn(): void {
    if (this.#typing !== undefined) {
      for (let key = 0; key < KEYS_PER_TURN; key += 1) this.#pressKey();
    } else if (this.#random.chance(this.#share)) {
      const deed = this.#random.pick(ALL_DEEDS);
      this.#board.frame();
      deed(this);
    }
  }

  leave(): void {
    this.#board.destroy();
    this.doc.destroy();
  }

  // Notes and rows

  addNote(): void {
    const { pick } = this.#random;
    const id = this.#run(
      addLapp({
        text: '',
        xy: placeOnBoard(this.#random),
        section: pick(SECTION_KEYS),
        color: pick(LAPP_COLORS),
        author: 'Kari Nordmann',
      }),
    );
    const text = id === undefined ? undefined : collectionOf(this.doc, 'lapper').get(id);
    if (text instanceof Y.Map) this.#typeIn(text.get('text'), noteWords(this.#random).length);
  }

  changeNote(commandFor: (id: LappId, random: SeededRandom) => Command<unknown>): void {
    const [id] = this.#someNotes(1);
    if (id !== undefined) this.#run(commandFor(id, this.#random));
  }

  sortNotes(): void {
    const [x, y] = placeOnBoard(this.#random);
    const ids = this.#someNotes(4 + this.#random.int(12));
    if (ids.length > 0) this.#run(arrangeLapper(ids, { x, y }));
  }

  groupNotes(): void {
    const ids = this.#someNotes(3);
    if (ids.length > 1) this.#run(groupLapper(ids, newGroup(this.#random.bytes)));
  }

  changeRow(): void {
    const rows = orderedRows(collectionOf(this.doc, 'tiltak'));
    if (rows.length === 0) return;
    const { id } = this.#random.pick(rows);
    const frist = `2027-0${1 + this.#random.int(9)}-1${this.#random.int(10)}`;
    const patch = this.#random.chance(0.5)
      ? { frist }
      : { status: this.#random.pick(TILTAK_STATUS) };
    this.#run(patchEntity('tiltak', id as never, patch));
  }

  undo(): void {
    this.#board.undo.undo();
    if (this.#random.chance(0.3)) this.#board.undo.redo();
  }

  // Words

  write(): void {
    const isProse = this.#random.chance(0.4);
    const text = isProse ? this.#someProse() : this.#someCell();
    this.#typeIn(text, 10 + this.#random.int(40));
  }

  #typeIn(text: unknown, letters: number): void {
    if (!(text instanceof Y.Text)) return;
    const index = this.#random.chance(0.7) ? text.length : this.#random.int(text.length + 1);
    this.#typing = { text, index, left: letters };
  }

  #pressKey(): void {
    const typing = this.#typing;
    if (typing === undefined) return;
    typing.left -= 1;
    if (typing.left <= 0) this.#typing = undefined;
    typing.index = Math.min(typing.index, typing.text.length);
    const isBackspace = typing.index > 0 && this.#random.chance(0.1);
    const insert = this.#random.chance(0.18) ? ' ' : noteWords(this.#random).charAt(0);
    const { text, index } = typing;
    if (text instanceof Y.XmlText) {
      this.doc.transact(() => {
        if (isBackspace) text.delete(index - 1, 1);
        else text.insert(index, insert);
      }, TYPING);
    } else if (isBackspace) editText(text, { index: index - 1, remove: 1, insert: '' }, TYPING);
    else editText(text, { index, remove: 0, insert }, TYPING);
    typing.index += isBackspace ? -1 : 1;
  }

  #someCell(): unknown {
    const collection = this.#random.pick(CELL_COLLECTIONS);
    const rows = [...collectionOf(this.doc, collection).values()];
    const row = rows.length === 0 ? undefined : this.#random.pick(rows);
    return row instanceof Y.Map ? row.get(this.#random.pick(CELLS[collection])) : undefined;
  }

  #someProse(): unknown {
    const fragment = proseOf(this.doc, this.#random.pick(PROSE_SECTIONS));
    const blocks = fragment.toArray().filter((block) => block instanceof Y.XmlElement);
    const last = blocks.at(-1);
    if (last === undefined || this.#random.chance(0.1)) {
      const added = this.doc.transact(
        () => insertProse(fragment, last ?? null, [newParagraph(noteWords(this.#random))]),
        TYPING,
      );
      return added[0] instanceof Y.XmlElement ? added[0].get(0) : undefined;
    }
    return this.#random.pick(blocks).get(0);
  }

  // The board

  dragNotes(count: number): void {
    this.#drag(this.#someNotes(count).map((id) => shapeIdOfLapp(id)));
  }

  moveDrawing(): void {
    const drawings = this.#drawings();
    if (drawings.length > 0) this.#drag([this.#random.pick(drawings)]);
  }

  removeDrawing(): void {
    const drawings = this.#drawings();
    if (drawings.length > 0) this.#gesture(() => this.#board.remove(this.#random.pick(drawings)));
  }

  drawBox(): void {
    const id = this.#newName();
    const [x, y] = placeOnBoard(this.#random);
    this.#gesture(() => {
      this.#board.put(aGeo(id, { x, y }));
      this.#steps((part) => this.#board.changeProps(shapeId(id), { w: 200 * part, h: 120 * part }));
    });
  }

  drawStroke(): void {
    const [x, y] = placeOnBoard(this.#random);
    const draw = sample('draw');
    const id = shapeId(this.#newName());
    const points = [{ x: 0, y: 0, z: 0.5 }];
    this.#gesture(() => {
      this.#board.put({ ...draw, id, x, y });
      this.#steps(() => {
        for (let more = 0; more < 4; more += 1) {
          const { x: atX, y: atY } = points.at(-1) ?? { x: 0, y: 0 };
          const [dx, dy] = [this.#random.int(120) / 10 - 4, this.#random.int(120) / 10 - 6];
          points.push({ x: round(atX + dx), y: round(atY + dy), z: 0.5 });
        }
        this.#board.changeProps(id, { segments: [{ type: 'free', points: [...points] }] });
      });
    });
  }

  /** An arrow from one note to another. */
  drawArrow(): void {
    const [from, to] = this.#someNotes(2);
    if (from === undefined || to === undefined || from === to) return;
    const [x, y] = placeOnBoard(this.#random);
    const name = this.#newName();
    const arrow = { ...sample('arrow'), id: shapeId(name), x, y };
    this.#gesture(() => {
      this.#board.put(arrow);
      this.#board.put(
        aBinding(`${name}-start`, arrow.id, shapeIdOfLapp(from), 'start'),
        aBinding(`${name}-end`, arrow.id, shapeIdOfLapp(to), 'end'),
      );
    });
  }

  #drag(ids: readonly string[]): void {
    const present = ids.filter((id) => this.#board.has(id));
    const [dx, dy] = [this.#random.int(600) - 300, this.#random.int(400) - 200];
    const starts = present.map((id) => this.#board.shape(id));
    this.#gesture(() => {
      this.#steps((part) => {
        for (const { id, x, y } of starts) {
          if (this.#board.has(id)) this.#board.change(id, { x: x + dx * part, y: y + dy * part });
        }
      });
    });
  }

  #gesture(act: () => void): void {
    const { binding } = this.#board;
    binding.beginGesture();
    act();
    binding.endGesture();
    this.#board.frame();
  }

  #steps(step: (part: number) => void): void {
    for (let done = 1; done <= DRAG_STEPS; done += 1) {
      step(done / DRAG_STEPS);
      this.#board.frame();
    }
  }

  #drawings(): readonly string[] {
    return Object.values(this.#board.records()).flatMap((record) =>
      record.typeName === 'shape' && ['geo', 'draw'].includes(record.type) ? [record.id] : [],
    );
  }

  #newName(): string {
    this.#shapes += 1;
    return `${this.doc.clientID}-${this.#shapes}`;
  }

  #someNotes(count: number): readonly LappId[] {
    const ids = [...collectionOf(this.doc, 'lapper').keys()] as LappId[];
    return ids.length === 0 ? [] : Array.from({ length: count }, () => this.#random.pick(ids));
  }

  #run<T>(command: Command<T>): T | undefined {
    const outcome = run(this.doc, command, { origin: LOCAL_COMMAND, random: this.#random.bytes });
    return outcome.ok ? outcome.value : undefined;
  }
}

function sample(type: string) {
  const shape = sampleShapes().find((each) => each.type === type);
  if (shape === undefined) throw new RangeError(`No sample of ${type}`);
  return shape;
}

function newParagraph(text: string) {
  return { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
