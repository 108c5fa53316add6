/** Records that tell when what they write makes rows of other rows. */
import type { Records } from '../records/port.ts';
import type { ReadModel } from './port.ts';

/** The same records; `readModel` hears of new documents once they are durable. */
export function noticing(records: Records, readModel: Pick<ReadModel, 'changed'>): Records {
  return {
    ...records,
    async createSheet(sheet, keys, state) {
      await records.createSheet(sheet, keys, state);
      readModel.changed([sheet.sheetId]);
    },
  };
}
