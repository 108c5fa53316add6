/**
 * A process with many typists, apart from the server's. Takes one `Task` from its parent, answers
 * with one `Outcome` and ends.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { Samples } from './samples.ts';
import { turnAt } from './turns.ts';
import { Typist } from './typist.ts';

export interface Task {
  readonly address: string;
  readonly typists: number;
  readonly seed: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export type Message = 'measuring' | 'measured' | Outcome;

/** Times in milliseconds as [median, 95 %, 99 %, most]. */
export interface Outcome {
  readonly keys: number;
  /** Updates with letters that arrived, and how many should have. */
  readonly heard: number;
  readonly propagation: readonly number[];
  /** The same for what was sent in each of the turns of `turns.ts`. */
  readonly propagationByTurn: readonly (readonly number[])[];
  readonly acknowledged: readonly number[];
  /** Of the updates alone, and of all that went over the sockets. */
  readonly updateBytes: number;
  readonly sentBytes: number;
  readonly receivedBytes: number;
  /** How far behind this process itself was, and its share of one core. */
  readonly ownDelayP99Ms: number;
  readonly ownCpu: number;
  /** What each typist's document must have come to in the end. */
  readonly states: readonly (readonly [number, number])[];
}

const SLOWEST_KEY_MS = 200;
const FASTEST_KEY_MS = 125;

process.once('message', (task: Task) => {
  void work(task);
});

async function work(task: Task): Promise<void> {
  const random = seeded(task.seed);
  const [propagation, acknowledged] = [new Samples(), new Samples()];
  const byTurn = [new Samples(), new Samples()] as const;
  const onPropagated = (ms: number, sent: number) => {
    propagation.add(ms);
    byTurn[turnAt(performance.timeOrigin + sent)].add(ms);
  };
  const sentAt = new Map<number, Map<number, number>>();
  const typists = Array.from({ length: task.typists }, (_, number) => {
    const own = seeded(random.int(2 ** 31));
    const { address } = task;
    return new Typist({ address, number, random: own, sentAt, onPropagated, acknowledged });
  });
  await until(() => typists.every((typist) => typist.isReady), 'everybody is in');
  const end = new AbortController();
  for (const typist of typists) void typeOn(typist, seeded(random.int(2 ** 31)), end.signal);
  await pause(task.warmUpMs);

  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpuBefore = process.cpuUsage();
  const trafficBefore = trafficOf(typists);
  for (const typist of typists) typist.isMeasuring = true;
  tell('measuring');
  await pause(task.measureMs);
  for (const typist of typists) typist.isMeasuring = false;
  tell('measured');
  const traffic = trafficOf(typists);
  const cpu = process.cpuUsage(cpuBefore);
  delay.disable();

  end.abort();
  await until(() => !typists.some((typist) => typist.hasUnsaved), 'everything is saved');
  if (typists.some((typist) => typist.closed)) throw new Error('Somebody was thrown out.');
  const sum = (count: (typist: Typist) => number) =>
    typists.reduce((total, typist) => total + count(typist), 0);
  const letters = [...sentAt.values()].reduce((total, sent) => total + sent.size, 0);
  const expected = letters * (task.typists - 1);
  await until(() => sum((typist) => typist.heard) === expected, 'everybody heard everything');
  tell({
    keys: sum((typist) => typist.keys),
    heard: expected,
    propagation: figuresOf(propagation),
    propagationByTurn: byTurn.map(figuresOf),
    acknowledged: figuresOf(acknowledged),
    updateBytes: sum((typist) => typist.updateBytes),
    sentBytes: traffic.sent - trafficBefore.sent,
    receivedBytes: traffic.received - trafficBefore.received,
    ownDelayP99Ms: delay.percentile(99) / 1e6,
    ownCpu: (cpu.user + cpu.system) / 1000 / task.measureMs,
    states: typists.map((typist) => typist.ownState),
  });
  for (const typist of typists) typist.leave();
  process.disconnect();
}

async function typeOn(typist: Typist, random: ReturnType<typeof seeded>, end: AbortSignal) {
  while (!end.aborted) {
    await pause(FASTEST_KEY_MS + random.int(SLOWEST_KEY_MS - FASTEST_KEY_MS));
    if (!end.aborted) typist.press();
  }
}

function trafficOf(typists: readonly Typist[]): {
  readonly sent: number;
  readonly received: number;
} {
  return {
    sent: typists.reduce((sum, { traffic }) => sum + traffic.sent, 0),
    received: typists.reduce((sum, { traffic }) => sum + traffic.received, 0),
  };
}

function figuresOf(samples: Samples): readonly number[] {
  return [50, 95, 99, 100].map((percent) => samples.percentile(percent));
}

function tell(message: Message): void {
  process.send?.(message);
}
