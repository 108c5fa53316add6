/**
 * Kills a server again and again while people edit, and looks each time for what is gone.
 *
 * After each kill, in this order:
 * 1. Somebody who was never there before reads every sheet. All that was acknowledged is there.
 *    Nobody else has come back yet: their documents would bring back what the server lost.
 * 2. Everybody comes back, and all that was written, acknowledged or not, is there and the same
 *    for all.
 * 3. They edit, until the next moment to kill has come.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { ERRORS } from '../../shared/errors/catalogue.ts';
import { type SeededRandom, seeded } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { Crew } from './crew.ts';
import { Examiner, type Finding } from './examiner.ts';
import type { Moment, Scene } from './moments.ts';
import { MortalServer } from './mortalServer.ts';
import type { Participant } from './participant.ts';
import type { Storage } from './storage.ts';

export interface CampaignOptions {
  readonly seed: number;
  readonly kills: number;
  /** Taken in turn, each as often as the others, in a new order every round. */
  readonly moments: readonly Moment[];
  readonly storage: Storage;
  /** The server's program instead of the product's. */
  readonly entry?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** Called after each kill. */
  readonly progress?: (kill: number, moment: Moment) => void;
}

export interface CampaignResult {
  readonly kills: ReadonlyMap<string, number>;
  /** Updates that were acknowledged, each looked for after every later kill. */
  readonly updates: number;
  /** The words, rows and values that they made, looked for as well. */
  readonly acknowledged: number;
  /** Of these, what was acknowledged only after a kill, when its writer came back. */
  readonly returned: number;
  readonly sheets: number;
  readonly compacted: number;
  /** Kills that came between a compaction's beginning and its end. */
  readonly cutCompactions: number;
  /** Acknowledged, and not in the restarted server's state. */
  readonly lost: readonly Finding[];
  /** Written, and not there after everybody came back. */
  readonly missing: readonly Finding[];
  /** Whatever else should not have happened. */
  readonly faults: readonly string[];
}

const SHEETS = 3;
const EDITORS_PER_SHEET = 3;
const SETTLE_LIMIT_MS = 30_000;
const SHEET_LIFE_KILLS = 12;
const LAST_EDITS_MS = 100;
const CLOSED_BY_RESTART = `closed with ${ERRORS['server.stopping'].closeCode}`;

export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const campaign = new Campaign(options);
  return campaign.run();
}

class Campaign implements Scene {
  readonly random: SeededRandom;
  readonly storage: Storage;
  readonly #options: CampaignOptions;
  readonly #server: MortalServer;
  readonly #crew: Crew;
  readonly #examiner: Examiner;
  readonly #kills = new Map<string, number>();
  readonly #faults: string[] = [];
  readonly #savedListeners = new Set<() => void>();
  readonly #notices: string[] = [];
  #compacting: string | undefined;
  #cutCompactions = 0;
  #returned = 0;

