/**
 * Starts the server: reads the environment, chooses the adapters, and ends in good order. The
 * address stands on a line of its own on standard output; the log goes to standard error.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { type App, createApp } from './app.ts';
import { openFileAssets } from './assets/files/files.ts';
import { type Config, isLoopback, readConfig } from './config/config.ts';
import { assetsFolder, databaseFile, readModelFile } from './config/files.ts';
import { makeAdminKey } from './gate/adminKey.ts';
import { createLogger, type Logger } from './observe/log.ts';
import { openSqliteReadModel } from './readmodel/sqlite/readModel.ts';
import { createInProcessRelay } from './relay/inprocess/inprocess.ts';
import type { StoreEventListener } from './sqlite/events.ts';
import { StoreStartError } from './sqlite/startError.ts';
import { openSqliteStore, type Store } from './sqlite/store.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Ending takes no longer than this, whatever hangs. */
const END_LIMIT_MS = 10_000;

const reading = readConfig(process.env, process.cwd());
if ('faults' in reading) {
  complain(
    ['Oppsettet er ikke gyldig:', ...reading.faults.map((fault) => `- ${fault}`)].join('\n'),
  );
  process.exit(1);
}
await start(reading.config);

async function start(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel, pino.destination({ dest: 2, sync: true }));
  let store: Store | undefined;
  const onEvent: StoreEventListener = (event) =>
    logger[event.type === 'group.done' ? 'debug' : 'warn'](event, event.type);
  try {
    const mainFile = databaseFile(config.dataDir);
    store = await openSqliteStore({ file: mainFile, onEvent });
    const relay = createInProcessRelay();
    // After the store, whose lock guards the whole folder.
    const assets = await openFileAssets(assetsFolder(config.dataDir));
    const { journal, records } = store;
    const readModel = openSqliteReadModel({
      file: readModelFile(config.dataDir),
      mainFile,
      records,
      onEvent,
      onFailure: (error, retryInMs) => logger.warn({ err: error, retryInMs }, 'projection.failed'),
    });
    const clientDir = join(ROOT, 'client', 'dist');
    const app = await createApp({
      config,
      adapters: { journal, records, relay, assets, readModel },
      logger,
      clientDir,
    });
    endInGoodOrder(app, [readModel, store], logger);
    await announce(await app.listen(), config, store);
  } catch (error) {
    complain(startFailure(error, config));
    if (!isExpected(error)) logger.fatal({ err: error }, 'start.failed');
    await store?.close();
    process.exit(1);
  }
}

async function announce(address: string, config: Config, store: Store): Promise<void> {
  say(`Helhetsmodellen A3: ${config.publicUrl?.origin ?? address}`);
  if (config.create === 'key') {
    const adminKey = await makeAdminKey(store.records);
    if (adminKey !== undefined) {
      say(`Administratornøkkel (vises bare denne ene gangen): ${adminKey}`);
    }
  } else if (!isLoopback(config.host)) {
    say('Merk: Alle som når tjeneren, kan opprette ark (CREATE=open).');
  }
}

interface Closable {
  close(): Promise<void>;
}

/** The first signal ends in good order, a second at once. */
function endInGoodOrder(app: App, open: readonly Closable[], logger: Logger): void {
  let isEnding = false;
  const end = async (exitCode: number): Promise<void> => {
    if (isEnding) process.exit(1);
    isEnding = true;
    setTimeout(() => {
      logger.fatal('end.tooSlow');
      process.exit(1);
    }, END_LIMIT_MS).unref();
    let code = exitCode;
    try {
      await app.drain();
    } catch (error) {
      logger.fatal({ err: error }, 'end.notSaved');
      code = 1;
    }
    for (const each of open) await each.close();
    process.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'end.begun');
      void end(0);
    });
  }
  const crash = (error: unknown) => {
    logger.fatal({ err: error }, 'crashed');
    if (!isEnding) void end(1);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}

function startFailure(error: unknown, { host, port }: Config): string {
  if (error instanceof StoreStartError) return error.message;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} på ${host} er opptatt av et annet program. Stopp det, eller velg en annen port med PORT.`;
    case 'EACCES':
      return `Tjeneren har ikke lov til å bruke port ${port}. Velg en port over 1023 med PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Denne maskinen har ikke adressen «${host}». Rett HOST.`;
    default:
      return 'Tjeneren kunne ikke starte. Loggen sier mer.';
  }
}

function isExpected(error: unknown): boolean {
  return error instanceof StoreStartError || codeOf(error)?.startsWith('EADDR') === true;
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
