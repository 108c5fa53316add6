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
  let queue: ProjectionQueue;

  beforeEach(() => {
    vi.useFakeTimers();
    [batches, failures, obstacle] = [[], [], undefined];
    queue = new ProjectionQueue({
      project: async (batch: readonly Waiting[]) => {
        if (obstacle !== undefined) throw obstacle;
        batches.push(batch.map(({ documentId }) => documentId));
      },
      failed: (_error, retryInMs) => failures.push(retryInMs),
      now: () => Date.now(),
    });
  });

  afterEach(async () => {
    await queue.close();
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

  it('projects a document that never rests again and again, within half a second', async () => {
    for (let key = 0; key < 100; key += 1) {
      queue.add([id('a')]);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(batches.length).toBeGreaterThanOrEqual(4);
    expect(batches.length).toBeLessThanOrEqual(20);
  });

  it('lets what has just changed go before what was due at the start', async () => {
    queue.addLater(many('old', 40));
    queue.add([id('new')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(batches[0]).toEqual(['new']);
    expect(batches.flat()).toHaveLength(41);
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
