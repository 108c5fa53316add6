/**
 * Words in the cells and the prose of a sheet: typed letter by letter, pasted, removed. Everybody
 * writes in everybody's cells, between the words of others and never inside one; only who wrote a
 * word removes it.
 */
import * as Y from 'yjs';
import { editText } from '../../shared/document/commands/text.ts';
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';
import { collectionOf, headerOf, proseOf } from '../../shared/sheet/schema/roots.ts';
import { PROSE_SECTIONS } from '../../shared/sheet/schema/vocabulary.ts';
import { storeProse } from '../../shared/sheet/snapshot/prose.ts';
import { paragraph, type SeededRandom } from '../world/sheets.ts';
import type { EditorOptions, Notes } from './edits.ts';
import { cellPlace, rowFact, WORD, wordFact } from './observe.ts';

interface Cell {
  readonly place: string;
  readonly text: Y.Text;
  readonly row: string | undefined;
}

interface OwnWord extends Cell {
  readonly word: string;
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
const MOST_PARAGRAPHS = 25;
const MOST_LETTERS_IN_CELL = 300;
const MOST_OWN_WORDS = 120;

export class WordEdits {
  readonly #doc: Y.Doc;
  readonly #name: string;
  readonly #random: SeededRandom;
  readonly #notes: Notes;
  readonly #origin: EditorOptions['writer']['origin'];
  #words: OwnWord[] = [];
  #typing: Typing | undefined;
  #minted = 0;

  constructor({ doc, name, random, writer, notes }: EditorOptions) {
    this.#doc = doc;
    this.#name = name;
    this.#random = random;
    this.#notes = notes;
    this.#origin = writer.origin;
  }

  /** Whether a word has been begun and is not finished. */
  get isTyping(): boolean {
    return this.#typing !== undefined;
  }

  #newWord(): string {
    this.#minted += 1;
    const length = this.#random.int(4);
    const body = Array.from({ length }, () => this.#random.pick(SYLLABLES)).join('');
    return `⟨${this.#name}.${this.#minted} ${body}⟩`;
  }

  /** A whole word at once. */
  paste(): void {
    const cell = this.#someCell();
    const word = this.#newWord();
    this.#insert(cell, this.#gap(cell), word);
    this.#noteWord(cell, word);
  }

  begin(): void {
    const cell = this.#someCell();
    const word = this.#newWord();
    const letters = [...word];
    const index = this.#gap(cell);
    this.#insert(cell, index, letters[0] ?? '');
    const start = Y.createRelativePositionFromTypeIndex(cell.text, index);
    this.#typing = { cell, word, letters, typed: 1, next: 1, start };
  }

  /** Types the next letter. */
  typeOn(): void {
    const typing = this.#typing;
    if (typing === undefined) return;
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
      this.#doc.transact(() => text.insert(index, insert), this.#origin);
    } else {
      editText(text, { index, remove: 0, insert }, this.#origin);
    }
  }

  #noteWord({ place, text, row }: Cell, word: string): void {
    this.#words.push({ place, text, row, word });
    this.#notes.write(wordFact(place, word), word, row);
    if (this.#words.length > MOST_OWN_WORDS) this.remove();
  }

  remove(): void {
    this.#words = this.#words.filter(({ text }) => text._item?.deleted !== true);
    if (this.#words.length === 0) return;
    const [own] = this.#words.splice(this.#random.int(this.#words.length), 1);
    if (own === undefined) return;
    const { text, word, place, row } = own;
    const index = plain(text).indexOf(word);
    if (index === -1) throw new Error(`The writer's own document lacks ${word} in ${place}.`);
    if (text instanceof Y.XmlText) {
      this.#doc.transact(() => text.delete(index, word.length), this.#origin);
    } else {
      editText(text, { index, remove: word.length, insert: '' }, this.#origin);
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
    const roomy = cells.filter(({ text }) => text.length < MOST_LETTERS_IN_CELL);
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

  addParagraph(): void {
    const section = this.#random.pick(PROSE_SECTIONS);
    const fragment = proseOf(this.#doc, section);
    if (fragment.length > MOST_PARAGRAPHS) return;
    const word = this.#newWord();
    const nodes = storeProse([paragraph(word)]);
    this.#doc.transact(() => {
      fragment.insert(this.#random.int(fragment.length + 1), nodes);
    }, this.#origin);
    const [block] = nodes;
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (text instanceof Y.XmlText) {
      this.#noteWord({ place: `prose/${section}`, text, row: undefined }, word);
    }
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
