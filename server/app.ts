/**
 * The whole server but its adapters: what tests start in their own process, and `main.ts` with
 * the real environment. Everything hangs together here and nowhere else.
 */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import { Refusal } from '../shared/errors/catalogue.ts';
import { migrate } from '../shared/sheet/migrations/migrate.ts';
import type { Assets } from './assets/port.ts';
import type { Config } from './config/config.ts';
import { createExporter } from './exports/exporter.ts';
import { Links } from './gate/links/links.ts';
import { asRefusal, handleErrors, sendRefusal } from './http/errors.ts';
import { answerRaw } from './http/rawAnswer.ts';
import { assetRoutes } from './http/routes/assets.ts';
import { canvasRoutes } from './http/routes/canvas.ts';
import type { RouteContext } from './http/routes/context.ts';
import { exportRoutes } from './http/routes/exports.ts';
import { healthRoutes } from './http/routes/health.ts';
import { keyRoutes } from './http/routes/keys.ts';
import { portfolioRoutes } from './http/routes/portfolio.ts';
import { programRoutes } from './http/routes/programs.ts';
import { sheetContextRoutes } from './http/routes/sheetContext.ts';
import { sheetRoutes } from './http/routes/sheets.ts';
import { utgaveRoutes } from './http/routes/utgaver.ts';
import { vedtakRoutes } from './http/routes/vedtak.ts';
import { addSecurityHeaders, BARE_HEADERS } from './http/securityHeaders.ts';
import { serveClient } from './http/staticClient.ts';
import { type SyncEndpoint, serveSync } from './http/sync.ts';
import { type Compactor, createCompactor } from './journal/compaction.ts';
import type { Journal } from './journal/port.ts';
import type { Logger } from './observe/log.ts';
import { createMetrics, type Metrics } from './observe/metrics.ts';
import { noticing } from './readmodel/noticing.ts';
import type { Projected, ReadModel } from './readmodel/port.ts';
import type { Records } from './records/port.ts';
import type { Relay } from './relay/port.ts';
import { DEFAULT_LIMITS, type RoomLimits } from './rooms/limits.ts';
import type { ApplyUpdate } from './rooms/liveDocument.ts';
import type { RoomObserver } from './rooms/observer.ts';
import { Rooms } from './rooms/rooms.ts';

export interface Adapters {
  readonly journal: Journal;
  readonly records: Records;
  readonly relay: Relay;
  readonly assets: Assets;
  readonly readModel: ReadModel;
}

export interface AppOptions {
  readonly config: Config;
  readonly adapters: Adapters;
  readonly logger: Logger;
  /** The folder with the built client. */
  readonly clientDir: string;
  readonly limits?: Partial<RoomLimits>;
  /** Yjs' own, except where a test has it fail. */
  readonly applyUpdate?: ApplyUpdate;
}

export interface App {
  /** Begins to serve; answers the address on this machine. Rejects when the port cannot be had. */
  listen(): Promise<string>;
  /**
   * Lets nobody in any more, stores everything, sends everybody away to come back later and stops
   * serving. Rejects, after all that, when something could not be stored.
   */
  drain(): Promise<void>;
  /** Stops at once and stores nothing more, as a crash would. */
  abandon(): Promise<void>;
}

/** How long the sockets get to say goodbye when the server stops. */
const GOODBYE_MS = 2000;
/** How long requests that are under way may take to end when the server stops. */
const LAST_REQUESTS_MS = 2000;
const BODY_BYTES = 64 * 1024;
/** A picture of 10 MB takes its time over a hall's network. */
const REQUEST_TIMEOUT_MS = 180_000;

