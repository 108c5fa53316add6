/**
 * What an update would do to a document, found out before it is applied: nothing new, something
 * new, or something that hangs in the air because its predecessor is missing. Yjs would keep the
 * latter aside, unseen by everybody and encoded again for ever.
 */
import * as Y from 'yjs';
import type { DeleteRange, ParsedRun, ParsedStruct, ParsedUpdate, Ref } from './updateParser.ts';

export type UpdateEffect = 'adds' | 'nothing' | 'gap';

/** The effect of applying `update` to `doc` as it is now. */
export function effectOf(doc: Y.Doc, update: ParsedUpdate): UpdateEffect {
  if (update.hasSkips) return 'gap';
  const known = (client: number) => Y.getState(doc.store, client);
  const reached = new Reach(update.runs, known);
  if (!reached.all()) return 'gap';
  if (update.deletes.some((range) => range.end > reached.stateOf(range.client))) return 'gap';
  if (addedClients(doc, update).length > 0) return 'adds';
  return update.deletes.every((range) => isDeleted(doc, range)) ? 'nothing' : 'adds';
}

/** The clients of whose operations an update brings more than the document has. */
export function addedClients(doc: Y.Doc, update: ParsedUpdate): readonly number[] {
  return update.runs
    .filter((run) => (run.structs.at(-1)?.end ?? 0) > Y.getState(doc.store, run.client))
    .map((run) => run.client);
}

/**
 * Whether the document has the beginning of a struct but not its end. Yjs throws on such a one
 * when what it has was cleaned away; `Y.diffUpdate` cuts it where the document ends.
 */
export function hasHalfKnown(doc: Y.Doc, update: ParsedUpdate): boolean {
  return update.runs.some(({ client, structs }) => {
    const known = Y.getState(doc.store, client);
    return structs.some(({ clock, end }) => clock < known && known < end);
  });
}

/**
 * Whether an update does no more than remove formatting marks. Yjs tidies these up by itself after
 * formatting of others, also in the client of a reader, who has then done nothing wrong.
 */
export function removesOnlyFormatting(doc: Y.Doc, update: ParsedUpdate): boolean {
  const addsStructs = addedClients(doc, update).length > 0;
  return !addsStructs && update.deletes.every((range) => everyStruct(doc, range, isFormatting));
}

function isFormatting(struct: Y.Item | Y.GC): boolean {
  return struct.deleted || (struct instanceof Y.Item && struct.content instanceof Y.ContentFormat);
}

interface Cursor {
  readonly client: number;
  readonly structs: readonly ParsedStruct[];
  next: number;
  /** Whether it waits for another client's operation further up the stack. */
  isWaiting: boolean;
}

/**
 * Walks the structs in the order of their needs, as Yjs will, each once: a struct whose need lies
 * in this same update waits while that client's run moves on. A need of a run that itself waits
 * is a circle and never met.
 */
class Reach {
  readonly #cursors: ReadonlyMap<number, Cursor>;
  readonly #known: (client: number) => number;
  readonly #state = new Map<number, number>();

  constructor(runs: readonly ParsedRun[], known: (client: number) => number) {
    this.#known = known;
    this.#cursors = new Map(
      runs.map(({ client, structs }) => [client, { client, structs, next: 0, isWaiting: false }]),
    );
  }

  /** How many operations of a client exist, counting what has been walked. */
  stateOf(client: number): number {
    return this.#state.get(client) ?? this.#known(client);
  }

  /** Whether every struct can be integrated. */
  all(): boolean {
    for (const cursor of this.#cursors.values()) {
      if (!this.#run(cursor)) return false;
    }
    return true;
  }

  #run(first: Cursor): boolean {
    const stack: { cursor: Cursor; until: number }[] = [
      { cursor: first, until: Number.POSITIVE_INFINITY },
    ];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { cursor, until } = top;
      const need = this.#advance(cursor, until);
      if (need === 'gap') return false;
      if (need === undefined) {
        cursor.isWaiting = false;
        stack.pop();
        continue;
      }
      const provider = this.#cursors.get(need.client);
      if (provider === undefined || provider.isWaiting) return false;
      if (provider.next === provider.structs.length) return false;
      cursor.isWaiting = true;
      stack.push({ cursor: provider, until: need.clock });
    }
    return true;
  }

  /** Moves on until clock `until` exists; what stops it before that. */
  #advance(cursor: Cursor, until: number): Ref | 'gap' | undefined {
    for (;;) {
      const state = this.stateOf(cursor.client);
      const struct = cursor.structs[cursor.next];
      if (state > until || struct === undefined) return undefined;
      if (struct.clock > state) return 'gap';
      const unmet = struct.needs.find(
        (ref) => ref.client !== cursor.client && ref.clock >= this.stateOf(ref.client),
      );
      if (unmet !== undefined) return unmet;
      this.#state.set(cursor.client, Math.max(state, struct.end));
      cursor.next += 1;
    }
  }
}

function isDeleted(doc: Y.Doc, range: DeleteRange): boolean {
  return everyStruct(doc, range, (struct) => struct.deleted);
}

function everyStruct(
  doc: Y.Doc,
  range: DeleteRange,
  holds: (struct: Y.Item | Y.GC) => boolean,
): boolean {
  const structs = doc.store.clients.get(range.client);
  if (structs === undefined || range.end > Y.getState(doc.store, range.client)) return false;
  for (let i = Y.findIndexSS(structs, range.clock); i < structs.length; i++) {
    const struct = structs[i];
    if (struct === undefined || struct.id.clock >= range.end) break;
    if (!holds(struct)) return false;
  }
  return true;
}
