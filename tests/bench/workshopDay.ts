/**
 * A workshop of many people for hours, in simulated time: everybody works in a document of their
 * own, and hears the others every two seconds through a server's document. Now and then somebody
 * loads the page anew, and writes under a new number from then on.
 */
import * as Y from 'yjs';
import { createFromSnapshot } from '../../shared/sheet/commands/create.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { done, seeded } from '../world/sheets.ts';
import { WorkshopPerson } from './workshopPerson.ts';

const TURN_SECONDS = 2;
/** In so many turns somebody with nothing at hand begins something. */
const SHARE = 0.045;
/** One load of the page anew for each person in so many turns. */
const TURNS_PER_RELOAD = 4000;

export interface Workshop {
  readonly people: number;
  readonly hours: number;
  readonly seed: number;
}

export interface WorkshopOutcome {
  /** The document as the server has it in the end. */
  readonly doc: Y.Doc;
  /** Updates that were sent, and their bytes. */
  readonly updates: number;
  readonly updateBytes: number;
}

/** Everybody has the same document in the end, or it throws. */
export function holdWorkshop(
  start: Uint8Array,
  { people, hours, seed }: Workshop,
  onHour: (hour: number) => void = () => {},
): WorkshopOutcome {
  const random = seeded(seed);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  let [updates, updateBytes] = [0, 0];
  const sent: Uint8Array[] = [];
  const join = (): WorkshopPerson => {
    const own = seeded(random.int(2 ** 31));
    const person = new WorkshopPerson(Y.encodeStateAsUpdate(doc), own, SHARE);
    person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === doc) return;
      updates += 1;
      updateBytes += update.length;
      sent.push(update);
    });
    return person;
  };
  const hall = Array.from({ length: people }, join);
  // All at once: what each has written itself changes nothing there.
  const relay = (): void => {
    if (sent.length === 0) return;
    const update = Y.mergeUpdates(sent.splice(0));
    for (const each of [doc, ...hall.map((person) => person.doc)]) Y.applyUpdate(each, update, doc);
  };
  const turns = (hours * 3600) / TURN_SECONDS;
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const person of hall) person.turn();
    relay();
    for (const [place, person] of hall.entries()) {
      if (random.int(TURNS_PER_RELOAD) > 0) continue;
      person.leave();
      hall[place] = join();
    }
    if ((turn * TURN_SECONDS) % 3600 === 0) onHour((turn * TURN_SECONDS) / 3600);
  }
  for (const person of hall) {
    if (!isSame(person.doc, doc)) throw new Error('Somebody has another document in the end.');
    person.leave();
  }
  return { doc, updates, updateBytes };
}

/** A document into which the same content was written once. */
export function freshDocument(doc: Y.Doc, seed: number): Y.Doc {
  const { snapshot, problems } = readSnapshot(doc);
  if (problems.length > 0) throw new Error(`Problems: ${JSON.stringify(problems)}`);
  const fresh = new Y.Doc();
  done(fresh, createFromSnapshot(snapshot), {
    origin: { kind: 'test', undoable: false },
    random: seeded(seed).bytes,
  });
  return fresh;
}

function isSame(a: Y.Doc, b: Y.Doc): boolean {
  return JSON.stringify(readSnapshot(a).snapshot) === JSON.stringify(readSnapshot(b).snapshot);
}
