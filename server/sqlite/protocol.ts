/**
 * What the main thread and a store thread say to each other. Byte arrays inside inputs and values
 * are transferred, never cloned: they view buffers that belong to the message alone.
 */
import type { Problem } from './problem.ts';
import type { StartErrorKind } from './startError.ts';

/** A table of operations: name → function of one structured-cloneable input. */
export type OperationsOf<Ops> = { [Name in keyof Ops]: (input: never) => unknown };

export interface Call {
  readonly id: number;
  readonly operation: string;
  readonly input: unknown;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly problem: Problem };

export type ToThread =
  | { readonly type: 'calls'; readonly calls: readonly Call[] }
  /** Answer what has come, close the database, end. */
  | { readonly type: 'close' };

export type FromThread =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly kind: StartErrorKind; readonly message: string }
  | {
      readonly type: 'answers';
      readonly answers: readonly Answer[];
      /** How long the group took, commit included. */
      readonly milliseconds: number;
    };

/** The distinct buffers behind every byte array in a plain value, for a transfer list. */
export function buffersIn(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) buffersIn(inner, found);
  }
  return found;
}
