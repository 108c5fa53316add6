/**
 * The real server inside the test's process: real sockets on a free port of 127.0.0.1, a real
 * SQLite file in a folder of its own. `await startServer()`, and `stop()` at the end.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Adapters, type App, createApp } from '../../server/app.ts';
import { openFileAssets } from '../../server/assets/files/files.ts';
import type { Config } from '../../server/config/config.ts';
import { createLogger } from '../../server/observe/log.ts';
import type { ReadModel } from '../../server/readmodel/port.ts';
import { openSqliteReadModel } from '../../server/readmodel/sqlite/readModel.ts';
import { createInProcessRelay } from '../../server/relay/inprocess/inprocess.ts';
import type { RoomLimits } from '../../server/rooms/limits.ts';
import type { ApplyUpdate } from '../../server/rooms/liveDocument.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { lateReadModel } from './lateReadModel.ts';

const REPO = join(import.meta.dirname, '..', '..');

export interface ServerOptions {
  readonly config?: Partial<Config>;
  readonly limits?: Partial<RoomLimits>;
  /** A folder that outlives the server, for a restart; otherwise one that goes with it. */
  readonly dataDir?: string;
  /** Puts something between the server and its store or its relay, such as a disk that is full. */
  readonly adapters?: (real: Adapters) => Adapters;
  readonly applyUpdate?: ApplyUpdate;
  readonly clientDir?: string;
}

/** A sheet with its three keys. */
export interface TestSheet {
  readonly id: SheetId;
  readonly keys: Readonly<Record<Role, string>>;
  readonly links: Readonly<Record<Role, string>>;
}

export interface NewTestSheet {
  readonly kind?: 'virksomhet' | 'dypdykk';
  readonly title?: string;
  readonly example?: string;
  readonly programId?: string;
  readonly programKey?: string;
  readonly parent?: { readonly sheetId: string; readonly tiltakId: string | null };
}

/** A programme with its three keys, and the sheets of the worked example when it is one. */
export interface TestProgram extends TestSheet {
  readonly sheets: readonly (TestSheet & { readonly kind: string; readonly title: string })[];
}

export interface NewTestProgram {
  readonly name?: string;
  readonly periodFrom?: number;
  readonly periodTo?: number;
  readonly example?: string;
}

export interface TestServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** `ws://127.0.0.1:<port>/sync`: what a WebsocketProvider takes. */
  readonly wsUrl: string;
  readonly dataDir: string;
  createSheet(sheet?: NewTestSheet): Promise<TestSheet>;
  createProgram(program?: NewTestProgram): Promise<TestProgram>;
  /** A call with a key; the path begins with a slash. */
  call(path: string, init?: RequestInit & { readonly key?: string }): Promise<Response>;
  readonly readModel: ReadModel;
  /** Everything logged so far, as lines of JSON. */
  log(): string;
  /** In good order: what was sent is stored. Rejects when it could not be. */
  stop(): Promise<void>;
  /** As a crash would: what was not durable is gone. */
  kill(): Promise<void>;
}

export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'a3-server-')));
  const mainFile = join(dataDir, 'helhetsmodellen.sqlite');
  const store = await openSqliteStore({ file: mainFile });
  const { records } = store;
  const readModelFile = join(dataDir, 'readmodel.sqlite');
  const readModel = lateReadModel(() =>
    openSqliteReadModel({ file: readModelFile, mainFile, records }),
  );
  const real = {
    journal: store.journal,
    records,
    relay: createInProcessRelay(),
    assets: await openFileAssets(join(dataDir, 'assets')),
    readModel,
  };
  const log = memoryLog();
  const app = await createApp({
    config: { ...TEST_CONFIG, dataDir, ...options.config },
    adapters: options.adapters?.(real) ?? real,
    logger: createLogger('debug', log.destination),
    clientDir: options.clientDir ?? join(REPO, 'client', 'dist'),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.applyUpdate === undefined ? {} : { applyUpdate: options.applyUpdate }),
  });
  const url = await app.listen();
  const end = async (how: (app: App) => Promise<void>): Promise<void> => {
    try {
      await how(app);
    } finally {
      await readModel.close();
      await store.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    }
  };
  const call: TestServer['call'] = (path, { key, ...init } = {}) => {
    const headers = new Headers(init.headers);
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
    return fetch(url + path, { ...init, headers });
  };
  return {
    url,
    wsUrl: `${url.replace(/^http/, 'ws')}/sync`,
    dataDir,
    createSheet: (sheet = {}) =>
      create<TestSheet>(call, '/api/sheets', { kind: 'dypdykk', title: 'Prøveark', ...sheet }),
    createProgram: (program = {}) => create<TestProgram>(call, '/api/programs', program),
    call,
    readModel,
    log: log.text,
    stop: () => end((running) => running.drain()),
    kill: () => end((running) => running.abandon()),
  };
}

const TEST_CONFIG = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: undefined,
  create: 'open',
  logLevel: 'debug',
  tldrawLicenseKey: undefined,
} as const satisfies Omit<Config, 'dataDir'>;

async function create<T>(call: TestServer['call'], path: string, body: object): Promise<T> {
  const response = await call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`Not created: ${await response.text()}`);
  return (await response.json()) as T;
}

function memoryLog(): { readonly destination: Writable; readonly text: () => string } {
  let text = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString('utf8');
      done();
    },
  });
  return { destination, text: () => text };
}
