/** Records that tell when what they write makes other rows of the documents. */
import type { Records } from '../records/port.ts';
import type { ReadModel } from './port.ts';

/** The same records; `readModel` hears of new and moved documents once that is durable. */
export function noticing(records: Records, readModel: Pick<ReadModel, 'changed'>): Records {
  return {
    ...records,
    async createSheet(sheet, keys, state) {
      await records.createSheet(sheet, keys, state);
      readModel.changed([sheet.sheetId]);
    },
    async createSheets(documents) {
      await records.createSheets(documents);
      readModel.changed(documents.map(({ sheet }) => sheet.sheetId));
    },
    async moveSheet(sheetId, from, to) {
      const isMoved = await records.moveSheet(sheetId, from, to);
      if (isMoved) readModel.changed([sheetId]);
      return isMoved;
    },
  };
}
