import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Refusal } from '../../shared/errors/catalogue.ts';
import { mintId, type SheetId } from '../../shared/ids/ids.ts';
import { openSqliteStore, type Store } from '../sqlite/store.ts';
import {
  type CompactionEvent,
  type Compactor,
  type CompactorOptions,
  createCompactor,
} from './compaction.ts';
import { createMergeClient } from './mergeClient.ts';
import type { Journal } from './port.ts';

/** A merging thread that never answers. */
const SILENT = `require('node:worker_threads').parentPort.on('message', () => {})`;

describe('compactor', () => {
  let folder: string;
  let store: Store;
  let compactor: Compactor | undefined;
  let events: CompactionEvent[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'a3-compaction-'));
    store = await openSqliteStore({ file: join(folder, 'helhetsmodellen.sqlite') });
    events = [];
  });

  afterEach(async () => {
    await compactor?.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function start(options: Partial<CompactorOptions> = {}): Compactor {
    const onEvent = (event: CompactionEvent) => events.push(event);
    compactor = createCompactor({ journal: store.journal, maxUpdates: 10, onEvent, ...options });
    return compactor;
  }

  /** A sheet whose log has this many updates of one letter each. */
  async function aSheet(updates: number): Promise<SheetId> {
    const sheet = mintId<SheetId>((count) => crypto.getRandomValues(new Uint8Array(count)));
    await type(sheet, updates);
    return sheet;
  }

  async function type(sheet: SheetId, letters: number): Promise<void> {
    const doc = await docOf(sheet);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < letters; i += 1) doc.getText('t').insert(0, 'x');
    await store.journal.append(sheet, updates);
  }

  async function docOf(sheet: SheetId): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const stored = await store.journal.load(sheet);
    if (stored?.snapshot !== undefined) Y.applyUpdate(doc, stored.snapshot);
    for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
    return doc;
  }

  async function lettersOf(sheet: SheetId): Promise<number> {
    return (await docOf(sheet)).getText('t').length;
  }

  async function logLength(sheet: SheetId): Promise<number | undefined> {
    return (await store.journal.load(sheet))?.updates.length;
  }

  it('JC-1 JC-2 merges a log that is longer than the limit, and only that', async () => {
    const { note, idle } = start();
    const long = await aSheet(11);
    const short = await aSheet(10);
    note(long, 11, 200);
    note(short, 10, 200);
    await idle();
    expect([await logLength(long), await logLength(short)]).toEqual([0, 10]);
    expect([await lettersOf(long), await lettersOf(short)]).toEqual([11, 10]);
    expect(events).toMatchObject([{ type: 'sheet.compacted', sheetId: long, updates: 11 }]);
  });

  it('JC-2 counts what is appended bit by bit, in updates and in bytes', async () => {
    const { note, idle } = start({ maxBytes: 100 });
    const sheet = await aSheet(3);
    note(sheet, 1, 60);
    note(sheet, 1, 40);
    await idle();
    expect(events).toEqual([]);
    note(sheet, 1, 1);
    await idle();
    expect(events).toMatchObject([{ type: 'sheet.compacted' }]);
  });

  it('JC-2 lets a busy sheet rest', async () => {
    let time = 1000;
    const { note, idle } = start({ minIntervalMs: 500, now: () => time });
    const sheet = await aSheet(11);
    note(sheet, 11, 200);
    await idle();
    await type(sheet, 20);
    time += 499;
    note(sheet, 20, 200);
    await idle();
    expect(await logLength(sheet)).toBe(20);
    time += 1;
    note(sheet, 0, 0);
    await idle();
    expect(await logLength(sheet)).toBe(0);
    expect(await lettersOf(sheet)).toBe(31);
  });

  it('JC-2 forgets what it was told of a sheet that unloads', async () => {
    const { note, forget, idle } = start();
    const sheet = await aSheet(20);
    note(sheet, 10, 200);
    forget(sheet);
    note(sheet, 10, 200);
    await idle();
    expect(events).toEqual([]);
  });

  it('JC-3 merges one sheet at a time while appends go on', async () => {
    let atOnce = 0;
    let most = 0;
    const load: Journal['load'] = async (sheetId) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      return store.journal.load(sheetId);
    };
    const compact: Journal['compact'] = async (...args) => {
      await store.journal.compact(...args);
      atOnce -= 1;
    };
    const { note, idle } = start({ journal: { load, compact } });
    const sheets = await Promise.all([aSheet(20), aSheet(20), aSheet(20)]);
    for (const sheet of [...sheets, ...sheets]) note(sheet, 20, 200);
    await Promise.all(sheets.map((sheet) => type(sheet, 5)));
    await idle();
    expect(most).toBe(1);
    expect(events).toHaveLength(3);
    expect(await Promise.all(sheets.map(lettersOf))).toEqual([25, 25, 25]);
  });

  it('JC-4 leaves a log that is no Yjs alone, and its neighbours not', async () => {
    const { note, idle } = start({ minIntervalMs: 0 });
    const spoilt = await aSheet(11);
    await store.journal.append(spoilt, [Uint8Array.of(1, 2, 3)]);
    const sound = await aSheet(11);
    for (const sheet of [spoilt, sound, spoilt]) note(sheet, 12, 200);
    await idle();
    note(spoilt, 12, 200);
    await idle();
    expect(await logLength(spoilt)).toBe(12);
    expect(await logLength(sound)).toBe(0);
    const failed = events.filter(({ type: kind }) => kind === 'compaction.failed');
    expect(failed).toMatchObject([{ sheetId: spoilt, willRetry: false }]);
  });

  it('JC-4 leaves a sheet that cannot be read alone, and tries an unavailable one again', async () => {
    let code: 'sheet.unreadable' | 'store.unavailable' = 'store.unavailable';
    const journal = {
      load: () => Promise.reject(new Refusal(code)),
      compact: () => Promise.reject(new Error('Nothing was loaded.')),
    };
    const { note, idle } = start({ journal, minIntervalMs: 0 });
    const sheet = await aSheet(0);
    for (let i = 0; i < 2; i += 1) {
      note(sheet, 11, 200);
      await idle();
    }
    code = 'sheet.unreadable';
    for (let i = 0; i < 2; i += 1) {
      note(sheet, 11, 200);
      await idle();
    }
    expect(events.map((event) => event.type === 'compaction.failed' && event.willRetry)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['dies', 'process.exit(1)'],
    ['throws', 'throw new Error("no")'],
    ['throws later', 'require("node:worker_threads").parentPort.on("message", () => { throw 1; })'],
    ['never answers', SILENT],
  ])('JC-5 survives a merging thread that %s', async (_what, script) => {
    const merger = createMergeClient({
      timeoutMs: 300,
      startThread: () => new Worker(script, { eval: true }),
    });
    const { note, idle } = start({ merger });
    const sheets = [await aSheet(11), await aSheet(11)];
    for (const sheet of sheets) note(sheet, 11, 200);
    await idle();
    expect(events.map(({ type: kind }) => kind)).toEqual([
      'compaction.failed',
      'compaction.failed',
    ]);
    expect(await Promise.all(sheets.map(logLength))).toEqual([11, 11]);
  });

  it('JC-6 finishes the snapshot it is writing when it closes, and starts nothing more', async () => {
    const writing = Promise.withResolvers<void>();
    const compact: Journal['compact'] = (...args) => {
      writing.resolve();
      return store.journal.compact(...args);
    };
    const { note, close } = start({ journal: { load: store.journal.load, compact } });
    const [first, second] = [await aSheet(11), await aSheet(11)];
    note(first, 11, 200);
    note(second, 11, 200);
    await writing.promise;
    await close();
    note(second, 11, 200);
    expect([await logLength(first), await logLength(second)]).toEqual([0, 11]);
  });

  it('JC-6 does not wait for a merge when it closes', async () => {
    const merging = Promise.withResolvers<void>();
    const merger = createMergeClient({
      timeoutMs: 60_000,
      startThread() {
        const thread = new Worker(SILENT, { eval: true });
        thread.once('online', () => merging.resolve());
        return thread;
      },
    });
    const { note, close } = start({ merger });
    const sheet = await aSheet(11);
    note(sheet, 11, 200);
    await merging.promise;
    await close();
    expect(await logLength(sheet)).toBe(11);
    expect(events).toEqual([]);
  });
});