/** Puts the server together; nothing listens before `listen`. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, adapters, logger } = options;
  const { readModel } = adapters;
  const records = noticing(adapters.records, readModel);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const metrics = createMetrics({
    connections: () => rooms.connectionCount,
    rooms: () => rooms.roomCount,
  });
  const compactor = createCompactor({
    journal: adapters.journal,
    onEvent: (event) => {
      if (event.type === 'compaction.failed') logger.warn(event, event.type);
      else logger.debug(event, event.type);
    },
  });
  const rooms: Rooms = new Rooms({
    ...adapters,
    nodeId: randomBytes(6).toString('hex'),
    limits,
    observer: observeRooms(logger, metrics, compactor, readModel),
    // A programme has no steps yet, and no header of a sheet: it is left as it is.
    migrate: (doc) => {
      const steps = migrate(doc, { origin: { kind: 'server', undoable: false } });
      if (steps.length > 0) logger.info({ steps }, 'sheet.migrated');
    },
    applyUpdate: options.applyUpdate,
  });
  const context: RouteContext = {
    config,
    ...adapters,
    records,
    rooms,
    metrics,
    links: new Links(records),
    random: randomBytes,
    now: Date.now,
  };
  readModel.onProjected((projected) => {
    tellOfProjection(projected, rooms, metrics, logger);
  });
  const http = await createHttp(context, options);
  const sync = serveSync(http.server, {
    rooms,
    links: context.links,
    limits,
    publicUrl: config.publicUrl,
    refused: metrics.refused,
    failed: (error) => logger.error({ err: error }, 'upgrade.failed'),
  });
  return {
    listen: () => listen(http, config),
    drain: () => drain({ http, sync, rooms, compactor, metrics }),
    abandon: async () => {
      rooms.abandon();
      await stop({ http, sync, compactor, metrics }, 0);
    },
  };
}

function observeRooms(
  logger: Logger,
  metrics: Metrics,
  compactor: Compactor,
  readModel: ReadModel,
): RoomObserver {
  return {
    loaded: (sheetId, updates, bytes) => compactor.note(sheetId, updates, bytes),
    unloaded: (sheetId) => compactor.forget(sheetId),
    updateTaken: (bytes) => metrics.updateTaken(bytes),
    appended: (sheetId, updates, bytes, durationMs) => {
      metrics.appended(updates, durationMs);
      compactor.note(sheetId, updates, bytes);
      readModel.changed([sheetId]);
    },
    refused: (sheetId, code) => {
      metrics.refused(code);
      logger.info({ sheetId, code }, 'connection.refused');
    },
    problem: (sheetId, what, error) => {
      const level = what === 'store.recovered' ? 'info' : 'error';
      logger[level]({ sheetId, err: error }, what);
    },
  };
}

function tellOfProjection(
  { documentId, shownIn, version, lagMs, problems, unreadable }: Projected,
  rooms: Rooms,
  metrics: Metrics,
  logger: Logger,
): void {
  metrics.projected(lagMs, problems, unreadable !== null);
  if (unreadable !== null) {
    logger.error({ documentId, reason: unreadable }, 'document.unreadable');
  } else if (problems > 0) {
    logger.debug({ documentId, problems }, 'document.illTyped');
  }
  for (const place of shownIn) rooms.tell(place, { type: 'readmodel', version });
}

async function createHttp(context: RouteContext, options: AppOptions): Promise<FastifyInstance> {
  const { logger, config, clientDir } = options;
  const { metrics } = context;
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error, _request, reply) => {
      void reply.headers(BARE_HEADERS);
      sendRefusal(reply, asRefusal(error));
    },
    clientErrorHandler: (_error, socket) => answerRaw(socket, new Refusal('body.invalid')),
  });
  // Everything that is sent to us is JSON.
  app.removeContentTypeParser('text/plain');
  handleErrors(app, {
    refused: metrics.refused,
    failed: (error, request) => {
      logger.error({ err: error, route: request.routeOptions.url }, 'request.failed');
    },
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requested(route, reply.statusCode, reply.elapsedTime);
    const { method } = request;
    const ms = Math.round(reply.elapsedTime);
    logger.debug({ method, route, status: reply.statusCode, ms }, 'request');
    done();
  });
  await addSecurityHeaders(app, config.publicUrl);
  await app.register(rateLimit, { global: false });
  healthRoutes(app, context);
  sheetRoutes(app, context);
  programRoutes(app, context);
  keyRoutes(app, context);
  const exporter = createExporter();
  app.addHook('onClose', () => exporter.close());
  exportRoutes(app, context, exporter);
  portfolioRoutes(app, context, exporter);
  sheetContextRoutes(app, context);
  utgaveRoutes(app, context);
  vedtakRoutes(app, context);
  canvasRoutes(app, context);
  await assetRoutes(app, context);
  await serveClient(app, clientDir);
  return app;
}

async function listen(http: FastifyInstance, { host, port }: Config): Promise<string> {
  await http.listen({ host, port });
  const { port: actual } = http.server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${actual}`;
}

interface Parts {
  readonly http: FastifyInstance;
  readonly sync: SyncEndpoint;
  readonly compactor: Compactor;
  readonly metrics: Metrics;
}

async function drain(parts: Parts & { readonly rooms: Rooms }): Promise<void> {
  // Not awaited yet: it ends when the last request has.
  parts.http.server.close();
  try {
    await parts.rooms.drain('server.stopping');
  } finally {
    await stop(parts, GOODBYE_MS);
  }
}

async function stop({ http, sync, compactor, metrics }: Parts, goodbyeMs: number): Promise<void> {
  await sync.ended(goodbyeMs);
  // A browser opens connections in advance; one that has asked for nothing yet never ends by itself.
  const cut = setTimeout(() => http.server.closeAllConnections(), LAST_REQUESTS_MS);
  await http.close().finally(() => clearTimeout(cut));
  await compactor.close();
  metrics.stop();
}
