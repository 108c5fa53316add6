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
import { ServerProcess } from '../world/realServer.ts';
import { type SeededRandom, seeded } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { Examiner, type Finding } from './examiner.ts';
import { parseSheetAddress, SheetLedger } from './ledger.ts';
import type { Moment, Scene } from './moments.ts';
import { wordFact } from './observe.ts';
import { Participant } from './participant.ts';
import { ServerLog } from './serverLog.ts';
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
  readonly compactions: number;
  /** Acknowledged, and not in the restarted server's state. */
  readonly lost: readonly Finding[];
  /** Written, and not there after everybody came back. */
  readonly missing: readonly Finding[];
  /** Whatever else should not have happened. */
  readonly faults: readonly string[];
}

const LIGHT_SHEETS = 3;
const EDITORS_PER_SHEET = 3;
const SETTLE_LIMIT_MS = 30_000;
const SHEET_LIFE_KILLS = 12;
/** Somebody edits about a hundred times a second: as a whole group does. */
const EDIT_CHANCE = 0.5;
const PAUSE_MS = 10;

export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const campaign = new Campaign(options);
  return campaign.run();
}

class Campaign implements Scene {
  readonly random: SeededRandom;
  readonly storage: Storage;
  readonly #options: CampaignOptions;
  readonly #log = new ServerLog();
  readonly #examiner: Examiner;
  readonly #kills = new Map<string, number>();
  readonly #faults: string[] = [];
  readonly #savedListeners = new Set<() => void>();
  readonly #notices: string[] = [];
  #participants: Participant[] = [];
  #guests: Participant[] = [];
  #server: ServerProcess | undefined;
  #url = '';
  #named = 0;
  #returned = 0;
  lastStartMs = 1000;

  constructor(options: CampaignOptions) {
    this.#options = options;
    this.random = seeded(options.seed);
    this.storage = options.storage;
    this.#examiner = new Examiner(this.random);
  }

