/**
 * A year of work on one sheet: groups that meet, type, mend, delete, add rows, move and remove
 * them, and come back another day. Every edit is one of the sheet's commands (prose through its
 * shared text, as its editor does) and one update, as a server would get it.
 */
import * as Y from 'yjs';
import { type Command, run, type Writer } from '../../shared/document/commands/command.ts';
import { editText } from '../../shared/document/commands/text.ts';
import {
  addEntity,
  moveEntity,
  orderedRows,
  patchEntity,
  removeEntity,
} from '../../shared/sheet/commands/entities.ts';
import { setGevinstYear } from '../../shared/sheet/commands/gevinst.ts';
import { recordMeasured } from '../../shared/sheet/commands/maaling.ts';
import type { CollectionName, IdOf } from '../../shared/sheet/schema/entities.ts';
import { collectionOf, headerOf, proseOf } from '../../shared/sheet/schema/roots.ts';
import { PROSE_SECTIONS, TILTAK_STATUS } from '../../shared/sheet/schema/vocabulary.ts';
import { type SeededRandom, TEST_ORIGIN } from '../world/sheets.ts';

const MEETINGS = 220;
const PEOPLE = 5;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows and letters beyond these are removed again: it stays one A3 page. */
const MOST_ROWS = 14;
const MOST_LETTERS = 420;
const WORDS = ['avtale', 'enhet', 'faktura', 'gevinst', 'i', 'innkjøp', 'måling', 'og', 'på', 'år'];
const COLLECTIONS = ['tiltak', 'lapper', 'rotaarsaker', 'gevinster', 'maalinger'] as const;
const CELLS = {
  tiltak: ['title', 'description', 'ansvar'],
  lapper: ['text'],
  rotaarsaker: ['title', 'points'],
  gevinster: ['title', 'forutsetninger'],
  maalinger: ['name', 'source'],
} as const satisfies Record<CollectionName, readonly string[]>;

/** Makes so many edits in a document that has a header; each update comes out by `doc.on`. */
export class Year {
  readonly #doc: Y.Doc;
  readonly #random: SeededRandom;
  readonly #writer: Writer;
  readonly #edits: number;
  #made = 0;
  #people: number[] = [];
  #caret: { readonly text: Y.Text; index: number; left: number } | undefined;

  constructor(doc: Y.Doc, random: SeededRandom, edits: number) {
    this.#doc = doc;
    this.#random = random;
    this.#writer = { origin: TEST_ORIGIN, random: random.bytes };
    this.#edits = edits;
  }

  get isOver(): boolean {
    return this.#made >= this.#edits;
  }

  /** How many edits are still to be made. */
  get left(): number {
    return this.#edits - this.#made;
  }

  /** Milliseconds since the year began. */
  get now(): number {
    return (this.#made / this.#edits) * 365 * DAY_MS;
  }

  edit(): void {
    const perMeeting = this.#edits / MEETINGS;
    if (this.#made === 0 || this.#made % perMeeting < 1) this.#meet();
    this.#made += 1;
    this.#doc.clientID = this.#random.pick(this.#people);
    if (this.#caret !== undefined) this.#typeOn(this.#caret);
    else if (this.#random.chance(0.55)) this.#beginTyping();
    else this.#editRow();
  }

  /** A day's people: everybody's browser writes under a new number each time it is opened. */
  #meet(): void {
    this.#people = Array.from({ length: PEOPLE }, () => this.#random.int(2 ** 32 - 1) + 1);
    this.#caret = undefined;
  }

  #do<T>(command: Command<T>): T {
    const outcome = run(this.#doc, command, this.#writer);
    if (outcome.ok) return outcome.value;
    throw new Error(`An edit was refused: ${JSON.stringify(outcome.refusal)}`);
  }

  // Words

  #beginTyping(): void {
    const text = this.#someText();
    if (text.length > MOST_LETTERS) {
      const index = this.#random.int(text.length - MOST_LETTERS / 2);
      this.#write(text, index, MOST_LETTERS / 2, '');
      return;
    }
    const index = this.#random.int(text.length + 1);
    this.#caret = { text, index, left: 10 + this.#random.int(60) };
    this.#typeOn(this.#caret);
  }

  #typeOn(caret: { readonly text: Y.Text; index: number; left: number }): void {
    const { text } = caret;
    caret.left -= 1;
    if (caret.left <= 0 || text._item?.deleted === true) this.#caret = undefined;
    if (text._item?.deleted === true) {
      this.#editRow();
      return;
    }
    const isBackspace = caret.index > 0 && this.#random.chance(0.12);
    const insert = this.#random.chance(0.03) ? `${this.#random.pick(WORDS)} ` : this.#letter();
    if (isBackspace) this.#write(text, caret.index - 1, 1, '');
    else this.#write(text, caret.index, 0, insert);
    caret.index += isBackspace ? -1 : insert.length;
  }

  #letter(): string {
    const word = this.#random.pick(WORDS);
    return this.#random.chance(0.2) ? ' ' : word.charAt(this.#random.int(word.length));
  }

