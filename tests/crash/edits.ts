/**
 * Random edits of a sheet, as people make them: words typed letter by letter or pasted, rows added,
 * moved, changed and removed, prose. All go through the sheet's commands (prose through the shared
 * text itself, as its editor does), and each tells what it wrote.
 *
 * So that any state can be judged, each word and each row has one writer: only that one removes or
 * changes it, while everybody types in everybody's cells.
 */
import * as Y from 'yjs';
import { putCanvasRecord } from '../../shared/sheet/commands/canvas.ts';
import {
  type Command,
  type Origin,
  run,
  type Writer,
} from '../../shared/sheet/commands/command.ts';
import {
  addEntity,
  moveEntity,
  orderedRows,
  patchEntity,
  removeEntity,
} from '../../shared/sheet/commands/entities.ts';
import { setGevinstYear } from '../../shared/sheet/commands/gevinst.ts';
import { recordMeasured } from '../../shared/sheet/commands/maaling.ts';
import { editText } from '../../shared/sheet/commands/text.ts';
import type { CollectionName, IdOf } from '../../shared/sheet/schema/entities.ts';
import { collectionOf, headerOf, proseOf } from '../../shared/sheet/schema/roots.ts';
import { PROSE_SECTIONS, TILTAK_STATUS } from '../../shared/sheet/schema/vocabulary.ts';
import { storeProse } from '../../shared/sheet/snapshot/prose.ts';
import { paragraph, type SeededRandom } from '../world/sheets.ts';
import { cellPlace, rowFact, valueFact, WORD, wordFact } from './observe.ts';

/** Takes note of what an edit wrote: see `SheetLedger.write`. */
export interface Notes {
  write(fact: string, value: string | undefined, row?: string): void;
  contest(fact: string): void;
}

interface Cell {
  readonly place: string;
  readonly text: Y.Text;
  readonly row: string | undefined;
}

interface OwnWord {
  readonly place: string;
  readonly word: string;
  readonly text: Y.Text;
  readonly row: string | undefined;
}

interface OwnRow {
  readonly collection: CollectionName;
  readonly id: string;
}

interface Typing {
  readonly cell: Cell;
  readonly word: string;
  readonly letters: readonly string[];
  /** How many UTF-16 units of it stand there. */
  typed: number;
  next: number;
  /** Just before the word's first letter. */
  readonly start: Y.RelativePosition;
}

/** The cells with text of each collection. */
const TEXT_KEYS = {
  rotaarsaker: ['title', 'points'],
  tiltak: ['title', 'description', 'ansvar'],
  gevinster: ['title', 'eier'],
  maalinger: ['name', 'source'],
  lapper: ['text'],
} as const satisfies Record<CollectionName, readonly string[]>;
const COLLECTION_NAMES = Object.keys(TEXT_KEYS) as CollectionName[];
const SYLLABLES = ['gevinst', 'blå', 'bær', 'ø', 'æ', 'å', '🫐', '👩‍🏫', ' ', 'tiltak', 'Ⅳ', '\n'];
const MOST_ROWS = 25;
const MOST_WORDS_IN_CELL = 15;
const MOST_OWN_WORDS = 120;

export class Editor {
  readonly #doc: Y.Doc;
  readonly #name: string;
  readonly #random: SeededRandom;
  readonly #notes: Notes;
  readonly #writer: Writer;
  readonly #rows: OwnRow[] = [];
  #words: OwnWord[] = [];
  #typing: Typing | undefined;
  #minted = 0;

  constructor(options: {
    readonly doc: Y.Doc;
    /** Unlike everybody else's. */
    readonly name: string;
    readonly random: SeededRandom;
    readonly origin: Origin;
    readonly notes: Notes;
  }) {
    this.#doc = options.doc;
    this.#name = options.name;
    this.#random = options.random;
    this.#notes = options.notes;
    this.#writer = { origin: options.origin, random: options.random.bytes };
  }

