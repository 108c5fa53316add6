/** Rows and drawings of a sheet: added, moved, changed, removed, each only by who added it. */
import type * as Y from 'yjs';
import { type Command, run, type Writer } from '../../shared/document/commands/command.ts';
import { putCanvasRecord } from '../../shared/sheet/commands/canvas.ts';
import {
  addEntity,
  moveEntity,
  orderedRows,
  patchEntity,
  removeEntity,
} from '../../shared/sheet/commands/entities.ts';
import { setGevinstYear } from '../../shared/sheet/commands/gevinst.ts';
import { recordMeasured } from '../../shared/sheet/commands/maaling.ts';
import { COLLECTIONS, type CollectionName, type IdOf } from '../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { TILTAK_STATUS } from '../../shared/sheet/schema/vocabulary.ts';
import type { SeededRandom } from '../world/sheets.ts';
import type { EditorOptions, Notes } from './edits.ts';
import { rowFact, valueFact } from './observe.ts';

interface OwnRow {
  readonly collection: CollectionName;
  readonly id: string;
}

const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];
const MOST_ROWS = 25;
const FILLING = ['gevinst', 'måling', 'tiltak'];

export class RowEdits {
  readonly #doc: Y.Doc;
  readonly #name: string;
  readonly #random: SeededRandom;
  readonly #notes: Notes;
  readonly #writer: Writer;
  readonly #rows: OwnRow[] = [];

  constructor({ doc, name, random, writer, notes }: EditorOptions) {
    this.#doc = doc;
    this.#name = name;
    this.#random = random;
    this.#notes = notes;
    this.#writer = writer;
  }

  /** A note with a long text, which makes the sheet slow to merge and to store whole. */
  addBulk(characters: number): void {
    const parts: string[] = [];
    for (let length = 0; length < characters; ) {
      const part = `${this.#random.pick(FILLING)}${this.#random.int(1000)} `;
      parts.push(part);
      length += part.length;
    }
    const id = this.#do(addEntity('lapper', { text: parts.join('') }));
    this.#notes.write(rowFact('lapper', id), 'here');
  }

  add(): void {
    const collection = this.#random.pick(COLLECTION_NAMES);
    const rows = orderedRows(collectionOf(this.#doc, collection));
    if (rows.length >= MOST_ROWS) return this.remove();
    const after = this.#random.chance(0.2) || rows.length === 0 ? null : this.#random.pick(rows).id;
    const id: string = this.#watchingOrder(collection, undefined, () =>
      this.#do(addEntity(collection, {}, { after })),
    );
    this.#rows.push({ collection, id });
    this.#notes.write(rowFact(collection, id), 'here');
    this.#noteOrder(collection, id);
  }

  remove(): void {
    const row = this.#takeOwnRow();
    if (row === undefined) return;
    this.#do(removeEntity(row.collection, row.id as IdOf<CollectionName>));
    this.#notes.write(rowFact(row.collection, row.id), undefined);
  }

  #takeOwnRow(): OwnRow | undefined {
    if (this.#rows.length === 0) return undefined;
    return this.#rows.splice(this.#random.int(this.#rows.length), 1)[0];
  }

  move(): void {
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

  change(): void {
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

  moveDrawing(): void {
    const id = `shape:${this.#name}-${this.#random.int(3)}`;
    const xy = [this.#random.int(4000), this.#random.int(3000)];
    this.#do(putCanvasRecord(id, { xy, base: { type: 'draw' } }));
    this.#notes.write(rowFact('canvas', id), 'here');
    this.#notes.write(valueFact('canvas', id, 'xy'), JSON.stringify(xy), rowFact('canvas', id));
  }

  #do<T>(command: Command<T>): T {
    const outcome = run(this.#doc, command, this.#writer);
    if (outcome.ok) return outcome.value;
    throw new Error(`An edit was refused: ${JSON.stringify(outcome.refusal)}`);
  }
}
