/** The read model on SQLite passes its contract. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteReadModel } from '../../server/readmodel/sqlite/readModel.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { type ReadModelStorage, readModelContract } from './readmodel.contract.ts';
import { temporaryFolder } from './support.ts';

async function createStorage(): Promise<ReadModelStorage> {
  const folder = await temporaryFolder();
  const mainFile = join(folder.path, 'helhetsmodellen.sqlite');
  const file = join(folder.path, 'readmodel.sqlite');
  return {
    open: () => openSqliteStore({ file: mainFile }),
    openReadModel: ({ records }, now) => openSqliteReadModel({ file, mainFile, records, now }),
    forgetReadModel: async () => {
      for (const ending of ['', '-wal', '-shm']) await rm(file + ending, { force: true });
    },
    spoil(sheetId) {
      const db = new DatabaseSync(mainFile);
      db.prepare(`
        UPDATE journal_snapshot SET state = zeroblob(20)
        WHERE sheet = (SELECT sheet FROM journal_sheet WHERE sheet_id = ?)`).run(sheetId);
      db.close();
    },
    appenderArgs: ['sqlite', mainFile],
    dispose: () => folder.remove(),
  };
}

readModelContract('SQLite', createStorage);
