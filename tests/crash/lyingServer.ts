/**
 * A server that loses what it has acknowledged, each kind of loss by a fault that a real one might
 * have. Everything else is the product's own, so that a search for losses can be tried on it.
 * `LIE` in the environment chooses the fault, the rest is as for the product.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import * as Y from 'yjs';
import { type Adapters, createApp } from '../../server/app.ts';
import { openFileAssets } from '../../server/assets/files/files.ts';
import { readConfig } from '../../server/config/config.ts';
import { createLogger } from '../../server/observe/log.ts';
import { openSqliteReadModel } from '../../server/readmodel/sqlite/readModel.ts';
import { createInProcessRelay } from '../../server/relay/inprocess/inprocess.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { isLie, type Lie } from './lies.ts';

const LATE_MS = 400;
const DROPPED = 25;
const HONEST_SHEETS = 3;

const lie = process.env['LIE'];
if (!isLie(lie)) throw new RangeError(`No lie: ${lie}`);
const reading = readConfig(process.env, process.cwd());
if ('faults' in reading) throw new RangeError(reading.faults.join('\n'));
const { config } = reading;
const mainFile = join(config.dataDir, 'helhetsmodellen.sqlite');
const store = await openSqliteStore({ file: mainFile });
const { journal, records } = store;
const file = join(config.dataDir, 'readmodel.sqlite');
const readModel = openSqliteReadModel({ file, mainFile, records });
const assets = await openFileAssets(join(config.dataDir, 'assets'));
const app = await createApp({
  config,
  adapters: liars({ journal, records, relay: createInProcessRelay(), assets, readModel })[lie],
  logger: createLogger(config.logLevel, pino.destination({ dest: 2, sync: true })),
  clientDir: join(config.dataDir, 'no-client'),
});
process.stdout.write(`Helhetsmodellen A3: ${await app.listen()}\n`);

function liars(honest: Adapters): Record<Lie, Adapters> {
  const { journal, records } = honest;
  let appended = 0;
  let created = 0;
  return {
    'acknowledges before storing': {
      ...honest,
      journal: {
        ...journal,
        append: async (...append) => {
          void pause(LATE_MS).then(() => journal.append(...append));
        },
      },
    },
    'drops an update now and then': {
      ...honest,
      journal: {
        ...journal,
        append: (sheetId, updates) => {
          const kept = updates.filter(() => {
            appended += 1;
            return appended % DROPPED !== 0;
          });
          return journal.append(sheetId, kept);
        },
      },
    },
    'forgets words when it compacts': {
      ...honest,
      journal: {
        ...journal,
        compact: (sheetId, through, state) => journal.compact(sheetId, through, hollow(state)),
      },
    },
    'answers before the sheet is stored': {
      ...honest,
      records: {
        ...records,
        createSheets: async (...create) => {
          created += 1;
          // The first ones are those that people sit on.
          if (created <= HONEST_SHEETS) await records.createSheets(...create);
          else void pause(LATE_MS).then(() => records.createSheets(...create));
        },
      },
    },
  };
}

/** The same operations, with every text in the header empty: nothing is missing but the words. */
function hollow(state: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  for (const value of doc.getMap('sheet').values()) {
    if (value instanceof Y.Text) value.delete(0, value.length);
  }
  return Y.encodeStateAsUpdate(doc);
}
