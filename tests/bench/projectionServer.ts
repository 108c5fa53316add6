/**
 * The real server, with its read model or (`READ_MODEL=none`) with one that does nothing: to see
 * what projecting costs those who write.
 */
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../../server/app.ts';
import { openFileAssets } from '../../server/assets/files/files.ts';
import { readConfig } from '../../server/config/config.ts';
import { assetsFolder, databaseFile, readModelFile } from '../../server/config/files.ts';
import { createLogger } from '../../server/observe/log.ts';
import { openSqliteReadModel } from '../../server/readmodel/sqlite/readModel.ts';
import { createInProcessRelay } from '../../server/relay/inprocess/inprocess.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { lateReadModel } from '../world/lateReadModel.ts';

const reading = readConfig(process.env, process.cwd());
if ('faults' in reading) throw new RangeError(reading.faults.join('\n'));
const { config } = reading;
const mainFile = databaseFile(config.dataDir);
const { journal, records, close } = await openSqliteStore({ file: mainFile });
const open = () => openSqliteReadModel({ file: readModelFile(config.dataDir), mainFile, records });
// Nobody asks it here, so that it is never opened.
const readModel = process.env['READ_MODEL'] === 'none' ? lateReadModel(open) : open();
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
