/**
 * People at real fields who type, remove, compose and undo at random while their messages are
 * under way. Every inserted character is unlike all others, so that it is known which must be
 * there at the end.
 */
import * as Y from 'yjs';
import { bindText } from '../../../../client/sections/text/bindText.ts';
import { type SeededRandom, seeded } from '../../../world/sheets.ts';

const SOMEBODY = { kind: 'test', undoable: false } as const;

export interface FuzzOutcome {
  readonly seed: number;
  /** What is wrong, in words; empty when everything held. */
  readonly faults: readonly string[];
}

class Person {
  readonly doc = new Y.Doc();
  readonly field = document.createElement('textarea');
  readonly inbox: Uint8Array[] = [];
  isComposing = false;
  readonly #random: SeededRandom;
  readonly #unbind: () => void;

  constructor(id: number, random: SeededRandom) {
    this.doc.clientID = id;
    this.#random = random;
    document.body.append(this.field);
    this.#unbind = bindText(this.field, this.text, {
      origin: { kind: 'test', undoable: true },
    });
  }

  get text(): Y.Text {
    return this.doc.getText('cell');
  }

  /** Replaces a random range of what the field shows; answers what was taken away. */
  edit(insert: string): string {
    const { value } = this.field;
    const length = [...value].length;
    const from = this.#random.int(length + 1);
    const to = this.#random.chance(0.4) ? Math.min(length, from + this.#random.int(3)) : from;
    const units = (count: number) => [...value].slice(0, count).join('').length;
    const removed = value.slice(units(from), units(to));
    this.field.setRangeText(insert, units(from), units(to), 'end');
    const { isComposing } = this;
    this.field.dispatchEvent(new InputEvent('input', { data: insert, isComposing }));
    return removed;
  }

  toggleComposition(): void {
    this.isComposing = !this.isComposing;
    const type = this.isComposing ? 'compositionstart' : 'compositionend';
    this.field.dispatchEvent(new CompositionEvent(type));
  }

  receive(): void {
    const next = this.inbox.shift();
    if (next !== undefined) Y.applyUpdate(this.doc, next, SOMEBODY);
  }

  leave(): void {
    this.#unbind();
    this.field.remove();
  }
}

/** One run: what three people do, and what is wrong with it. */
export async function fuzzText(seed: number): Promise<FuzzOutcome> {
  const random = seeded(seed);
  const people = [1, 2, 3].map((id) => new Person(id, random));
  for (const person of people) connect(person, people);
  const written: Written = { inserted: [], removed: new Set() };
  const faults: string[] = [];
  for (let step = 0; step < 60; step++) {
    act(random.pick(people), random, written);
    if (!random.chance(0.1)) continue;
    await tick();
    for (const person of people) if (!person.isComposing) faults.push(...unequal(person, step));
  }
  for (const person of people) {
    if (person.isComposing) person.toggleComposition();
    while (person.inbox.length > 0) person.receive();
  }
  await tick();
  faults.push(...faultsAtTheEnd(people, written));
  for (const person of people) person.leave();
  return { seed, faults };
}

interface Written {
  readonly inserted: string[];
  readonly removed: Set<string>;
}

function connect(person: Person, people: readonly Person[]): void {
  person.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === SOMEBODY) return;
    for (const other of people) if (other !== person) other.inbox.push(update);
  });
}

function act(person: Person, random: SeededRandom, written: Written): void {
  if (random.chance(0.5)) {
    const characters = random.chance(0.8) ? fresh(written.inserted, 1 + random.int(2)) : '';
    for (const character of person.edit(characters)) written.removed.add(character);
  } else if (random.chance(0.3)) person.toggleComposition();
  else person.receive();
}

function faultsAtTheEnd(people: readonly Person[], { inserted, removed }: Written): string[] {
  const expected = inserted.filter((character) => !removed.has(character)).sort();
  return people.flatMap((person, index) => {
    const text = person.text.toString();
    const found = [...text].sort();
    return [
      ...unequal(person, -1),
      ...(found.join() === expected.join() ? [] : [`${index} has «${found}», not «${expected}»`]),
      ...(text === people[0]?.text.toString() ? [] : [`${index} differs from the first`]),
    ];
  });
}

/** Characters that have not been used before, every third an emoji. */
function fresh(used: string[], count: number): string {
  let made = '';
  for (let i = 0; i < count; i++) {
    const next = used.length;
    const character = String.fromCodePoint(next % 3 === 0 ? 0x1f600 + next : 0x4e00 + next);
    used.push(character);
    made += character;
  }
  return made;
}

/** After the binding's own timers of no delay. */
function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function unequal({ field, text }: Person, step: number): string[] {
  const shown = field.value;
  const stored = text.toString();
  return shown === stored ? [] : [`step ${step}: shows «${shown}», the text is «${stored}»`];
}
