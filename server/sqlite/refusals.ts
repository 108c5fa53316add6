/** A store thread's problem as what a port promises: a Refusal, or the bug it is. */
import { Refusal } from '../../shared/errors/catalogue.ts';
import { StoreProblem } from './threadClient.ts';

/** Damage is told of the sheet that was asked for; everything SQLite cannot do, of the store. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof StoreProblem)) return error;
  switch (error.problem.kind) {
    case 'busy':
    case 'full':
    case 'readOnly':
    case 'io':
      return new Refusal('store.unavailable', undefined, { cause: error });
    case 'damaged':
    case 'notADatabase':
      return new Refusal('sheet.unreadable', undefined, { cause: error });
    case 'bug':
      return error;
  }
}

/** The promise with its rejection turned into what a port promises. */
export async function refusing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw asRefusal(error);
  }
}
