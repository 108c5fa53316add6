/** The SQLite store passes every contract. */
import { join } from 'node:path';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { journalContract } from './journal.contract.ts';
import { recordsContract } from './records.contract.ts';
import { type Storage, temporaryFolder } from './support.ts';

async function createStorage(): Promise<Storage> {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'helhetsmodellen.sqlite');
  return {
    open: () => openSqliteStore({ file }),
    appenderArgs: ['sqlite', file],
    dispose: () => folder.remove(),
  };
}

journalContract('SQLite', createStorage);
recordsContract('SQLite', createStorage);
