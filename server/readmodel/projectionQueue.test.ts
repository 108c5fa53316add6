import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentId } from './port.ts';
import { ProjectionQueue, type Waiting } from './projectionQueue.ts';

const id = (name: string) => name as DocumentId;
const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => id(`${prefix}-${index}`));

describe('the queue of documents to project', () => {
  let batches: (readonly string[])[];
  let failures: number[];
  let obstacle: Error | undefined;
  let tookMs: number;
  let queue: ProjectionQueue;

  beforeEach(() => {
    vi.useFakeTimers();
    [batches, failures, obstacle, tookMs] = [[], [], undefined, 0];
    queue = new ProjectionQueue({
      project: async (batch: readonly Waiting[]) => {
        if (obstacle !== undefined) throw obstacle;
        batches.push(batch.map(({ documentId }) => documentId));
        if (tookMs > 0) await new Promise((ends) => setTimeout(ends, tookMs));
      },
      failed: (_error, retryInMs) => failures.push(retryInMs),
      now: () => Date.now(),
    });
  });

  afterEach(async () => {
    const closed = queue.close();
    await vi.advanceTimersByTimeAsync(tookMs);
    await closed;
    vi.useRealTimers();
  });

  it('projects changes that come close upon each other together, each document once', async () => {
    queue.add([id('a')]);
    await vi.advanceTimersByTimeAsync(50);
    queue.add([id('b'), id('a')]);
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(batches).toEqual([['a', 'b']]);
    expect(queue.size).toBe(0);
  });

  it('projects a document that never rests twice a second, and others meanwhile', async () => {
    for (let key = 0; key < 150; key += 1) {
      queue.add([id('a')]);
      if (key === 20) queue.add([id('b')]);
      await vi.advanceTimersByTimeAsync(20);
    }
    const ofB = batches.findIndex((batch) => batch.includes('b'));
    expect(batches[ofB]).toEqual(['b']);
    expect(batches.flat().filter((name) => name === 'a')).toHaveLength(6);
    expect(ofB).toBe(1);
  });

  it('projects many documents that never rest, each within a second of a change', async () => {
    tookMs = 40;
    const sheets = many('sheet', 60);
    const changedAt = new Map<string, number>();
    const lags: number[] = [];
    for (let round = 0; round < 200; round += 1) {
      const done = batches.length;
      for (const sheet of sheets) if (!changedAt.has(sheet)) changedAt.set(sheet, Date.now());
      queue.add(sheets);
      await vi.advanceTimersByTimeAsync(25);
      for (const name of batches.slice(done).flat()) {
        lags.push(Date.now() - (changedAt.get(name) ?? 0));
        changedAt.delete(name);
      }
    }
    expect(lags.length).toBeGreaterThan(300);
    expect(Math.max(...lags)).toBeLessThan(1000);
  });

  it('lets what has just changed go before what was due at the start', async () => {
    queue.addLater(many('old', 40));
    queue.add([id('new')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(batches[0]).toEqual(['new']);
    expect(batches.flat()).toHaveLength(41);
  });

  it('does not let a document that never rests keep what was due at the start waiting', async () => {
    tookMs = 20;
    queue.addLater(many('old', 40));
    for (let key = 0; key < 100; key += 1) {
      queue.add([id('busy')]);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(batches.flat().filter((name) => name.startsWith('old'))).toHaveLength(40);
  });

  it('tries again after a failure, with pauses that grow, and loses nothing', async () => {
    obstacle = new Error('The store is away.');
    queue.add([id('a')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(failures.slice(0, 4)).toEqual([250, 500, 1000, 2000]);
    expect(Math.max(...failures)).toBe(10_000);
    obstacle = undefined;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(batches).toEqual([['a']]);
  });

  it('is settled when nothing waits, and when it is closed', async () => {
    await queue.settled();
    queue.add([id('a')]);
    const settled = vi.fn();
    const waiting = queue.settled().then(settled);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    await waiting;
    queue.add([id('b')]);
    const left = queue.settled();
    await queue.close();
    await left;
    expect(batches).toEqual([['a']]);
  });
});