  async run(): Promise<CampaignResult> {
    try {
      await this.#prepare();
      await this.#killAll();
      await this.#endInOrder();
    } finally {
      this.#server?.kill();
      await this.#server?.ended;
      for (const participant of [...this.#participants, ...this.#guests]) participant.leave();
    }
    return this.#result();
  }

  // What a moment may do

  get participants(): readonly Participant[] {
    return this.#participants;
  }

  get lastCompactionMs(): number {
    return this.#log.lastCompactionMs;
  }

  kill(): void {
    this.#server?.kill();
  }

  crowd(count: number): void {
    for (let i = 0; i < count; i += 1) {
      const guest = this.#newParticipant(this.random.pick(this.#participants).ledger);
      this.welcome(guest);
      guest.whenSynced(() => guest.does((editor) => editor.pasteWord()));
    }
  }

  async createSheet(): Promise<Participant> {
    const ledger = await this.#create();
    this.#examiner.watch(ledger);
    return this.#newParticipant(ledger);
  }

  welcome(guest: Participant): void {
    this.#guests.push(guest);
    guest.connect(this.#url);
  }

  isCompacted(sheetId: string): boolean {
    return this.#log.compacted.has(sheetId);
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
    await this.#start();
    for (let i = 0; i < LIGHT_SHEETS; i += 1) await this.#openSheet(EDITORS_PER_SHEET);
    for (const participant of this.#participants) participant.connect(this.#url);
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
      this.#server = this.#spawn();
      await moment.due(this);
      await this.#killServer();
      return;
    }
    if (this.#server === undefined || this.#server.hasEnded) await this.#comeBack(moment.phase);
    if (moment.phase === 'editing') await this.#editUntil(() => moment.due(this));
    else await moment.due(this);
    await this.#killServer();
  }

  /** Starts the server, looks for what was acknowledged, and brings everybody back. */
  async #comeBack(phase: Moment['phase']): Promise<void> {
    await this.#start();
    await this.#examiner.findLost(this.#url);
    for (const participant of this.#participants) participant.connect(this.#url);
    if (phase === 'joining' && this.#isFlawless) return;
    for (const guest of this.#guests) if (!guest.isConnected) guest.connect(this.#url);
    await this.#settle();
  }

  /** Waits until everything is saved and the same for all, and looks for what is missing. */
  async #settle(): Promise<void> {
    const before = this.#examiner.acknowledgedCount;
    const everybody = [...this.#participants, ...this.#guests];
    try {
      await until(
        () => everybody.every((participant) => participant.isSettled),
        'everybody has everything saved',
        SETTLE_LIMIT_MS,
      );
      await this.#examiner.findMissing(this.#url, everybody);
    } catch (error) {
      this.#faults.push(String(error), ...everybody.map((participant) => participant.describe()));
    }
    this.#returned += this.#examiner.acknowledgedCount - before;
    for (const guest of this.#guests) guest.leave();
    this.#guests = [];
    for (const { name, faults, closeCodes } of everybody) {
      this.#faults.push(...faults.map((fault) => `${name}: ${fault}`));
      this.#faults.push(...closeCodes.map((code) => `${name}: closed with ${code}`));
    }
  }

  async #editUntil(due: () => Promise<void>): Promise<void> {
    const end = new AbortController();
    const editing = this.#edit(end.signal);
    try {
      await due();
      await this.#killServer();
    } finally {
      end.abort();
      await editing;
    }
  }

  /** Everybody edits on, whether or not there is a connection. */
  async #edit(end: AbortSignal): Promise<void> {
    while (!end.aborted) {
      for (const participant of this.#participants) {
        if (this.random.chance(EDIT_CHANCE)) participant.does((editor) => editor.edit());
      }
      await pause(this.random.int(PAUSE_MS));
    }
  }

  /** A server that ends in good order stores everything that it took, and says so. */
  async #endInOrder(): Promise<void> {
    if (!this.#isFlawless) return;
    await this.#comeBack('editing');
    const end = new AbortController();
    const editing = this.#edit(end.signal);
    await pause(PAUSE_MS * 10);
    const ending = await this.#server?.stop();
    end.abort();
    await editing;
    if (ending?.code !== 0) this.#faults.push(`It ended with ${ending?.code ?? ending?.signal}.`);
    for (const participant of this.#participants) participant.closeCodes.length = 0;
    await this.#start();
    await this.#examiner.findLost(this.#url, 'all');
    for (const participant of this.#participants) participant.connect(this.#url);
    await this.#settle();
  }

  get #isFlawless(): boolean {
    return (
      this.#examiner.lost.length === 0 &&
      this.#examiner.missing.length === 0 &&
      this.#faults.length === 0
    );
  }

  // The server

  #spawn(): ServerProcess {
    return ServerProcess.start({
      dataDir: this.storage.dataDir,
      entry: this.#options.entry,
      env: { ...this.#options.env, LOG_LEVEL: 'debug' },
      logged: (line) => this.#log.read(line),
    });
  }

  async #start(): Promise<void> {
    const startedAt = performance.now();
    this.#server = this.#spawn();
    this.#url = await this.#server.ready;
    this.lastStartMs = performance.now() - startedAt;
  }

  /** Kills it; resolves when it is gone and all that it had sent has been read. */
  async #killServer(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    server.kill();
    const { code } = await server.ended;
    if (code !== null) this.#faults.push(`It ended by itself with ${code}: ${server.lines.at(-1)}`);
    this.#server = undefined;
    await until(
      () => [...this.#participants, ...this.#guests].every(({ isConnected }) => !isConnected),
      'all connections are gone',
    );
    this.#faults.push(...this.#log.takeProblems());
  }

  // Sheets and people

  async #openSheet(editors: number): Promise<SheetLedger> {
    const ledger = await this.#create();
    this.#examiner.watch(ledger, 'always');
    for (let i = 0; i < editors; i += 1) this.#participants.push(this.#newParticipant(ledger));
    return ledger;
  }

  /** Retires the oldest sheet, and opens a new one in its place. */
  async #changeSheet(): Promise<void> {
    await this.#comeBack('editing');
    const oldest = this.#participants[0]?.ledger;
    if (oldest === undefined || !this.#isFlawless) return;
    const [leaving, staying] = [
      this.#participants.filter(({ ledger }) => ledger === oldest),
      this.#participants.filter(({ ledger }) => ledger !== oldest),
    ];
    for (const participant of leaving) participant.leave();
    this.#participants = staying;
    this.#examiner.watch(oldest, 'sometimes');
    const opened = await this.#openSheet(EDITORS_PER_SHEET);
    for (const participant of this.#participants) {
      if (participant.ledger === opened) participant.connect(this.#url);
    }
    await this.#settle();
  }

  async #create(): Promise<SheetLedger> {
    this.#named += 1;
    const word = `⟨ark ${this.#named}⟩`;
    const response = await fetch(`${this.#url}/api/sheets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'dypdykk', title: word }),
    });
    if (response.status !== 201) throw new Error(`No sheet: ${await response.text()}`);
    const ledger = new SheetLedger(parseSheetAddress(await response.json()));
    ledger.acknowledge(ledger.write(wordFact('sheet/title', word), word));
    return ledger;
  }

  #newParticipant(ledger: SheetLedger): Participant {
    this.#named += 1;
    return new Participant({
      name: `p${this.#named}`,
      ledger,
      random: seeded(this.random.int(2 ** 31)),
      role: this.random.chance(0.3) ? 'fasilitator' : 'rediger',
      saved: () => {
        for (const heard of this.#savedListeners) heard();
      },
      noticed: (code) => this.#notices.push(code),
    });
  }

  #result(): CampaignResult {
    return {
      kills: this.#kills,
      updates: this.#examiner.updateCount,
      acknowledged: this.#examiner.acknowledgedCount,
      returned: this.#returned,
      sheets: this.#examiner.sheetCount,
      compactions: this.#log.compacted.size,
      lost: this.#examiner.lost,
      missing: this.#examiner.missing,
      faults: this.#faults,
    };
  }
}
