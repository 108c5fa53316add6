/**
 * The journal on SQLite, main-thread side. A sheet that was found damaged stays untouched: until
 * the process restarts, it is neither read nor written again, so that what is left of it can
 * still be rescued.
 */
import { Refusal } from '../../../shared/errors/catalogue.ts';
import type { SheetId } from '../../../shared/ids/ids.ts';
import type { StoreEventListener } from '../../sqlite/events.ts';
import type { StoreReads } from '../../sqlite/readerThread.ts';
import { asRefusal, refusing } from '../../sqlite/refusals.ts';
import type { ThreadClient } from '../../sqlite/threadClient.ts';
import type { StoreWrites } from '../../sqlite/writerThread.ts';
import type { Journal } from '../port.ts';
import { unpacked } from './statements.ts';

export interface SqliteJournalOptions {
  readonly writer: ThreadClient<StoreWrites>;
  readonly reader: ThreadClient<StoreReads>;
  readonly onEvent: StoreEventListener;
}

export function createSqliteJournal({ writer, reader, onEvent }: SqliteJournalOptions): Journal {
  const damaged = new Map<SheetId, Refusal>();

  /** Asks about a sheet, unless it is known to be damaged, and remembers when it turns out so. */
  async function guarded<T>(sheetId: SheetId, ask: () => Promise<T>): Promise<T> {
    const known = damaged.get(sheetId);
    if (known !== undefined) throw new Refusal(known.code, known.detail, { cause: known.cause });
    try {
      return await ask();
    } catch (error) {
      const refusal = asRefusal(error);
      if (refusal instanceof Refusal && refusal.code === 'sheet.unreadable') {
        if (!damaged.has(sheetId)) {
          onEvent({ type: 'sheet.damaged', sheetId, reason: String(refusal.cause) });
        }
        damaged.set(sheetId, refusal);
      }
      throw refusal;
    }
  }

  return {
    load(sheetId) {
      return guarded(sheetId, async () => {
        const stored = await reader.call('load', () => ({ sheetId }));
        return stored === undefined ? undefined : unpacked(stored);
      });
    },

    append(sheetId, updates) {
      return guarded(sheetId, () =>
        writer.call('append', (copy) => ({ sheetId, updates: updates.map(copy) })),
      );
    },

    compact(sheetId, through, state) {
      return guarded(sheetId, () =>
        writer.call('compact', (copy) => ({ sheetId, through, state: copy(state) })),
      );
    },

    async check() {
      const written = await refusing(
        writer.call('beat', () => undefined),
        'store.unavailable',
      );
      const read = await refusing(
        reader.call('readBeats', () => undefined),
        'store.unavailable',
      );
      if (read < written) {
        const cause = new Error(`Read beat ${read} after writing ${written}.`);
        throw new Refusal('store.unavailable', undefined, { cause });
      }
    },
  };
}