  constructor(options: CampaignOptions) {
    this.#options = options;
    this.random = seeded(options.seed);
    this.storage = options.storage;
    this.#examiner = new Examiner(this.random);
    const { entry, env } = options;
    this.#server = new MortalServer({ dataDir: this.storage.dataDir, entry, env });
    this.#crew = new Crew({
      random: this.random,
      saved: () => {
        for (const heard of this.#savedListeners) heard();
      },
      noticed: (code) => this.#notices.push(code),
    });
  }

  async run(): Promise<CampaignResult> {
    try {
      await this.#prepare();
      await this.#killAll();
      if (this.#isFlawless) await this.#endInOrder();
    } catch (error) {
      this.#faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      await this.#server.killed();
      for (const participant of this.#crew.everybody) participant.leave();
    }
    return this.#result();
  }

  // What a moment may do

  get lastStartMs(): number {
    return this.#server.lastStartMs;
  }

  get lastCompactionMs(): number {
    return this.#server.log.lastCompactionMs;
  }

  kill(): void {
    this.#server.kill();
  }

  crowd(count: number): void {
    for (let i = 0; i < count; i += 1) {
      const { ledger } = this.random.pick(this.#crew.regulars);
      const guest = this.#crew.newcomer(ledger);
      guest.whenSynced(() => guest.does((editor) => editor.pasteWord()));
      this.welcome(guest);
    }
  }

  async createSheet(): Promise<Participant> {
    const ledger = await this.#crew.createSheet(this.#server.url);
    this.#examiner.watch(ledger, 'sometimes');
    return this.#crew.newcomer(ledger);
  }

  welcome(guest: Participant): void {
    this.#crew.addGuest(guest);
    guest.connect(this.#server.url);
  }

  compacts(sheetId: string): void {
    this.#compacting = sheetId;
  }

  onSaved(heard: () => void): () => void {
    this.#savedListeners.add(heard);
    return () => this.#savedListeners.delete(heard);
  }

  async notice(code: 'store.unavailable' | 'store.recovered'): Promise<void> {
    this.#notices.length = 0;
    await until(() => this.#notices.includes(code), `the notice ${code}`, SETTLE_LIMIT_MS);
  }

  // The rounds

  async #prepare(): Promise<void> {
    await this.#server.start();
    for (let i = 0; i < SHEETS; i += 1) await this.#openSheet();
    this.#crew.connectRegulars(this.#server.url);
    await this.#settle();
  }

  async #killAll(): Promise<void> {
    let turn: Moment[] = [];
    for (let kill = 1; kill <= this.#options.kills && this.#isFlawless; kill += 1) {
      if (turn.length === 0) turn = this.random.shuffled(this.#options.moments);
      const moment = turn.pop();
      if (moment === undefined) throw new RangeError('No moments to kill at.');
      await this.#round(moment);
      this.#kills.set(moment.name, (this.#kills.get(moment.name) ?? 0) + 1);
      this.#options.progress?.(kill, moment);
      if (kill % SHEET_LIFE_KILLS === 0) await this.#changeSheet();
    }
  }

  /** From a server that runs, or has just been killed, to one that has been killed. */
  async #round(moment: Moment): Promise<void> {
    if (moment.phase === 'starting') {
      await this.#killServer();
      this.#server.spawn();
    } else if (!this.#server.isRunning) await this.#comeBack(moment.phase);
    const stopEditing = moment.phase === 'editing' ? this.#crew.startEditing() : undefined;
    try {
      await moment.due(this);
      await this.#killServer();
    } finally {
      await stopEditing?.();
    }
  }

  /** Starts the server, looks for what was acknowledged, and brings everybody back. */
  async #comeBack(phase: Moment['phase']): Promise<void> {
    await this.#server.start();
    await this.#examiner.findLost(this.#server.url, 'due');
    this.#crew.connectRegulars(this.#server.url);
    if (phase === 'joining' && this.#isFlawless) return;
    this.#crew.connectGuests(this.#server.url);
    await this.#settle();
  }

  /** Waits until everything is saved and the same for all, and looks for what is missing. */
  async #settle(): Promise<void> {
    const before = this.#examiner.acknowledgedCount;
    const { everybody } = this.#crew;
    try {
      await until(
        () => everybody.every((participant) => participant.isSettled),
        'everybody has everything saved',
        SETTLE_LIMIT_MS,
      );
      await this.#examiner.findMissing(this.#server.url, everybody);
    } catch (error) {
      this.#faults.push(String(error), ...everybody.map((participant) => participant.describe()));
    }
    this.#returned += this.#examiner.acknowledgedCount - before;
    this.#crew.dismissGuests();
    for (const participant of everybody) this.#faults.push(...participant.takeFaults());
  }

  /** Kills it; resolves when it is gone and all that it had sent has been read. */
  async #killServer(): Promise<void> {
    this.#faults.push(...(await this.#server.killed()));
    await this.#crew.disconnected();
    const isCut = this.#compacting !== undefined && !this.#compacted.has(this.#compacting);
    if (isCut) this.#cutCompactions += 1;
    this.#compacting = undefined;
  }

  async #openSheet(): Promise<void> {
    const ledger = await this.#crew.createSheet(this.#server.url);
    this.#examiner.watch(ledger, 'always');
    this.#crew.addRegulars(ledger, EDITORS_PER_SHEET);
  }

  /** Retires the oldest sheet, and opens a new one in its place. */
  async #changeSheet(): Promise<void> {
    await this.#comeBack('editing');
    const oldest = this.#crew.regulars[0]?.ledger;
    if (oldest === undefined || !this.#isFlawless) return;
    this.#crew.retire(oldest);
    this.#examiner.watch(oldest, 'sometimes');
    await this.#openSheet();
    this.#crew.connectRegulars(this.#server.url);
    await this.#settle();
  }

  /** A server that ends in good order stores everything that it took, and says so. */
  async #endInOrder(): Promise<void> {
    if (!this.#server.isRunning) await this.#comeBack('editing');
    const stopEditing = this.#crew.startEditing();
    await pause(LAST_EDITS_MS);
    this.#faults.push(...(await this.#server.stopped()));
    await this.#crew.disconnected();
    await stopEditing();
    // All were told to come back later, as they should be.
    for (const regular of this.#crew.regulars) {
      const others = regular.takeFaults().filter((fault) => !fault.includes(CLOSED_BY_RESTART));
      this.#faults.push(...others);
    }
    await this.#server.start();
    await this.#examiner.findLost(this.#server.url, 'all');
    this.#crew.connectRegulars(this.#server.url);
    await this.#settle();
  }

  get #compacted(): ReadonlySet<string> {
    return this.#server.log.compacted;
  }

  get #isFlawless(): boolean {
    const { lost, missing } = this.#examiner;
    return lost.length === 0 && missing.length === 0 && this.#faults.length === 0;
  }

  #result(): CampaignResult {
    return {
      kills: this.#kills,
      updates: this.#examiner.updateCount,
      acknowledged: this.#examiner.acknowledgedCount,
      returned: this.#returned,
      sheets: this.#examiner.sheetCount,
      compacted: this.#compacted.size,
      cutCompactions: this.#cutCompactions,
      lost: this.#examiner.lost,
      missing: this.#examiner.missing,
      faults: this.#faults,
    };
  }
}
