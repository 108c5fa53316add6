/** A journal that can be told to fail or to wait, in front of the real one. */
import type { Journal } from '../../server/journal/port.ts';
import { Refusal } from '../../shared/errors/catalogue.ts';

export interface FaultyJournal extends Journal {
  /** What every append and check rejects with from now on; undefined lets them through again. */
  fault: unknown;
  /** The same for loads. */
  loadFault: unknown;
  /** How many appends were tried. */
  readonly appends: number;
  readonly loads: number;
  /** Loads wait until the answer is called. */
  holdLoads(): () => void;
}

export const UNAVAILABLE = new Refusal('store.unavailable');

export function faulty(journal: Journal): FaultyJournal {
  let held: Promise<void> = Promise.resolve();
  let appends = 0;
  let loads = 0;
  const wrapped: FaultyJournal = {
    fault: undefined,
    loadFault: undefined,
    get appends() {
      return appends;
    },
    get loads() {
      return loads;
    },
    holdLoads() {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    async load(sheetId) {
      loads += 1;
      await held;
      if (wrapped.loadFault !== undefined) throw wrapped.loadFault;
      return journal.load(sheetId);
    },
    async append(sheetId, updates) {
      appends += 1;
      if (wrapped.fault !== undefined) throw wrapped.fault;
      await journal.append(sheetId, updates);
    },
    compact: (sheetId, through, state) => journal.compact(sheetId, through, state),
    async check() {
      if (wrapped.fault !== undefined) throw wrapped.fault;
      await journal.check();
    },
  };
  return wrapped;
}
