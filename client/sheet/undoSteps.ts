/** Where one undo step ends: the field that a transaction wrote in, if it wrote in only one. */
import * as Y from 'yjs';

/**
 * The text cell (`Y.Text`) or prose section (`Y.XmlFragment`) that holds everything the
 * transaction changed, or the step that its origin names: equal names are one step. Undefined for a
 * command (rows added, removed, moved, values set) and for what touched several fields: such a
 * transaction is a step of its own.
 */
export function stepField(transaction: Y.Transaction): object | string | undefined {
  return stepName(transaction.origin) ?? changedField(transaction);
}

/** A writer that does not write in a field of text says by name what goes on: `step` of its origin. */
function stepName(origin: unknown): string | undefined {
  if (typeof origin !== 'object' || origin === null || !('step' in origin)) return undefined;
  return typeof origin.step === 'string' ? origin.step : undefined;
}

function changedField(transaction: Y.Transaction): object | undefined {
  let field: object | undefined;
  for (const type of transaction.changed.keys()) {
    const candidate = fieldOf(type);
    if (candidate === undefined || (field !== undefined && field !== candidate)) return undefined;
    field = candidate;
  }
  return field;
}

type AnyType = Y.Transaction['changed'] extends Map<infer T, unknown> ? T : never;

function fieldOf(type: AnyType): object | undefined {
  let root = type;
  while (root.parent !== null) root = root.parent;
  if (root instanceof Y.XmlFragment) return root;
  return type instanceof Y.Text ? type : undefined;
}
