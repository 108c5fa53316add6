/** A store thread's problem as what a port promises: a Refusal, or the bug it is. */
import { Refusal } from '../../shared/errors/catalogue.ts';
import { StoreProblem } from './threadClient.ts';

/** What damage makes unusable: the sheet that was asked for, or all of the store. */
type WhenDamaged = 'sheet.unreadable' | 'store.unavailable';

export function asRefusal(error: unknown, whenDamaged: WhenDamaged = 'sheet.unreadable'): unknown {
  if (!(error instanceof StoreProblem)) return error;
  switch (error.problem.kind) {
    case 'busy':
    case 'full':
    case 'readOnly':
    case 'io':
      return new Refusal('store.unavailable', undefined, { cause: error });
    case 'damaged':
    case 'notADatabase':
      return new Refusal(whenDamaged, undefined, { cause: error });
    case 'bug':
      return error;
  }
}

/** The promise with its rejection turned into what a port promises. */
export async function refusing<T>(asked: Promise<T>, whenDamaged?: WhenDamaged): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw asRefusal(error, whenDamaged);
  }
}