  /** Makes one edit, such as a key pressed or a row added. */
  edit(): void {
    if (this.#typing !== undefined) {
      this.#typeOn(this.#typing);
      return;
    }
    const kinds = [
      ...Array.from({ length: 6 }, () => this.#beginTyping),
      ...Array.from({ length: 4 }, () => this.#pasteWord),
      this.#removeWord,
      this.#addRow,
      this.#removeRow,
      this.#moveRow,
      this.#moveRow,
      this.#changeRow,
      this.#changeRow,
      this.#moveDrawing,
      this.#addParagraph,
    ];
    this.#random.pick(kinds).call(this);
  }

  /** A short word at once: the smallest edit that can be lost. */
  pasteWord(): void {
    this.#pasteWord();
  }

  /** A note with a long text, which makes the sheet slow to merge and to store whole. */
  addBulk(characters: number): void {
    const parts: string[] = [];
    for (let length = 0; length < characters; ) {
      const part = `${this.#random.pick(SYLLABLES)}${this.#random.int(1000)} `;
      parts.push(part);
      length += part.length;
    }
    const id = this.#do(addEntity('lapper', { text: parts.join('') }));
    this.#notes.write(rowFact('lapper', id), 'here');
  }

  #do<T>(command: Command<T>): T {
    const outcome = run(this.#doc, command, this.#writer);
    if (outcome.ok) return outcome.value;
    throw new Error(`An edit was refused: ${JSON.stringify(outcome.refusal)}`);
  }

  // Words

  #newWord(): string {
    this.#minted += 1;
    const length = this.#random.int(4);
    const body = Array.from({ length }, () => this.#random.pick(SYLLABLES)).join('');
    return `⟨${this.#name}.${this.#minted} ${body}⟩`;
  }

  #pasteWord(): void {
    const cell = this.#someCell();
    const word = this.#newWord();
    this.#insert(cell, this.#gap(cell), word);
    this.#noteWord(cell, word);
  }

  #beginTyping(): void {
    const cell = this.#someCell();
    const word = this.#newWord();
    const letters = [...word];
    const index = this.#gap(cell);
    this.#insert(cell, index, letters[0] ?? '');
    const start = Y.createRelativePositionFromTypeIndex(cell.text, index);
    this.#typing = { cell, word, letters, typed: 1, next: 1, start };
  }

  #typeOn(typing: Typing): void {
    const { cell, letters, next, start, word } = typing;
    const at = Y.createAbsolutePositionFromRelativePosition(start, this.#doc);
    if (cell.text._item?.deleted === true || at?.type !== cell.text) {
      this.#typing = undefined;
      return;
    }
    const letter = letters[next] ?? '';
    this.#insert(cell, at.index + typing.typed, letter);
    typing.typed += letter.length;
    typing.next += 1;
    if (typing.next < letters.length) return;
    this.#typing = undefined;
    this.#noteWord(cell, word);
  }

  #insert({ text }: Cell, index: number, insert: string): void {
    if (text instanceof Y.XmlText) {
      this.#doc.transact(() => text.insert(index, insert), this.#writer.origin);
    } else {
      editText(text, { index, remove: 0, insert }, this.#writer.origin);
    }
  }

  #noteWord({ place, text, row }: Cell, word: string): void {
    this.#words.push({ place, text, row, word });
    this.#notes.write(wordFact(place, word), word, row);
    if (this.#words.length > MOST_OWN_WORDS) this.#removeWord();
  }

