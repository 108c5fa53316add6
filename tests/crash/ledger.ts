/**
 * What was written in one sheet and how much of it the server has called saved: the ground that a
 * restarted server is judged on.
 *
 * Everything written is a *fact*: a word that stands somewhere, a row that is there, a value that
 * a key holds. Each fact has one writer, so its values follow each other, and any state of the
 * sheet can be placed on that line: what was acknowledged may have been written over since, never
 * taken back.
 */
import * as Y from 'yjs';
import * as z from 'zod/mini';

/** Absent is a value too: before a row is added, and after it was removed. */
export type Value = string | undefined;

/** All that can be seen of a sheet, by fact. */
export type Observed = ReadonlyMap<string, string>;

interface Fact {
  /** In the order written; the first stood before anybody wrote. */
  readonly values: Value[];
  /** Index of the newest value that was acknowledged. */
  acknowledged: number;
  /** The row that this is a part of, as a fact; when somebody removes it, this says nothing. */
  readonly row: string | undefined;
  /** Somebody else wrote it too: its values follow no line any more. */
  isContested: boolean;
}

/** One value that somebody wrote, to be acknowledged later. */
export interface Written {
  readonly fact: string;
  readonly index: number;
}

export interface Departure {
  readonly fact: string;
  readonly expected: Value;
  readonly standing: Value;
}

const sheetAddress = z.object({
  id: z.string(),
  keys: z.object({ les: z.string(), rediger: z.string(), fasilitator: z.string() }),
});

/** A sheet and its keys, as `POST /api/sheets` answers. */
export type SheetAddress = z.infer<typeof sheetAddress>;

export function parseSheetAddress(answer: unknown): SheetAddress {
  return sheetAddress.parse(answer);
}

export class SheetLedger {
  readonly sheet: SheetAddress;
  readonly #facts = new Map<string, Fact>();
  #bytes: Uint8Array | undefined;
  #newBytes: Uint8Array[] = [];
  #acknowledgedCount = 0;
  #updateCount = 0;

  constructor(sheet: SheetAddress) {
    this.sheet = sheet;
  }

  /** How many facts were acknowledged so far. */
  get acknowledgedCount(): number {
    return this.#acknowledgedCount;
  }

  /** How many updates were acknowledged so far: about one for each key that was pressed. */
  get updateCount(): number {
    return this.#updateCount;
  }

  /** Notes a value that somebody has just written, or that a row is gone (undefined). */
  write(fact: string, value: Value, row?: string): Written {
    const known = this.#facts.get(fact) ?? {
      values: [undefined],
      acknowledged: 0,
      row,
      isContested: false,
    };
    this.#facts.set(fact, known);
    known.values.push(value);
    return { fact, index: known.values.length - 1 };
  }

  contest(fact: string): void {
    const known = this.#facts.get(fact);
    if (known !== undefined) known.isContested = true;
  }

  acknowledge({ fact, index }: Written): void {
    const known = this.#facts.get(fact);
    if (known === undefined) return;
    known.acknowledged = Math.max(known.acknowledged, index);
    this.#acknowledgedCount += 1;
  }

  /** Notes the bytes of an update that was acknowledged. */
  acknowledgeBytes(update: Uint8Array): void {
    this.#newBytes.push(update);
    this.#updateCount += 1;
  }

  /** Facts that stand as if something acknowledged had never been written. */
  lostAcknowledged(observed: Observed): Departure[] {
    return this.#departures(observed, ({ acknowledged }) => acknowledged);
  }

  /** Facts that do not stand as last written, acknowledged or not. */
  missing(observed: Observed): Departure[] {
    return this.#departures(observed, ({ values }) => values.length - 1);
  }

  /** Whether a document lacks any operation or deletion whose bytes were acknowledged. */
  lacksBytes(doc: Y.Doc): boolean {
    const known = this.#bytes === undefined ? [] : [this.#bytes];
    const all = [...known, ...this.#newBytes];
    if (all.length === 0) return false;
    this.#bytes = Y.mergeUpdates(all);
    this.#newBytes = [];
    return adds(doc, this.#bytes);
  }

  #departures(observed: Observed, since: (fact: Fact) => number): Departure[] {
    const departures: Departure[] = [];
    for (const [name, fact] of this.#facts) {
      const first = since(fact);
      if (first === 0 || fact.isContested || this.#isRemoved(fact.row)) continue;
      const standing = observed.get(name);
      const allowed = fact.values.slice(first);
      if (!allowed.includes(standing)) {
        departures.push({ fact: name, expected: allowed[0], standing });
      }
    }
    return departures;
  }

  /** Whether somebody has removed the row, whoever knows of it yet. */
  #isRemoved(row: string | undefined): boolean {
    const fact = row === undefined ? undefined : this.#facts.get(row);
    return fact !== undefined && fact.values.length > 1 && fact.values.at(-1) === undefined;
  }
}

/** Whether an update holds anything that a document lacks. Applies it to a copy. */
export function adds(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let isNew = false;
  copy.on('update', () => {
    isNew = true;
  });
  Y.applyUpdate(copy, update);
  const { pendingStructs, pendingDs } = copy.store;
  copy.destroy();
  return isNew || pendingStructs !== null || pendingDs !== null;
}
