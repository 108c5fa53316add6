/**
 * The moments at which a server is killed. Each brings about what it is named after and resolves
 * when the kill is due; one that must not lose a microsecond kills by itself.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import type { Participant } from './participant.ts';
import type { Storage } from './storage.ts';

export interface Scene {
  readonly random: SeededRandom;
  readonly storage: Storage;
  /** Milliseconds that the last start and the last whole compaction took. */
  readonly lastStartMs: number;
  readonly lastCompactionMs: number;
  kill(): void;
  /** Brings more people to the sheets, all at once; each writes a word when it has the sheet. */
  crowd(count: number): void;
  /**
   * Makes a sheet, with somebody for it who is not connected yet. Once the server has answered, it
   * is one of those that must be there.
   */
  createSheet(): Promise<Participant>;
  /** Connects somebody who leaves again once they have been back after a kill. */
  welcome(guest: Participant): void;
  /** Tells that a sheet's compaction has begun or is about to. */
  compacts(sheetId: string): void;
  /** Calls back at every acknowledgement until the answer is called. */
  onSaved(heard: () => void): () => void;
  /** Resolves when somebody has been told this. */
  notice(code: 'store.unavailable' | 'store.recovered'): Promise<void>;
}

export interface Moment {
  readonly name: string;
  /**
   * `starting`: the process runs, nobody is there. `joining`: all have begun to connect.
   * `editing`: all were connected with everything saved, and edit.
   */
  readonly phase: 'starting' | 'joining' | 'editing';
  readonly needsSmallDisk?: true;
  due(scene: Scene): Promise<void>;
}

const EDITING_MS = 1000;
const JOINING_MS = 200;
const CROWD = 40;
const SHEETS_AT_ONCE = 3;
const MOST_NEW_SHEETS = 24;
/** More bytes than the compactor leaves alone. */
const BULK_CHARACTERS = 1_300_000;
const BULK_EDITS = 100;
const SHORT_LOCK_MS = 600;

export const MOMENTS: readonly Moment[] = [
  {
    name: 'midt i redigeringen',
    phase: 'editing',
    due: ({ random }) => pause(20 + random.int(EDITING_MS)),
  },
  {
    name: 'rett etter en kvittering',
    phase: 'editing',
    due: (scene) =>
      new Promise((resolve) => {
        let left = 1 + scene.random.int(200);
        const stop = scene.onSaved(() => {
          left -= 1;
          if (left > 0) return;
          scene.kill();
          stop();
          resolve();
        });
      }),
  },
  {
    name: 'under oppstart',
    phase: 'starting',
    due: ({ random, lastStartMs }) => pause(random.int(Math.ceil(lastStartMs))),
  },
  {
    name: 'under gjentilkobling',
    phase: 'joining',
    due: ({ random }) => pause(random.int(JOINING_MS)),
  },
  {
    name: 'under mange tilkoblinger',
    phase: 'joining',
    due: async (scene) => {
      scene.crowd(CROWD);
      await pause(scene.random.int(JOINING_MS * 2));
    },
  },
  { name: 'under komprimering', phase: 'editing', due: whileCompacting },
  { name: 'mens ark opprettes', phase: 'editing', due: whileCreating },
  { name: 'mens databasen er låst', phase: 'editing', due: whileLocked },
  {
    name: 'mens disken er full',
    phase: 'editing',
    needsSmallDisk: true,
    due: async (scene) => {
      await pause(scene.random.int(EDITING_MS));
      const free = scene.storage.fill?.();
      await scene.notice('store.unavailable');
      await pause(scene.random.int(EDITING_MS));
      scene.kill();
      free?.();
    },
  },
  {
    name: 'rett etter at disken fikk plass',
    phase: 'editing',
    needsSmallDisk: true,
    due: async (scene) => {
      await pause(scene.random.int(EDITING_MS));
      const free = scene.storage.fill?.();
      await scene.notice('store.unavailable');
      free?.();
      await scene.notice('store.recovered');
      await pause(scene.random.int(20));
    },
  },
];

/** Writes so much that a sheet is due for compaction, and kills between then and its end. */
async function whileCompacting(scene: Scene): Promise<void> {
  const writer = await scene.createSheet();
  scene.welcome(writer);
  await until(() => writer.isSettled, 'the sheet is open');
  writer.does((editor) => editor.addBulk(BULK_CHARACTERS));
  for (let i = 0; i < BULK_EDITS; i += 1) writer.does((editor) => editor.edit());
  await until(() => writer.isSettled, 'the long sheet is saved');
  scene.compacts(writer.ledger.sheet.id);
  await pause(scene.random.int(Math.ceil(scene.lastCompactionMs * 1.2)));
}

async function whileCreating(scene: Scene): Promise<void> {
  const timer = new AbortController();
  let made = 0;
  const makeSome = async (): Promise<void> => {
    while (!timer.signal.aborted && made < MOST_NEW_SHEETS) {
      made += 1;
      // The kill cuts some of these off: only what was answered counts.
      await scene.createSheet().catch(() => {});
    }
  };
  for (let i = 0; i < SHEETS_AT_ONCE; i += 1) void makeSome();
  await pause(scene.random.int(EDITING_MS / 2));
  scene.kill();
  timer.abort();
}

/** Holds the lock for a while, or for so long that the server gives up and says so. */
async function whileLocked(scene: Scene): Promise<void> {
  await pause(scene.random.int(EDITING_MS));
  const release = scene.storage.lock();
  try {
    if (scene.random.chance(0.75)) await pause(scene.random.int(SHORT_LOCK_MS));
    else await scene.notice('store.unavailable');
    if (scene.random.chance(0.7)) scene.kill();
  } finally {
    release();
  }
}
