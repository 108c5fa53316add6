/**
 * The main thread's side of a store thread: sends calls in batches, one per turn of the event
 * loop, and settles each when its answer comes.
 *
 * - Every call settles. When the thread dies, all that wait are refused with `store.unavailable`,
 *   and so is every call until a new thread is ready; none is sent twice.
 * - Input bytes are copied when `call` is made: the caller may change its arrays afterwards.
 * - A dead thread is started anew after a pause that doubles up to a limit.
 */
import type { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/errors/catalogue.ts';
import { type Arena, createArena } from './arena.ts';
import type { StoreEventListener, ThreadName } from './events.ts';
import type { Problem } from './problem.ts';
import type { Call, FromThread, OperationsOf, ToThread } from './protocol.ts';
import { type StartErrorKind, StoreStartError } from './startError.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const MOST_WAITING_BYTES = 256 * 1024 * 1024;
/** A thread that has not ended by then hangs in the operating system and is ended by force. */
const CLOSE_TIMEOUT_MS = 10_000;

export interface ThreadClientOptions {
  readonly name: ThreadName;
  readonly file: string;
  startThread(): Worker;
  onEvent: StoreEventListener;
  /** Beyond this, calls are refused: the disk does not keep up, and memory is not a disk. */
  readonly mostWaitingBytes?: number;
}

export interface ThreadClient<Ops> {
  /** Resolves when the first thread is ready; rejects with StoreStartError when it cannot be. */
  readonly ready: Promise<void>;
  /**
   * Runs an operation in the thread. `input` builds its input with byte arrays passed through
   * `copy`. Rejects with StoreProblem for what SQLite or a check said, with Refusal
   * `store.unavailable` when no thread could be asked.
   */
  call<Name extends keyof Ops & string>(
    operation: Name,
    input: (copy: (bytes: Uint8Array) => Uint8Array) => InputOf<Ops[Name]>,
  ): Promise<OutputOf<Ops[Name]>>;
  /** From now on calls are refused; those made before still finish. */
  refuse(): void;
  /** Refuses calls, lets those made before finish, then ends the thread. */
  close(): Promise<void>;
}

type InputOf<Fn> = Fn extends (input: infer Input) => unknown ? Input : never;
type OutputOf<Fn> = Fn extends (input: never) => infer Output ? Output : never;

/** An answer that is an error; the adapter turns it into the refusal that its port promises. */
export class StoreProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`The store: ${problem.kind}: ${problem.message}`);
    this.name = 'StoreProblem';
    this.problem = problem;
  }
}

interface Waiting {
  readonly bytes: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

type State =
  | { readonly is: 'starting' | 'ready' | 'closing'; readonly worker: Worker }
  | { readonly is: 'pausing'; readonly timer: NodeJS.Timeout }
  | { readonly is: 'closed' };

export function createThreadClient<Ops extends OperationsOf<Ops>>(
  options: ThreadClientOptions,
): ThreadClient<Ops> {
  const client = new Client(options);
  return {
    ready: client.ready,
    // What comes back under a call's id is what the operation of that name returned.
    call: (operation, input) => client.call(operation, input) as Promise<never>,
    refuse: () => client.refuse(),
    close: () => client.close(),
  };
}

class Client {
  readonly ready: Promise<void>;
  readonly #options: ThreadClientOptions;
  readonly #started = Promise.withResolvers<void>();
  readonly #ended = Promise.withResolvers<void>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #arena: Arena = createArena();
  #state: State;
  #batch: Call[] = [];
  #waitingBytes = 0;
  #lastId = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #hasBeenReady = false;
  #isRefusing = false;

  constructor(options: ThreadClientOptions) {
    this.#options = options;
    this.ready = this.#started.promise;
    this.#state = { is: 'starting', worker: this.#start() };
  }

  call(
    operation: string,
    input: (copy: (bytes: Uint8Array) => Uint8Array) => unknown,
  ): Promise<unknown> {
    const obstacle = this.#obstacle();
    if (obstacle !== undefined) return Promise.reject(unavailable(obstacle));
    const id = ++this.#lastId;
    const sizeBefore = this.#arena.size;
    const built = input((bytes) => this.#arena.copy(bytes));
    const bytes = this.#arena.size - sizeBefore;
    this.#batch.push({ id, operation, input: built });
    if (this.#batch.length === 1) setImmediate(() => this.#sendBatch());
    this.#waitingBytes += bytes;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { bytes, resolve, reject });
    });
  }