  #removeWord(): void {
    this.#words = this.#words.filter(({ text }) => text._item?.deleted !== true);
    if (this.#words.length === 0) return;
    const [own] = this.#words.splice(this.#random.int(this.#words.length), 1);
    if (own === undefined) return;
    const { text, word, place, row } = own;
    const index = plain(text).indexOf(word);
    if (index === -1) throw new Error(`The writer's own document lacks ${word} in ${place}.`);
    if (text instanceof Y.XmlText) {
      this.#doc.transact(() => text.delete(index, word.length), this.#writer.origin);
    } else {
      editText(text, { index, remove: word.length, insert: '' }, this.#writer.origin);
    }
    this.#notes.write(wordFact(place, word), undefined, row);
  }

  /** A place between two words, never inside one. */
  #gap({ text }: Cell): number {
    const ends = [...plain(text).matchAll(WORD)].map((match) => match.index + match[0].length);
    return this.#random.pick([0, ...ends]);
  }

  #someCell(): Cell {
    const cells = this.#random.chance(0.25) ? this.#proseCells() : this.#cells();
    const roomy = cells.filter(({ text }) => text.length < MOST_WORDS_IN_CELL * 20);
    return this.#random.pick(roomy.length > 0 ? roomy : this.#headerCells());
  }

  #headerCells(): Cell[] {
    return (['title', 'owner', 'mentor'] as const).flatMap((key) =>
      cellIn(headerOf(this.#doc), key, `sheet/${key}`, undefined),
    );
  }

  #cells(): Cell[] {
    const collection = this.#random.pick(COLLECTION_NAMES);
    const inRows = [...collectionOf(this.#doc, collection)].flatMap(([id, row]) =>
      TEXT_KEYS[collection].flatMap((key) =>
        row instanceof Y.Map
          ? cellIn(row, key, cellPlace(collection, id, key), rowFact(collection, id))
          : [],
      ),
    );
    return inRows.length > 0 ? inRows : this.#headerCells();
  }

  #proseCells(): Cell[] {
    const section = this.#random.pick(PROSE_SECTIONS);
    return proseOf(this.#doc, section)
      .toArray()
      .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
      .filter((inline) => inline instanceof Y.XmlText)
      .map((text) => ({ place: `prose/${section}`, text, row: undefined }));
  }

  #addParagraph(): void {
    const section = this.#random.pick(PROSE_SECTIONS);
    const fragment = proseOf(this.#doc, section);
    if (fragment.length > MOST_ROWS) return;
    const word = this.#newWord();
    const nodes = storeProse([paragraph(word)]);
    this.#doc.transact(() => {
      fragment.insert(this.#random.int(fragment.length + 1), nodes);
    }, this.#writer.origin);
    const [block] = nodes;
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (text instanceof Y.XmlText) {
      this.#noteWord({ place: `prose/${section}`, text, row: undefined }, word);
    }
  }

  // Rows

  #addRow(): void {
    const collection = this.#random.pick(COLLECTION_NAMES);
    const rows = orderedRows(collectionOf(this.#doc, collection));
    if (rows.length >= MOST_ROWS) return this.#removeRow();
    const after = this.#random.chance(0.2) || rows.length === 0 ? null : this.#random.pick(rows).id;
    const id: string = this.#watchingOrder(collection, undefined, () =>
      this.#do(addEntity(collection, {}, { after })),
    );
    this.#rows.push({ collection, id });
    this.#notes.write(rowFact(collection, id), 'here');
    this.#noteOrder(collection, id);
  }

  #removeRow(): void {
    const row = this.#takeOwnRow();
    if (row === undefined) return;
    this.#do(removeEntity(row.collection, row.id as IdOf<CollectionName>));
    this.#notes.write(rowFact(row.collection, row.id), undefined);
  }

  #takeOwnRow(): OwnRow | undefined {
    if (this.#rows.length === 0) return undefined;
    return this.#rows.splice(this.#random.int(this.#rows.length), 1)[0];
  }

  #moveRow(): void {
    if (this.#rows.length === 0) return;
    const { collection, id } = this.#random.pick(this.#rows);
    const others = orderedRows(collectionOf(this.#doc, collection)).filter((row) => row.id !== id);
    if (others.length === 0) return;
    const after = this.#random.chance(0.2) ? null : this.#random.pick(others).id;
    this.#watchingOrder(collection, id, () =>
      this.#do(moveEntity(collection, id as IdOf<CollectionName>, { after })),
    );
    this.#noteOrder(collection, id);
  }

  #noteOrder(collection: CollectionName, id: string): void {
    const order = orderedRows(collectionOf(this.#doc, collection)).find((row) => row.id === id);
    this.#notes.write(
      valueFact(collection, id, 'order'),
      JSON.stringify(order?.order),
      rowFact(collection, id),
    );
  }

  /** Where keys have run out, a command gives all rows new ones: their order has many writers then. */
  #watchingOrder<T>(collection: CollectionName, own: string | undefined, act: () => T): T {
    const orders = () =>
      new Map(orderedRows(collectionOf(this.#doc, collection)).map((row) => [row.id, row.order]));
    const before = orders();
    const result = act();
    for (const [id, order] of orders()) {
      const isOthers = id !== own && before.has(id) && before.get(id) !== order;
      if (isOthers) this.#notes.contest(valueFact(collection, id, 'order'));
    }
    return result;
  }

  #changeRow(): void {
    if (this.#rows.length === 0) return;
    const { collection, id } = this.#random.pick(this.#rows);
    const change = this.#someChange(collection, id);
    if (change === undefined) return;
    this.#do(change.command);
    this.#notes.write(
      valueFact(collection, id, change.key),
      JSON.stringify(change.value),
      rowFact(collection, id),
    );
  }

  #someChange(
    collection: CollectionName,
    id: string,
  ): { readonly key: string; readonly value: unknown; readonly command: Command } | undefined {
    const date = this.#someDate();
    const number = this.#random.int(1_000_000);
    switch (collection) {
      case 'tiltak': {
        const status = this.#random.pick(TILTAK_STATUS);
        const patch = this.#random.chance(0.5) ? { frist: date } : { status };
        const [key = '', value] = Object.entries(patch)[0] ?? [];
        return { key, value, command: patchEntity('tiltak', id as IdOf<'tiltak'>, patch) };
      }
      case 'gevinster': {
        const year = String(2024 + this.#random.int(4));
        const command = setGevinstYear(id as IdOf<'gevinster'>, 'estimate', year, number);
        return { key: `estimate/${year}`, value: number, command };
      }
      case 'maalinger': {
        const command = recordMeasured(id as IdOf<'maalinger'>, date, number);
        return { key: `series/${date}`, value: number, command };
      }
      case 'lapper': {
        const xy: [number, number] = [this.#random.int(4000), this.#random.int(3000)];
        return {
          key: 'xy',
          value: xy,
          command: patchEntity('lapper', id as IdOf<'lapper'>, { xy }),
        };
      }
      case 'rotaarsaker':
        return undefined;
    }
  }

  #someDate(): string {
    const day = new Date(Date.UTC(2024, 0, 1 + this.#random.int(60)));
    return day.toISOString().slice(0, 10);
  }

  #moveDrawing(): void {
    const id = `shape:${this.#name}-${this.#random.int(3)}`;
    const xy = [this.#random.int(4000), this.#random.int(3000)];
    this.#do(putCanvasRecord(id, { xy, base: { type: 'draw' } }));
    this.#notes.write(rowFact('canvas', id), 'here');
    this.#notes.write(valueFact('canvas', id, 'xy'), JSON.stringify(xy), rowFact('canvas', id));
  }
}

function cellIn(map: Y.Map<unknown>, key: string, place: string, row: string | undefined): Cell[] {
  const text = map.get(key);
  return text instanceof Y.Text ? [{ place, text, row }] : [];
}

/** The words alone; `Y.XmlText.toString` would show formatting as tags. */
function plain(text: Y.Text): string {
  const pieces: readonly { readonly insert?: unknown }[] = text.toDelta();
  return pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
