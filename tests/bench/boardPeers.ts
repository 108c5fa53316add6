/**
 * A process with many people on one board, apart from the server's: each on a socket of its own,
 * with pointers that move all the while, and some who drag notes. They speak through awareness as
 * the canvas does: twenty times a second, and the document gets one write when a drag ends. Takes
 * one `BoardTask` from its parent, answers `ready` when everybody is in, and then moves and rests as
 * it is told until it is ended.
 */
import { BOARD, type BoardState } from '../../client/canvas/presence/peers.ts';
import { run } from '../../shared/document/commands/command.ts';
import type { LappId } from '../../shared/ids/ids.ts';
import { addLapper, patchLapp } from '../../shared/sheet/commands/lapp.ts';
import { LAPP_COLORS, SECTION_KEYS } from '../../shared/sheet/schema/vocabulary.ts';
import { join, type Participant } from '../world/participants.ts';
import type { TestSheet } from '../world/server.ts';
import { type SeededRandom, seeded, TEST_ORIGIN } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { noteWords, placeOnBoard } from './boardWords.ts';

export interface BoardTask {
  readonly wsUrl: string;
  readonly sheet: Pick<TestSheet, 'id' | 'keys'>;
  readonly notes: number;
  readonly peers: number;
  /** How many of the peers drag notes. */
  readonly dragging: number;
  readonly seed: number;
}

/** What its parent tells it, and what it answers. */
export type BoardOrder = 'move' | 'rest';
export type BoardMessage = 'ready';

/** As the canvas sends it (client/canvas/binding/liveChanges.ts). */
const LIVE = 'live';
const EVERY_MS = 50;
/** A drag goes on for so many moves. */
const DRAG_MOVES = 40;
const VIEW: BoardState['view'] = [-260, -130, 2200, 1450];
const NOTES_AT_ONCE = 100;

process.once('message', (task: BoardTask) => {
  void work(task);
});

async function work({ wsUrl, sheet, notes, peers, dragging, seed }: BoardTask): Promise<void> {
  const random = seeded(seed);
  const first = join({ wsUrl }, sheet, { control: true });
  await first.synced();
  const lapper = writeNotes(first, notes, random);
  const others = Array.from({ length: peers - 1 }, () => join({ wsUrl }, sheet));
  const people = [first, ...others];
  await Promise.all(people.map((person) => person.synced()));
  await until(() => people.every(({ doc }) => doc.getMap('lapper').size >= notes), 'all notes');
  const pointers = people.map((person, number) => {
    const mine = number < dragging ? lapper.filter((_id, at) => at % dragging === number) : [];
    return new Pointer(person, number, seeded(random.int(2 ** 31)), mine);
  });
  let timers: NodeJS.Timeout[] = [];
  process.on('message', (order: BoardOrder) => {
    for (const timer of timers) clearInterval(timer);
    timers = order === 'move' ? pointers.map(keepMoving) : [];
  });
  const message: BoardMessage = 'ready';
  process.send?.(message);
}

function keepMoving(pointer: Pointer): NodeJS.Timeout {
  return setInterval(() => pointer.move(), EVERY_MS);
}

function writeNotes({ doc }: Participant, notes: number, random: SeededRandom): readonly LappId[] {
  const writer = { origin: TEST_ORIGIN, random: random.bytes };
  const ids: LappId[] = [];
  while (ids.length < notes) {
    const texts = Array.from({ length: Math.min(NOTES_AT_ONCE, notes - ids.length) }, () =>
      noteWords(random),
    );
    const draft = {
      section: random.pick(SECTION_KEYS),
      color: random.pick(LAPP_COLORS),
      author: 'Kari Nordmann',
    };
    const places = texts.map(() => placeOnBoard(random));
    const added = run(doc, addLapper(texts, draft, places), writer);
    if (!added.ok) throw new Error(`No notes: ${JSON.stringify(added.refusal)}`);
    ids.push(...added.value);
  }
  return ids;
}

/** One person's hand. */
class Pointer {
  readonly #person: Participant;
  readonly #number: number;
  readonly #random: SeededRandom;
  readonly #lapper: readonly LappId[];
  #at: readonly [number, number];
  #goal: readonly [number, number];
  #dragged: LappId | undefined;
  #moves = 0;

  constructor(
    person: Participant,
    number: number,
    random: SeededRandom,
    lapper: readonly LappId[],
  ) {
    this.#person = person;
    this.#number = number;
    this.#random = random;
    this.#lapper = lapper;
    this.#at = placeOnBoard(random);
    this.#goal = placeOnBoard(random);
  }

  move(): void {
    if (this.#moves % DRAG_MOVES === 0) this.#turn();
    this.#moves += 1;
    const [x, y] = this.#at;
    const part = 1 / (DRAG_MOVES - (this.#moves % DRAG_MOVES));
    this.#at = [
      Math.round(x + (this.#goal[0] - x) * part),
      Math.round(y + (this.#goal[1] - y) * part),
    ];
    this.#tell();
  }

  /** Lets go of what is dragged, and begins to move elsewhere. */
  #turn(): void {
    const { doc } = this.#person;
    if (this.#dragged !== undefined) {
      run(doc, patchLapp(this.#dragged, { xy: this.#at }), {
        origin: TEST_ORIGIN,
        random: this.#random.bytes,
      });
    }
    this.#goal = placeOnBoard(this.#random);
    this.#dragged = this.#lapper.length > 0 ? this.#random.pick(this.#lapper) : undefined;
  }

  #tell(): void {
    const shape = this.#dragged === undefined ? undefined : `shape:lapp-${this.#dragged}`;
    const board: BoardState = {
      pointer: [this.#at[0], this.#at[1]],
      selected: shape === undefined ? [] : [shape],
      view: VIEW,
    };
    this.#person.provider.awareness.setLocalState({
      user: { name: `Deltaker ${this.#number}`, personId: `person-${this.#number}-0123` },
      role: 'rediger',
      place: { section: 'begrunnelse' },
      isActive: true,
      at: 1_767_225_600_000 + this.#number,
      [BOARD]: board,
      ...(shape !== undefined && { [LIVE]: { [shape]: { xy: this.#at } } }),
    });
  }
}