  /** Why no call can be taken now. */
  #obstacle(): string | undefined {
    if (this.#isRefusing) return 'the store is closed';
    if (this.#state.is !== 'ready') return `the ${this.#options.name} is ${this.#state.is}`;
    if (this.#waitingBytes > (this.#options.mostWaitingBytes ?? MOST_WAITING_BYTES))
      return 'too much waits to be written';
    return undefined;
  }

  refuse(): void {
    this.#isRefusing = true;
  }

  close(): Promise<void> {
    this.refuse();
    const state = this.#state;
    switch (state.is) {
      case 'closed':
      case 'closing':
        break;
      case 'pausing':
        clearTimeout(state.timer);
        this.#state = { is: 'closed' };
        this.#ended.resolve();
        break;
      case 'starting':
      case 'ready':
        this.#sendBatch();
        this.#state = { is: 'closing', worker: state.worker };
        this.#post(state.worker, { type: 'close' }, []);
        this.#endByForceLater(state.worker);
        break;
    }
    return this.#ended.promise;
  }

  #start(): Worker {
    const worker = this.#options.startThread();
    let reason = 'it ended';
    worker.on('message', (message: FromThread) => {
      if (message.type === 'failed') reason = message.message;
      this.#receive(worker, message);
    });
    worker.on('messageerror', (error) => {
      reason = String(error);
      void worker.terminate();
    });
    worker.on('error', (error) => {
      reason = String(error);
    });
    worker.on('exit', () => this.#onExit(worker, reason));
    return worker;
  }

  #receive(worker: Worker, message: FromThread): void {
    switch (message.type) {
      case 'ready':
        if (this.#state.is !== 'starting') return;
        this.#state = { is: 'ready', worker };
        if (this.#hasBeenReady) {
          this.#options.onEvent({ type: 'thread.restarted', thread: this.#options.name });
        }
        this.#hasBeenReady = true;
        this.#started.resolve();
        return;
      case 'failed':
        if (!this.#hasBeenReady) this.#failStart(message.kind, message.message);
        return;
      case 'answers':
        this.#settle(message);
        return;
    }
  }

  #settle({ answers, milliseconds }: Extract<FromThread, { type: 'answers' }>): void {
    this.#pauseMs = FIRST_PAUSE_MS;
    for (const answer of answers) {
      this.#settleOne(answer.id, (waiting) => {
        if (answer.ok) waiting.resolve(answer.value);
        else waiting.reject(new StoreProblem(answer.problem));
      });
    }
    const { name, onEvent } = this.#options;
    onEvent({ type: 'group.done', thread: name, calls: answers.length, milliseconds });
  }

  #settleOne(id: number, settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    this.#waitingBytes -= waiting.bytes;
    settle(waiting);
  }

  #onExit(worker: Worker, reason: string): void {
    const state = this.#state;
    if (!('worker' in state) || state.worker !== worker) return;
    this.#refuseWaiting(reason);
    if (state.is === 'closing' || !this.#hasBeenReady) {
      this.#state = { is: 'closed' };
      this.#failStart('unexpected', reason);
      this.#ended.resolve();
      return;
    }
    const retryInMs = this.#pauseMs;
    this.#pauseMs = Math.min(retryInMs * 2, LONGEST_PAUSE_MS);
    const timer = setTimeout(() => {
      this.#state = { is: 'starting', worker: this.#start() };
    }, retryInMs);
    this.#state = { is: 'pausing', timer };
    const { name, onEvent } = this.#options;
    onEvent({ type: 'thread.died', thread: name, reason, retryInMs });
  }

  #failStart(kind: StartErrorKind, message: string): void {
    this.#started.reject(
      new StoreStartError(kind, { file: this.#options.file, technical: message }),
    );
    // Whoever closes before the start has ended may never look at `ready`.
    this.ready.catch(() => {});
  }

  #refuseWaiting(reason: string): void {
    this.#batch = [];
    this.#arena.take();
    const refused = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#waitingBytes = 0;
    for (const waiting of refused) waiting.reject(unavailable(reason));
  }

  #sendBatch(): void {
    if (this.#state.is !== 'ready' || this.#batch.length === 0) return;
    const calls = this.#batch;
    this.#batch = [];
    try {
      this.#post(this.#state.worker, { type: 'calls', calls }, this.#arena.take());
    } catch (error) {
      // An input that cannot be cloned is a bug, but nobody may wait for an answer that never comes.
      const cause = new Error('A call could not be sent.', { cause: error });
      for (const { id } of calls) this.#settleOne(id, (waiting) => waiting.reject(cause));
    }
  }

  #post(worker: Worker, message: ToThread, transfer: ArrayBuffer[]): void {
    worker.postMessage(message, transfer);
  }

  #endByForceLater(worker: Worker): void {
    const timer = setTimeout(() => void worker.terminate(), CLOSE_TIMEOUT_MS);
    worker.once('exit', () => clearTimeout(timer));
  }
}

function unavailable(reason: string): Refusal {
  return new Refusal('store.unavailable', undefined, { cause: new Error(reason) });
}
