/**
 * The read model on SQLite, main-thread side: a file of its own, one thread that projects and one
 * that answers. The event loop only notes which documents have changed and passes bytes on.
 */
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { dayInNorway } from '../../../shared/format/norwegianDay.ts';
import type { Records } from '../../records/port.ts';
import type { StoreEventListener } from '../../sqlite/events.ts';
import type { OperationsOf } from '../../sqlite/protocol.ts';
import { refusing } from '../../sqlite/refusals.ts';
import { createThreadClient, type ThreadClient } from '../../sqlite/threadClient.ts';
import type { DocumentId, Projected, ReadModel, Rebuilt } from '../port.ts';
import type { Moment } from '../portfolio/selection.ts';
import { ProjectionQueue, type Waiting } from '../projectionQueue.ts';
import type { PortfolioOperations } from './portfolioThread.ts';
import type { ProjectorOperations, ProjectorOptions } from './projectorThread.ts';
import { forgetRows } from './schema.ts';

export interface SqliteReadModelOptions {
  /** Its own file; made anew when it cannot be used. */
  readonly file: string;
  /** Whether to begin with an empty file, whatever there is. */
  readonly isNew?: boolean;
  /** The main database, which the store has opened. */
  readonly mainFile: string;
  readonly records: Pick<Records, 'recordTouches'>;
  /** What the threads go through. */
  readonly onEvent?: StoreEventListener;
  /** Nothing could be projected just now; it is tried again. */
  readonly onFailure?: (error: unknown, retryInMs: number) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const BUSY_TIMEOUT_MS = 5000;

/** Opens it, or begins to fill it. Answers at once: who asks too early waits. */
export function openSqliteReadModel(options: SqliteReadModelOptions): ReadModel {
  return new SqliteReadModel(options);
}

class SqliteReadModel implements ReadModel {
  readonly #options: SqliteReadModelOptions;
  readonly #now: () => number;
  readonly #queue: ProjectionQueue;
  readonly #listeners = new Set<(projected: Projected) => void>();
  readonly #projector: ThreadClient<ProjectorOperations>;
  readonly #unreadable = new Map<DocumentId, string>();
  readonly #opened: Promise<void>;
  /** Started by the first question: many a server is never asked. */
  #portfolio: Promise<ThreadClient<PortfolioOperations>> | undefined;
  #isClosed = false;

  constructor(options: SqliteReadModelOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#queue = new ProjectionQueue({
      project: (batch) => this.#project(batch),
      failed: options.onFailure ?? (() => {}),
      now: this.#now,
    });
    const { file, mainFile, isNew = false } = options;
    if (isNew) forgetRows(file);
    const projector: ProjectorOptions = { file, mainFile, busyTimeoutMs: BUSY_TIMEOUT_MS };
    this.#projector = this.#client('projector', projector);
    this.#opened = this.#open();
    // Whoever asks is told; nobody may ask.
    this.#opened.catch(() => {});
  }

  changed(documentIds: Iterable<DocumentId>): void {
    this.#queue.add(documentIds);
  }

  async settled(): Promise<void> {
    await this.#opened.catch(() => {});
    await this.#queue.settled();
  }

  onProjected(listener: (projected: Projected) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  portfolio: ReadModel['portfolio'] = (programId, query) =>
    this.#ask('portfolio', () => ({
      ...{ programId, query, moment: this.#moment(), pending: this.#queue.size },
    }));

  exportRows: ReadModel['exportRows'] = (programId, query) =>
    this.#ask('exportRows', () => ({ programId, query, moment: this.#moment() }));

  programSheets: ReadModel['programSheets'] = (programId) =>
    this.#ask('programSheets', () => ({ programId }));

  sheetContext: ReadModel['sheetContext'] = (sheetId, readable) =>
    this.#ask('sheetContext', () => ({ sheetId, readable, moment: this.#moment() }));

  async rebuild(): Promise<Rebuilt> {
    await this.#opened;
    const startedAt = performance.now();
    const documentIds = await this.#projector.call('everything', () => undefined);
    this.#queue.addLater(documentIds);
    await this.#queue.settled();
    return {
      documents: documentIds.length,
      unreadable: [...this.#unreadable].map(([documentId, reason]) => ({ documentId, reason })),
      milliseconds: performance.now() - startedAt,
    };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue.close();
    const portfolio = await this.#portfolio?.catch(() => undefined);
    await portfolio?.close();
    await this.#projector.close();
  }

  async #open(): Promise<void> {
    await this.#projector.ready;
    this.#queue.addLater(await this.#projector.call('due', () => undefined));
  }

  /** The rows exist once the projector is ready; only then can anybody read them. */
  async #openPortfolio(): Promise<ThreadClient<PortfolioOperations>> {
    await this.#opened;
    const { file } = this.#options;
    const portfolio = this.#client<PortfolioOperations>('portfolio', { file });
    await portfolio.ready;
    return portfolio;
  }

  #client<Ops extends OperationsOf<Ops>>(
    name: 'projector' | 'portfolio',
    workerData: object,
  ): ThreadClient<Ops> {
    const { file, onEvent = () => {} } = this.#options;
    const url = new URL(`./${name}Thread.ts`, import.meta.url);
    const startThread = () => new Worker(url, { name, workerData });
    return createThreadClient<Ops>({ name, file, startThread, onEvent });
  }

  /** See `projector.ts` for why this takes two steps. */
  async #project(batch: readonly Waiting[]): Promise<void> {
    await this.#projector.ready;
    const { prepared, touches } = await this.#projector.call('prepare', () => ({ due: batch }));
    if (touches.length > 0) await this.#options.records.recordTouches(touches);
    const { projected, missing } = await this.#projector.call('commit', () => ({
      documentIds: prepared,
    }));
    const changedAt = new Map(batch.map(({ documentId, at }) => [documentId, at]));
    const now = this.#now();
    for (const each of projected) {
      const { documentId, unreadable } = each;
      if (unreadable === null) this.#unreadable.delete(documentId);
      else this.#unreadable.set(documentId, unreadable);
      const lagMs = now - (changedAt.get(documentId) ?? now);
      for (const listener of this.#listeners) listener({ ...each, lagMs });
    }
    if (missing.length > 0) throw new Error('The projecting thread has started anew meanwhile.');
  }

  /** Once there are rows to ask about; `input` is worked out only then. */
  async #ask<Name extends keyof PortfolioOperations>(
    operation: Name,
    input: () => Parameters<PortfolioOperations[Name]>[0],
  ): Promise<ReturnType<PortfolioOperations[Name]>> {
    if (this.#isClosed) throw new Refusal('store.unavailable');
    this.#portfolio ??= this.#openPortfolio();
    const portfolio = await this.#portfolio.catch((cause: unknown) => {
      this.#portfolio = undefined;
      throw new Refusal('store.unavailable', undefined, { cause });
    });
    const asked = portfolio.call(operation, () => input() as never);
    return refusing(asked as Promise<ReturnType<PortfolioOperations[Name]>>, 'store.unavailable');
  }

  #moment(): Moment {
    const now = this.#now();
    return { now, today: dayInNorway(now) };
  }
}
