/**
 * A command is the only thing that writes a sheet. Called with a document it answers "may I?":
 * either a plan whose `apply` does it, or why not. So a button that greys out, a key and a test
 * share one function. Refusals are values; nothing is written unless everything can be.
 */
import type * as Y from 'yjs';
import type { RandomBytes } from '../../ids/ids.ts';

/**
 * Who writes, as the Yjs transaction's origin. What is `undoable` lands on the writer's own undo
 * stack; what is not (creation, migration, import) cannot be undone by a key stroke.
 */
export interface Origin {
  readonly kind: 'local' | 'server' | 'test';
  readonly undoable: boolean;
}

export interface Writer {
  readonly origin: Origin;
  /** For new ids and order keys. */
  readonly random: RandomBytes;
}

export interface Plan<T> {
  readonly apply: (writer: Writer) => T;
}

/**
 * `gone`: what it is about has been removed. `illTyped`: the value does not fit the field.
 * `taken`: what it would make is there already.
 */
export interface CommandRefusal {
  readonly refused: 'gone' | 'illTyped' | 'taken';
  readonly field?: string;
}

export type Command<T = void> = (doc: Y.Doc) => Plan<T> | CommandRefusal;

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: CommandRefusal };

/** Why the command cannot be run now, or undefined when it can. Writes nothing. */
export function refusalOf(doc: Y.Doc, command: Command<unknown>): CommandRefusal | undefined {
  const answer = command(doc);
  return 'refused' in answer ? answer : undefined;
}

/** Runs the command in one transaction. */
export function run<T>(doc: Y.Doc, command: Command<T>, writer: Writer): Outcome<T> {
  const answer = command(doc);
  if ('refused' in answer) return { ok: false, refusal: answer };
  const value = doc.transact(() => answer.apply(writer), writer.origin);
  return { ok: true, value };
}

/** Several commands as one step, all or nothing: each is asked before any is applied. */
export function all(commands: readonly Command<unknown>[]): Command {
  return (doc) => {
    const plans: Plan<unknown>[] = [];
    for (const command of commands) {
      const answer = command(doc);
      if ('refused' in answer) return answer;
      plans.push(answer);
    }
    return {
      apply: (writer) => {
        for (const plan of plans) plan.apply(writer);
      },
    };
  };
}
