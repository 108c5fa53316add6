/** The people of a campaign and the sheets they write in. */
import { setTimeout as pause } from 'node:timers/promises';
import { type SeededRandom, seeded } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { parseSheetAddress, SheetLedger } from './ledger.ts';
import { wordFact } from './observe.ts';
import { Participant, type ParticipantOptions } from './participant.ts';

/** Somebody edits about a hundred times a second: as a whole group does. */
const EDIT_CHANCE = 0.5;
const EDIT_PAUSE_MS = 10;
const FACILITATOR_CHANCE = 0.3;

export interface CrewOptions extends Pick<ParticipantOptions, 'saved' | 'noticed'> {
  readonly random: SeededRandom;
}

export class Crew {
  readonly #options: CrewOptions;
  #regulars: Participant[] = [];
  /** Those who leave again once they have been back after a kill. */
  #guests: Participant[] = [];
  #named = 0;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  get regulars(): readonly Participant[] {
    return this.#regulars;
  }

  get everybody(): readonly Participant[] {
    return [...this.#regulars, ...this.#guests];
  }

  /** Makes a sheet whose title is a word of its own, which the answer acknowledges. */
  async createSheet(url: string): Promise<SheetLedger> {
    this.#named += 1;
    const word = `⟨ark ${this.#named}⟩`;
    const response = await fetch(`${url}/api/sheets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'dypdykk', title: word }),
    });
    if (response.status !== 201) throw new Error(`No sheet: ${await response.text()}`);
    const ledger = new SheetLedger(parseSheetAddress(await response.json()));
    ledger.acknowledge(ledger.write(wordFact('sheet/title', word), word));
    return ledger;
  }

  /** Somebody for a sheet, not connected yet. */
  newcomer(ledger: SheetLedger): Participant {
    const { random, saved, noticed } = this.#options;
    this.#named += 1;
    return new Participant({
      name: `p${this.#named}`,
      ledger,
      random: seeded(random.int(2 ** 31)),
      role: random.chance(FACILITATOR_CHANCE) ? 'fasilitator' : 'rediger',
      saved,
      noticed,
    });
  }

  addRegulars(ledger: SheetLedger, count: number): void {
    for (let i = 0; i < count; i += 1) this.#regulars.push(this.newcomer(ledger));
  }

  addGuest(guest: Participant): void {
    this.#guests.push(guest);
  }

  /** The regulars of a sheet leave for good. */
  retire(sheet: SheetLedger): void {
    for (const { ledger, leave } of this.#regulars) if (ledger === sheet) leave();
    this.#regulars = this.#regulars.filter(({ ledger }) => ledger !== sheet);
  }

  dismissGuests(): void {
    for (const guest of this.#guests) guest.leave();
    this.#guests = [];
  }

  connectRegulars(url: string): void {
    for (const regular of this.#regulars) if (!regular.isConnected) regular.connect(url);
  }

  connectGuests(url: string): void {
    for (const guest of this.#guests) if (!guest.isConnected) guest.connect(url);
  }

  /** Resolves when all that a server had sent before it ended has been read. */
  async disconnected(): Promise<void> {
    await until(
      () => this.everybody.every(({ isConnected }) => !isConnected),
      'all connections are gone',
    );
  }

  /** The regulars edit, with or without a connection, until the answer is called. */
  startEditing(): () => Promise<void> {
    const end = new AbortController();
    const editing = this.#edit(end.signal);
    return () => {
      end.abort();
      return editing;
    };
  }

  async #edit(end: AbortSignal): Promise<void> {
    const { random } = this.#options;
    while (!end.aborted) {
      for (const regular of this.#regulars) {
        if (random.chance(EDIT_CHANCE)) regular.does((editor) => editor.edit());
      }
      await pause(random.int(EDIT_PAUSE_MS));
    }
  }
}
