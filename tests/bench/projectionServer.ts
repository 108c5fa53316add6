/**
 * The real server, whose read model hears of changes every other turn only: to see what projecting
 * costs those who write.
 */
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { openFileAssets } from '../../server/assets/files/files.ts';
import { readConfig } from '../../server/config/config.ts';
import { assetsFolder, databaseFile, readModelFile } from '../../server/config/files.ts';
import { createLogger } from '../../server/observe/log.ts';
import type { DocumentId, ReadModel } from '../../server/readmodel/port.ts';
import { openSqliteReadModel } from '../../server/readmodel/sqlite/readModel.ts';
import { createInProcessRelay } from '../../server/relay/inprocess/inprocess.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { TURN_MS, turnAt } from './turns.ts';

const reading = readConfig(process.env, process.cwd());
if ('faults' in reading) throw new RangeError(reading.faults.join('\n'));
const { config } = reading;
const mainFile = databaseFile(config.dataDir);
const { journal, records, close } = await openSqliteStore({ file: mainFile });
const readModel = openSqliteReadModel({ file: readModelFile(config.dataDir), mainFile, records });
hearEveryOtherTurn(readModel);
const assets = await openFileAssets(assetsFolder(config.dataDir));
const app = await createApp({
  config,
  adapters: { journal, records, relay: createInProcessRelay(), assets, readModel },
  logger: createLogger(config.logLevel, pino.destination({ dest: 2, sync: true })),
  clientDir: join(config.dataDir, 'no-client'),
});
process.once('SIGTERM', async () => {
  await app.drain();
  await readModel.close();
  await close();
  process.exit(0);
});
process.stdout.write(`Helhetsmodellen A3: ${await app.listen()}\n`);

/** What changes in the other turns it hears when its own begins. */
function hearEveryOtherTurn(model: ReadModel): void {
  const changed = model.changed.bind(model);
  const held = new Set<DocumentId>();
  const hear = () => {
    if (turnAt(Date.now()) === 0 || held.size === 0) return;
    changed(held);
    held.clear();
  };
  model.changed = (documentIds) => {
    for (const documentId of documentIds) held.add(documentId);
    hear();
  };
  const atNextTurn = () => {
    hear();
    setTimeout(atNextTurn, TURN_MS - (Date.now() % TURN_MS)).unref();
  };
  atNextTurn();
}
