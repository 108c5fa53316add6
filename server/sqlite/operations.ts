/** The functions of a store thread, found by the name that a message carries. */
import type { OperationsOf } from './protocol.ts';

export type Operation = (input: unknown) => unknown;

/**
 * A table to look names up in. The one place where types are lost: main thread and store thread
 * are compiled against the same table, so a name's input is what its function takes.
 */
export function operationsByName<Ops extends OperationsOf<Ops>>(
  operations: Ops,
): ReadonlyMap<string, Operation> {
  return new Map<string, Operation>(Object.entries(operations));
}
