/**
 * What a sheet must hold after everybody has everything, from nothing but who wrote what, and what
 * each writer had seen. It knows no Yjs: a register is a slot that remembers its writes and which
 * of them a later writer had seen; words are tokens that were put in and taken out.
 */

/** Nothing stands there. Registers that hold null count as this. */
export const ABSENT = Symbol('absent');

/** One transaction of one peer. */
export interface WriteEvent {
  /** The Yjs client that wrote it, and how far its clock had come afterwards. */
  readonly client: number;
  readonly clockAfter: number;
  /** What the writer had seen: every client's clock before the transaction. */
  readonly seen: ReadonlyMap<number, number>;
  /** True when it only removed something: then no clock tells who has seen it. */
  readonly isDeleteOnly: boolean;
}

/** Who can tell whether an event has taken effect in their copy. */
export interface Knower {
  knows(event: WriteEvent): boolean;
}

interface Write {
  readonly event: WriteEvent | undefined;
  readonly value: unknown;
}

/** One key that is replaced whole. Its value is plain JSON, ABSENT or an Instance. */
export class Slot {
  readonly #writes: Write[] = [];
  readonly #followed = new Set<Write>();

  /** `event` undefined: it stood there from the start, and everybody has seen it. */
  write(value: unknown, event?: WriteEvent, by?: Knower): void {
    for (const write of this.#writes) {
      if (write.event === undefined || by?.knows(write.event) === true) this.#followed.add(write);
    }
    this.#writes.push({ event, value: value ?? ABSENT });
  }

  /** The values that may stand: those that nobody who had seen them has replaced. */
  get candidates(): readonly unknown[] {
    if (this.#writes.length === 0) return [ABSENT];
    return this.#writes.filter((write) => !this.#followed.has(write)).map(({ value }) => value);
  }

  /** The thing that was put here last, in the order in which the test ran. */
  get latestThing(): Instance | undefined {
    return this.#writes.map(({ value }) => value).findLast((value) => value instanceof Instance);
  }
}

/** Words of one cell: tokens that are put in once each, and stay until somebody takes them out. */
export class Words {
  readonly #put = new Set<string>();
  readonly #taken = new Set<string>();

  put(tokens: Iterable<string>): void {
    for (const token of tokens) this.#put.add(token);
  }

  take(tokens: Iterable<string>): void {
    for (const token of tokens) this.#taken.add(token);
  }

  get left(): ReadonlySet<string> {
    return this.#put.difference(this.#taken);
  }
}

/** Something with keys and cells: an entity, a canvas record, a thread, a measured day, the sheet. */
export class Instance {
  readonly slots = new Map<string, Slot>();
  readonly cells = new Map<string, Words>();

  slot(key: string): Slot {
    return getOrMake(this.slots, key, () => new Slot());
  }

  cell(key: string): Words {
    return getOrMake(this.cells, key, () => new Words());
  }
}

function getOrMake<T>(map: Map<string, T>, key: string, make: () => T): T {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
