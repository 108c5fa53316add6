/**
 * Random edits of a sheet, as people make them: words typed letter by letter or pasted, rows added,
 * moved, changed and removed, prose. All go through the sheet's commands (prose through the shared
 * text itself, as its editor does), and each tells what it wrote.
 *
 * So that any state can be judged, each word and each row has one writer: only that one removes or
 * changes it, while everybody types in everybody's cells.
 */
import type * as Y from 'yjs';
import type { Writer } from '../../shared/document/commands/command.ts';
import type { SeededRandom } from '../world/sheets.ts';
import { RowEdits } from './rowEdits.ts';
import { WordEdits } from './wordEdits.ts';

/** Takes note of what an edit wrote: see `SheetLedger.write`. */
export interface Notes {
  write(fact: string, value: string | undefined, row?: string): void;
  contest(fact: string): void;
}

export interface EditorOptions {
  readonly doc: Y.Doc;
  /** Unlike everybody else's. */
  readonly name: string;
  readonly random: SeededRandom;
  readonly writer: Writer;
  readonly notes: Notes;
}

export class Editor {
  readonly #random: SeededRandom;
  readonly #words: WordEdits;
  readonly #rows: RowEdits;
  /** Each kind of edit, as often as people make it. */
  readonly #kinds: readonly (() => void)[];

  constructor(options: EditorOptions) {
    this.#random = options.random;
    const words = new WordEdits(options);
    const rows = new RowEdits(options);
    this.#words = words;
    this.#rows = rows;
    this.#kinds = [
      ...Array.from({ length: 6 }, () => () => words.begin()),
      ...Array.from({ length: 4 }, () => () => words.paste()),
      () => words.remove(),
      () => words.addParagraph(),
      () => rows.add(),
      () => rows.remove(),
      ...Array.from({ length: 2 }, () => () => rows.move()),
      ...Array.from({ length: 2 }, () => () => rows.change()),
      () => rows.moveDrawing(),
    ];
  }

  /** Makes one edit, such as a key pressed or a row added. */
  edit(): void {
    if (this.#words.isTyping) this.#words.typeOn();
    else this.#random.pick(this.#kinds)();
  }

  /** A short word at once: the smallest edit that can be lost. */
  pasteWord(): void {
    this.#words.paste();
  }

  /** A note with a long text, which makes the sheet slow to merge and to store whole. */
  addBulk(characters: number): void {
    this.#rows.addBulk(characters);
  }
}