  #write(text: Y.Text, index: number, remove: number, insert: string): void {
    if (!(text instanceof Y.XmlText)) {
      editText(text, { index, remove, insert }, TEST_ORIGIN);
      return;
    }
    this.#doc.transact(() => {
      if (remove > 0) text.delete(index, Math.min(remove, text.length - index));
      if (insert !== '') text.insert(index, insert);
    }, TEST_ORIGIN);
  }

  #someText(): Y.Text {
    const inProse = this.#random.chance(0.4) ? this.#proseTexts() : [];
    const texts = inProse.length > 0 ? inProse : this.#cellTexts();
    if (texts.length > 0) return this.#random.pick(texts);
    const title = headerOf(this.#doc).get('title');
    if (title instanceof Y.Text) return title;
    throw new Error('The sheet has no title.');
  }

  #proseTexts(): Y.Text[] {
    return proseOf(this.#doc, this.#random.pick(PROSE_SECTIONS))
      .toArray()
      .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
      .filter((inline) => inline instanceof Y.XmlText);
  }

  #cellTexts(): Y.Text[] {
    const collection = this.#random.pick(COLLECTIONS);
    return [...collectionOf(this.#doc, collection).values()]
      .flatMap((row) => (row instanceof Y.Map ? CELLS[collection].map((key) => row.get(key)) : []))
      .filter((value) => value instanceof Y.Text);
  }

  // Rows

  #editRow(): void {
    const collection = this.#random.pick(COLLECTIONS);
    const rows = orderedRows(collectionOf(this.#doc, collection));
    if (rows.length < 2 || (rows.length < MOST_ROWS && this.#random.chance(0.12))) {
      this.#do(addEntity(collection, {}, { after: rows.at(-1)?.id ?? null }));
      return;
    }
    const id = this.#random.pick(rows).id;
    if (rows.length >= MOST_ROWS || this.#random.chance(0.08)) {
      this.#do(removeEntity(collection, id as IdOf<CollectionName>));
    } else if (this.#random.chance(0.3)) {
      const others = rows.filter((row) => row.id !== id);
      const after = this.#random.pick(others).id;
      this.#do(moveEntity(collection, id as IdOf<CollectionName>, { after }));
    } else {
      this.#do(this.#change(collection, id));
    }
  }

  #change(collection: (typeof COLLECTIONS)[number], id: string): Command {
    const { int, pick } = this.#random;
    const date = new Date(Date.UTC(2025, 0, 1 + int(700))).toISOString().slice(0, 10);
    switch (collection) {
      case 'tiltak': {
        const patch = this.#random.chance(0.5) ? { frist: date } : { status: pick(TILTAK_STATUS) };
        return patchEntity('tiltak', id as IdOf<'tiltak'>, patch);
      }
      case 'lapper':
        return patchEntity('lapper', id as IdOf<'lapper'>, { xy: [int(4000), int(3000)] });
      case 'gevinster': {
        const year = String(2024 + int(4));
        return setGevinstYear(id as IdOf<'gevinster'>, 'estimate', year, int(1_000_000));
      }
      case 'maalinger':
        return recordMeasured(id as IdOf<'maalinger'>, date, int(1000));
      case 'rotaarsaker':
        return moveEntity('rotaarsaker', id as IdOf<'rotaarsaker'>, { after: null });
    }
  }
}
