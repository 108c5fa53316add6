/**
 * The loop of a store thread: takes every call that waits, runs the quick ones as one group, then
 * at most one slow one, and looks again. So a commit is shared by all that came while the one
 * before it ran, and a slow call delays others once, never for as long as slow calls keep coming.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { OpenFailure } from './database.ts';
import type { Operation } from './operations.ts';
import { problemOf } from './problem.ts';
import { type Answer, buffersIn, type Call, type FromThread, type ToThread } from './protocol.ts';

export interface Service {
  isSlow(operation: string): boolean;
  /** Runs calls in order and answers every one; never throws for what one call did wrong. */
  run(calls: readonly Call[]): Answer[];
  close(): void;
}

/** Runs each call by itself; one that fails is answered with its problem, the others go on. */
export function answerEach(
  operations: ReadonlyMap<string, Operation>,
  calls: readonly Call[],
): Answer[] {
  return calls.map(({ id, operation, input }): Answer => {
    try {
      const run = operations.get(operation);
      if (run === undefined) throw new RangeError(`No operation ${operation}.`);
      return { id, ok: true, value: run(input) };
    } catch (error) {
      return { id, ok: false, problem: problemOf(error) };
    }
  });
}

/** Starts the service, says so or why not, and serves until told to close. */
export function serve(port: MessagePort, start: () => Service): void {
  let service: Service;
  try {
    service = start();
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error;
    send(port, { type: 'failed', kind: error.kind, message: error.message });
    port.close();
    return;
  }
  port.on('message', (message: ToThread) => {
    const isClosing = serveWaiting(port, service, message);
    if (!isClosing) return;
    service.close();
    port.close();
  });
  send(port, { type: 'ready' });
}

/** Serves the first message and all that arrive meanwhile. True when told to close. */
function serveWaiting(port: MessagePort, service: Service, first: ToThread): boolean {
  let quick: Call[] = [];
  const slow: Call[] = [];
  let isClosing = false;
  let message: ToThread | undefined = first;
  do {
    for (; message !== undefined; message = nextMessage(port)) {
      if (message.type === 'close') isClosing = true;
      else
        for (const call of message.calls)
          (service.isSlow(call.operation) ? slow : quick).push(call);
    }
    runGroup(port, service, quick);
    quick = [];
    runGroup(port, service, slow.splice(0, 1));
    message = nextMessage(port);
  } while (message !== undefined || slow.length > 0);
  return isClosing;
}

function nextMessage(port: MessagePort): ToThread | undefined {
  const received: { message: ToThread } | undefined = receiveMessageOnPort(port);
  return received?.message;
}

function runGroup(port: MessagePort, service: Service, calls: readonly Call[]): void {
  if (calls.length === 0) return;
  const startedAt = performance.now();
  const answers = service.run(calls);
  send(port, { type: 'answers', answers, milliseconds: performance.now() - startedAt });
}

function send(port: MessagePort, message: FromThread): void {
  port.postMessage(message, [...buffersIn(message)]);
}
