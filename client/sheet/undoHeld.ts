/**
 * What an undo must leave standing because others have written in it. Undoing «add tiltak» would
 * delete the row with all it holds; when a colleague has typed in it meanwhile, the row stays,
 * with every field it was made with, and so do paragraphs and list items of prose.
 */
import * as Y from 'yjs';

type Step = Y.UndoManager['undoStack'][number];
type IdSet = Step['insertions'];

/** Answers `Y.UndoManager`'s delete filter while one of its stacks is being popped. */
export class HeldTypes {
  readonly #doc: Y.Doc;
  #stack: readonly Step[] = [];
  #before: readonly Step[] = [];
  #step: Step | undefined;
  #held: ReadonlySet<Y.Item> = new Set();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Call before steps are popped off `stack`. */
  watch(stack: readonly Step[]): void {
    this.#stack = stack;
    this.#before = [...stack];
  }

  unwatch(): void {
    this.#stack = [];
    this.#before = [];
    this.#step = undefined;
    this.#held = new Set();
  }

  /** Whether an item that the step inserted must stay. */
  isHeld(item: Y.Item): boolean {
    // Steps without effect are passed over, so the one being undone is known by the stack's height.
    const step = this.#before[this.#stack.length];
    if (step === undefined) return false;
    if (step !== this.#step) {
      this.#step = step;
      this.#held = heldTypes(this.#doc, step.insertions);
    }
    return this.#held.size > 0 && isKept(item, this.#held);
  }
}

/** Live types that the step made and that hold something live which it did not make. */
function heldTypes(doc: Y.Doc, insertions: IdSet): ReadonlySet<Y.Item> {
  const own = withCopies(doc, insertions);
  const held = new Set<Y.Item>();
  for (const [client, ranges] of own.clients) {
    for (const range of ranges) {
      for (const item of itemsIn(doc, client, range.clock, range.len)) {
        if (!item.deleted && item.content instanceof Y.ContentType) {
          if (holdsOthers(item.content.type, own)) held.add(item);
        }
      }
    }
  }
  return held;
}

/** A held type stays, and with it the fields and attributes that it was made with. */
function isKept(item: Y.Item, held: ReadonlySet<Y.Item>): boolean {
  if (held.has(item)) return true;
  let entry: Y.Item | null = item;
  while (entry !== null && entry.parentSub !== null) {
    entry = parentItem(entry);
    if (entry !== null && held.has(entry)) return true;
  }
  return false;
}

function parentItem(item: Y.Item): Y.Item | null {
  return item.parent instanceof Y.AbstractType ? item.parent._item : null;
}

function holdsOthers(type: Y.AbstractType<unknown>, own: IdSet): boolean {
  for (let item = type._start; item !== null; item = item.right) {
    if (isOthers(item, own)) return true;
  }
  for (const item of type._map.values()) {
    if (isOthers(item, own)) return true;
  }
  return false;
}

function isOthers(item: Y.Item, own: IdSet): boolean {
  if (item.deleted) return false;
  if (!covers(own, item)) return true;
  return item.content instanceof Y.ContentType && holdsOthers(item.content.type, own);
}

function covers(ids: IdSet, item: Y.Item): boolean {
  const { client, clock } = item.id;
  const end = clock + item.length;
  return (ids.clients.get(client) ?? []).some(
    (range) => range.clock <= clock && end <= range.clock + range.len,
  );
}

/** The ids, and those of the copies that undo and redo have made of them since. */
function withCopies(doc: Y.Doc, ids: IdSet): IdSet {
  const all = Y.createDeleteSet();
  const add = (client: number, clock: number, len: number): void => {
    const ranges = all.clients.get(client);
    if (ranges === undefined) all.clients.set(client, [{ clock, len }]);
    else ranges.push({ clock, len });
    for (const item of itemsIn(doc, client, clock, len)) {
      if (item.redone === null) continue;
      const from = Math.max(clock, item.id.clock);
      const to = Math.min(clock + len, item.id.clock + item.length);
      add(item.redone.client, item.redone.clock + (from - item.id.clock), to - from);
    }
  };
  for (const [client, ranges] of ids.clients) {
    for (const { clock, len } of ranges) add(client, clock, len);
  }
  return Y.mergeDeleteSets([all]);
}

function* itemsIn(doc: Y.Doc, client: number, clock: number, len: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  const last = structs.at(-1);
  if (last === undefined || clock >= last.id.clock + last.length) return;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= clock + len) return;
    if (struct instanceof Y.Item) yield struct;
  }
}
