/** Reads sheets from a restarted server and compares them with what their ledgers say. */
import * as Y from 'yjs';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import type { SeededRandom } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { readByHttp, readBySocket } from './freshReader.ts';
import { adds, type Departure, type SheetLedger } from './ledger.ts';
import { observe } from './observe.ts';
import type { Participant } from './participant.ts';

export interface Finding {
  readonly sheetId: string;
  readonly what: string;
}

/** Sheets that nobody edits any more are looked at in each round with this probability. */
const SOMETIMES = 0.15;

export class Examiner {
  readonly lost: Finding[] = [];
  readonly missing: Finding[] = [];
  readonly #random: SeededRandom;
  readonly #always = new Set<SheetLedger>();
  readonly #sometimes = new Set<SheetLedger>();
  /** Not looked at since they were made. */
  readonly #new = new Set<SheetLedger>();

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  get acknowledgedCount(): number {
    return this.#all().reduce((sum, ledger) => sum + ledger.acknowledgedCount, 0);
  }

  get updateCount(): number {
    return this.#all().reduce((sum, ledger) => sum + ledger.updateCount, 0);
  }

  get sheetCount(): number {
    return this.#all().length;
  }

  /** Looks at a sheet from now on: after every kill, or at once and then now and again. */
  watch(ledger: SheetLedger, how: 'always' | 'sometimes'): void {
    this.#always.delete(ledger);
    if (how === 'always') this.#always.add(ledger);
    else {
      this.#sometimes.add(ledger);
      this.#new.add(ledger);
    }
  }

  /** Looks for acknowledged edits that a restarted server does not have; call before anybody joins. */
  async findLost(url: string, which: 'due' | 'all'): Promise<void> {
    const ledgers = this.#all().filter(
      (ledger) =>
        which === 'all' ||
        this.#always.has(ledger) ||
        this.#new.has(ledger) ||
        this.#random.chance(SOMETIMES),
    );
    this.#new.clear();
    for (const ledger of this.#random.shuffled(ledgers)) {
      const found = new Set<string>();
      for (const read of this.#random.shuffled([readBySocket, readByHttp])) {
        try {
          lostIn(await read(url, ledger.sheet), ledger, found);
        } catch (error) {
          found.add(`cannot be read, with ${ledger.acknowledgedCount} edits: ${String(error)}`);
        }
      }
      this.lost.push(...[...found].map((what) => ({ sheetId: ledger.sheet.id, what })));
    }
  }

  /** Looks for anything that was written and is not there, in the server or with anybody. */
  async findMissing(url: string, everybody: readonly Participant[]): Promise<void> {
    const ledgers = new Set(everybody.map(({ ledger }) => ledger));
    for (const ledger of ledgers) {
      const doc = await readBySocket(url, ledger.sheet);
      const departures = ledger.missing(observe(doc).facts).map(told);
      this.missing.push(...departures.map((what) => ({ sheetId: ledger.sheet.id, what })));
      const peers = everybody.filter((participant) => participant.ledger === ledger);
      for (const peer of peers) await this.#comparePeer(doc, peer);
    }
  }

  async #comparePeer(server: Y.Doc, { name, doc, ledger }: Participant): Promise<void> {
    const complain = (what: string) =>
      this.missing.push({ sheetId: ledger.sheet.id, what: `${name} ${what}` });
    if (adds(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)))) {
      complain('has what the server lacks');
      return;
    }
    const state = Y.encodeStateAsUpdate(server);
    await until(() => !adds(doc, state), `${name} has what the server has`);
    const [here, there] = [readSnapshot(doc).snapshot, readSnapshot(server).snapshot];
    if (JSON.stringify(here) !== JSON.stringify(there)) complain('reads something else');
  }

  #all(): SheetLedger[] {
    return [...new Set([...this.#always, ...this.#sometimes])];
  }
}

/** Adds to `found` what a restarted server has lost of a sheet. */
function lostIn(doc: Y.Doc, ledger: SheetLedger, found: Set<string>): void {
  const { facts, problems } = observe(doc);
  for (const departure of ledger.lostAcknowledged(facts)) found.add(told(departure));
  for (const problem of problems) found.add(`${problem} is ill-typed`);
  if (ledger.lacksBytes(doc)) found.add('lacks operations or deletions that were acknowledged');
}

function told({ fact, expected, standing }: Departure): string {
  return `${fact}: ${expected ?? 'nothing'} was written, ${standing ?? 'nothing'} stands`;
}
