import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../shared/errors/catalogue.ts';
import type { StoreEvent } from './events.ts';
import { StoreStartError } from './startError.ts';
import { createThreadClient, StoreProblem, type ThreadClient } from './threadClient.ts';

/** What the thread below does. */
interface Echo {
  /** Answers with what it got. */
  echo(input: { bytes: Uint8Array }): { bytes: Uint8Array };
  /** Answers with a problem. */
  fail(input: undefined): never;
  /** Never answers. */
  swallow(input: undefined): void;
  /** Throws where nobody catches. */
  throwUp(input: undefined): never;
}

const READY = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (message) => {
    if (message.type === 'close') return parentPort.close();
    const answers = [];
    for (const { id, operation, input } of message.calls) {
      if (operation === 'echo') answers.push({ id, ok: true, value: input });
      if (operation === 'fail') answers.push({ id, ok: false, problem: { kind: 'full', message: 'no room' } });
      if (operation === 'throwUp') throw new Error('thrown up');
    }
    parentPort.postMessage({ type: 'answers', answers, milliseconds: 0 });
  });
  parentPort.postMessage({ type: 'ready' });`;

const REFUSES_TO_START = `
  require('node:worker_threads').parentPort.postMessage({ type: 'failed', kind: 'damaged', message: 'page 3' });`;

const MOST_WAITING_BYTES = 1000;
const UNAVAILABLE = { code: 'store.unavailable' };

describe('thread client', () => {
  let client: ThreadClient<Echo> | undefined;
  let events: StoreEvent[] = [];

  afterEach(() => client?.close());

  /** A client whose threads run these scripts, one after the other; the last one again and again. */
  function start(...scripts: string[]): ThreadClient<Echo> {
    events = [];
    let started = 0;
    client = createThreadClient<Echo>({
      name: 'writer',
      file: '/data/helhetsmodellen.sqlite',
      mostWaitingBytes: MOST_WAITING_BYTES,
      onEvent: (event) => events.push(event),
      startThread() {
        const script = scripts[Math.min(started, scripts.length - 1)] ?? '';
        started += 1;
        return new Worker(script, { eval: true });
      },
    });
    return client;
  }

  it('answers calls, with bytes as they were when it was called', async () => {
    const { ready, call } = start(READY);
    await ready;
    const bytes = Uint8Array.of(1, 2, 3);
    const answer = call('echo', (copy) => ({ bytes: copy(bytes.subarray(1)) }));
    bytes.fill(0);
    expect((await answer).bytes).toEqual(Uint8Array.of(2, 3));
    expect(bytes).toHaveLength(3);
  });

  it('sends all calls of one turn as one batch', async () => {
    const { ready, call } = start(READY);
    await ready;
    const calls = [1, 2, 3].map((i) => call('echo', (copy) => ({ bytes: copy(Uint8Array.of(i)) })));
    const answers = await Promise.all(calls);
    expect(answers.map(({ bytes }) => bytes[0])).toEqual([1, 2, 3]);
    expect(events.filter(({ type }) => type === 'group.done')).toMatchObject([{ calls: 3 }]);
  });

  it('passes problems on', async () => {
    const { ready, call } = start(READY);
    await ready;
    const failed = call('fail', () => undefined);
    await expect(failed).rejects.toBeInstanceOf(StoreProblem);
    await expect(failed).rejects.toMatchObject({ problem: { kind: 'full' } });
  });

  it('SQ-6 refuses what waits when the thread throws where nobody catches', async () => {
    const { ready, call } = start(READY);
    await ready;
    const outcomes = await Promise.allSettled([
      call('swallow', () => undefined),
      call('throwUp', () => undefined),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: UNAVAILABLE });
    }
    expect(events).toMatchObject([{ type: 'thread.died', reason: 'Error: thrown up' }]);
    await expect(call('fail', () => undefined)).rejects.toBeInstanceOf(Refusal);
    await vi.waitFor(() => expect(events.at(-1)?.type).toBe('thread.restarted'), 5_000);
    await expect(call('fail', () => undefined)).rejects.toBeInstanceOf(StoreProblem);
  });

  it('SQ-6 pauses twice as long after each start that fails', async () => {
    const { ready, call } = start(READY, REFUSES_TO_START, 'process.exit(1)', READY);
    await ready;
    await expect(call('throwUp', () => undefined)).rejects.toMatchObject(UNAVAILABLE);
    await vi.waitFor(() => expect(events.at(-1)?.type).toBe('thread.restarted'), 10_000);
    const pauses = events.flatMap((event) =>
      event.type === 'thread.died' ? [event.retryInMs] : [],
    );
    expect(pauses).toEqual([100, 200, 400]);
  });

  it.each([
    ['says why', REFUSES_TO_START, 'damaged', 'page 3'],
    ['throws', 'throw new Error("thrown at once")', 'unexpected', 'thrown at once'],
    ['ends', '', 'unexpected', 'it ended'],
  ])('rejects its start when the first thread %s', async (_how, script, kind, words) => {
    const { ready } = start(script);
    const error = await ready.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreStartError);
    expect(error).toMatchObject({ kind });
    expect(String(error)).toContain(words);
    expect(events).toEqual([]);
  });

  it('finishes what was called before it closed, and closes twice', async () => {
    const { ready, call, close } = start(READY);
    await ready;
    const before = call('echo', (copy) => ({ bytes: copy(Uint8Array.of(1)) }));
    const closed = Promise.all([close(), close()]);
    await expect(call('fail', () => undefined)).rejects.toMatchObject(UNAVAILABLE);
    expect((await before).bytes).toEqual(Uint8Array.of(1));
    await closed;
  });

  it('refuses what a closing thread did not answer', async () => {
    const { ready, call, close } = start(READY);
    await ready;
    const swallowed = call('swallow', () => undefined);
    await close();
    await expect(swallowed).rejects.toMatchObject(UNAVAILABLE);
  });

  it('rejects what cannot be sent', async () => {
    const { ready, call } = start(READY);
    await ready;
    const input = { bytes: Uint8Array.of(1), noData: () => {} };
    await expect(call('echo', () => input)).rejects.toThrow('could not be sent');
    await expect(call('fail', () => undefined)).rejects.toBeInstanceOf(StoreProblem);
  });

  it('refuses more once too much waits', async () => {
    const { ready, call } = start(READY);
    await ready;
    const half = new Uint8Array(MOST_WAITING_BYTES / 2 + 1);
    const waiting = [1, 2].map(() => call('echo', (copy) => ({ bytes: copy(half) })));
    await expect(call('fail', () => undefined)).rejects.toMatchObject(UNAVAILABLE);
    await Promise.all(waiting);
    await expect(call('fail', () => undefined)).rejects.toBeInstanceOf(StoreProblem);
  });
});
