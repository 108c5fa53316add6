/**
 * Changes of a plain text as deltas (a list of retain, insert and delete, as Yjs reports them) and
 * the algebra that a binding needs: apply one, join two that follow each other, and move one past
 * another that was made at the same time. Lengths count UTF-16 units. A delta never needs to name
 * the text after its last change.
 */
import type { TextEdit } from '../../../shared/document/commands/textDiff.ts';

export type Op =
  | { readonly retain: number }
  | { readonly insert: string }
  | { readonly delete: number };
export type Delta = readonly Op[];

/** Stands for what is not text, such as an embedded object, as in `plainText`. */
const OBJECT_CHARACTER = '\ufffc';

/** The delta of a `Y.YTextEvent`, without formatting. */
export function plainDelta(
  ops: readonly { insert?: unknown; delete?: number | undefined; retain?: number | undefined }[],
): Delta {
  const delta = new DeltaBuilder();
  for (const op of ops) {
    if (op.retain !== undefined) delta.retain(op.retain);
    else if (op.delete !== undefined) delta.remove(op.delete);
    else delta.insert(typeof op.insert === 'string' ? op.insert : OBJECT_CHARACTER);
  }
  return delta.build();
}

/** The delta of one edit. */
export function editDelta({ index, remove, insert }: TextEdit): Delta {
  return new DeltaBuilder().retain(index).insert(insert).remove(remove).build();
}

/** A delta as edits to be done one after another. */
export function editsOf(delta: Delta): TextEdit[] {
  const edits: TextEdit[] = [];
  let index = 0;
  for (const op of delta) {
    if ('retain' in op) index += op.retain;
    else if ('delete' in op) edits.push({ index, remove: op.delete, insert: '' });
    else {
      edits.push({ index, remove: 0, insert: op.insert });
      index += op.insert.length;
    }
  }
  return edits;
}

export function applyDelta(text: string, delta: Delta): string {
  let result = '';
  let index = 0;
  for (const op of delta) {
    if ('insert' in op) result += op.insert;
    else {
      const length = 'retain' in op ? op.retain : op.delete;
      if ('retain' in op) result += text.slice(index, index + length);
      index += length;
    }
  }
  return result + text.slice(index);
}

/** One delta that does what `first` and then `second` do. */
export function compose(first: Delta, second: Delta): Delta {
  const a = new DeltaReader(first);
  const b = new DeltaReader(second);
  const joined = new DeltaBuilder();
  while (!b.isDone) {
    if (b.kind === 'insert') joined.add(b.take(Number.POSITIVE_INFINITY));
    else if (a.kind === 'delete') joined.add(a.take(Number.POSITIVE_INFINITY));
    else {
      const length = Math.min(a.rest, b.rest);
      const from = a.take(length);
      const change = b.take(length);
      if ('retain' in change) joined.add(from);
      else if ('retain' in from) joined.remove(length);
    }
  }
  while (!a.isDone) joined.add(a.take(Number.POSITIVE_INFINITY));
  return joined.build();
}

/**
 * `delta` as it reads once `done`, made on the same text, has been applied. Where both insert in
 * one place, `delta`'s comes first when it `goesFirst`. For any a and b made on one text, a and
 * then `transform(b, a, false)` give the same text as b and then `transform(a, b, true)`.
 */
export function transform(delta: Delta, done: Delta, goesFirst: boolean): Delta {
  const a = new DeltaReader(delta);
  const b = new DeltaReader(done);
  const moved = new DeltaBuilder();
  while (!a.isDone) {
    if (a.kind === 'insert' && (goesFirst || b.kind !== 'insert')) {
      moved.add(a.take(Number.POSITIVE_INFINITY));
    } else if (b.kind === 'insert') {
      moved.retain(b.rest);
      b.take(b.rest);
    } else {
      const length = Math.min(a.rest, b.rest);
      const change = a.take(length);
      const theirs = b.take(length);
      if ('retain' in theirs) moved.add(change);
    }
  }
  return moved.build();
}

/**
 * Where a position in the text before stands after the change. A position right where something is
 * inserted stays in front of it with `stay: 'before'`, else it ends up behind it.
 */
export function mapPosition(delta: Delta, position: number, stay: 'before' | 'after'): number {
  let before = 0;
  let after = 0;
  for (const op of delta) {
    if ('insert' in op) {
      if (before === position && stay === 'before') return after;
      after += op.insert.length;
    } else if ('retain' in op) {
      if (position < before + op.retain) return after + position - before;
      before += op.retain;
      after += op.retain;
    } else {
      if (position < before + op.delete) return after;
      before += op.delete;
    }
  }
  return after + position - before;
}

/** Where the last change of a delta ends, in the text after it. */
export function endOfChange(delta: Delta): number {
  let after = 0;
  let end = 0;
  for (const op of delta) {
    if ('retain' in op) after += op.retain;
    else {
      if ('insert' in op) after += op.insert.length;
      end = after;
    }
  }
  return end;
}

/** Builds the shortest form: neighbours of one kind are joined, inserts stand before deletes. */
class DeltaBuilder {
  readonly #ops: Op[] = [];

  retain(length: number): this {
    return this.add({ retain: length });
  }

  insert(text: string): this {
    return this.add({ insert: text });
  }

  remove(length: number): this {
    return this.add({ delete: length });
  }

  add(op: Op): this {
    if (lengthOf(op) <= 0) return this;
    const last = this.#ops.at(-1);
    if ('insert' in op && last !== undefined && 'delete' in last) {
      this.#ops.pop();
      return this.add(op).add(last);
    }
    const joined = last === undefined ? undefined : join(last, op);
    if (joined === undefined) this.#ops.push(op);
    else this.#ops[this.#ops.length - 1] = joined;
    return this;
  }

  build(): Delta {
    const last = this.#ops.at(-1);
    if (last !== undefined && 'retain' in last) this.#ops.pop();
    return this.#ops;
  }
}

/** Reads a delta piece by piece; after its end comes an endless retain. */
class DeltaReader {
  readonly #ops: Delta;
  #index = 0;
  #offset = 0;

  constructor(ops: Delta) {
    this.#ops = ops;
  }

  get isDone(): boolean {
    return this.#index >= this.#ops.length;
  }

  get kind(): 'retain' | 'insert' | 'delete' {
    const op = this.#ops[this.#index];
    if (op === undefined || 'retain' in op) return 'retain';
    return 'insert' in op ? 'insert' : 'delete';
  }

  /** How much of the current piece is left. */
  get rest(): number {
    const op = this.#ops[this.#index];
    return op === undefined ? Number.POSITIVE_INFINITY : lengthOf(op) - this.#offset;
  }

  take(atMost: number): Op {
    const op = this.#ops[this.#index];
    const length = Math.min(atMost, this.rest);
    if (op === undefined) return { retain: length };
    const start = this.#offset;
    this.#offset += length;
    if (this.#offset >= lengthOf(op)) {
      this.#index += 1;
      this.#offset = 0;
    }
    if ('insert' in op) return { insert: op.insert.slice(start, start + length) };
    return 'retain' in op ? { retain: length } : { delete: length };
  }
}

function lengthOf(op: Op): number {
  if ('insert' in op) return op.insert.length;
  return 'retain' in op ? op.retain : op.delete;
}

function join(a: Op, b: Op): Op | undefined {
  if ('insert' in a && 'insert' in b) return { insert: a.insert + b.insert };
  if ('retain' in a && 'retain' in b) return { retain: a.retain + b.retain };
  if ('delete' in a && 'delete' in b) return { delete: a.delete + b.delete };
  return undefined;
}
