import * as decoding from 'lib0/decoding';
import { beforeEach, expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Refusal } from '../../shared/errors/catalogue.ts';
import { MESSAGE_AWARENESS } from '../../shared/wire/frames.ts';
import { type AwarenessEntry, readAwareness } from './clientFrame.ts';
import { Presence } from './presence.ts';

interface Person {
  readonly name: string;
}

let presence: Presence<Person>;
let claimed: Person[];
const [kari, ola, per] = [{ name: 'Kari' }, { name: 'Ola' }, { name: 'Per' }];

beforeEach(() => {
  claimed = [];
  presence = new Presence({ maxBytes: 100, claimed: (owner) => claimed.push(owner) });
});

const entry = (clientId: number, clock: number, state: object | null): AwarenessEntry => ({
  clientId,
  clock,
  json: JSON.stringify(state),
});

function entriesOf(frame: Uint8Array | undefined): AwarenessEntry[] {
  if (frame === undefined) return [];
  const decoder = decoding.createDecoder(frame);
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE_AWARENESS);
  return readAwareness(decoding.readVarUint8Array(decoder));
}

const drainedFor = (owner: Person) => entriesOf(presence.drain().frameFor(owner));

test('RM-23 a connection speaks for its own client and nobody else', () => {
  presence.receive(kari, [entry(1, 1, { name: 'Kari' })], 0);
  presence.receive(ola, [entry(2, 1, { name: 'Ola' })], 0);
  presence.receive(kari, [entry(2, 9, { name: 'Falsk' }), entry(3, 1, { name: 'Ny' })], 0);
  presence.receive(ola, [entry(1, 9, null)], 0);
  const everybody = entriesOf(presence.everybody());
  expect(everybody.map(({ json }) => json)).toEqual(['{"name":"Kari"}', '{"name":"Ola"}']);
});

test('RM-23 an echo of somebody else does not make a silent connection that client', () => {
  presence.receive(kari, [entry(1, 1, {})], 0);
  presence.receive(ola, [entry(1, 1, {}), entry(9, 1, null)], 0);
  expect(presence.idOf(ola)).toBeUndefined();
  presence.receive(ola, [entry(2, 0, {})], 0);
  expect(presence.idOf(ola)).toBe(2);
});

test('RM-23 an older clock is not believed', () => {
  presence.receive(kari, [entry(1, 5, { at: 'ny' })], 0);
  presence.drain();
  presence.receive(kari, [entry(1, 4, { at: 'gammel' })], 0);
  expect(presence.hasChanges).toBe(false);
});

test('RM-24 a state that is too large is dropped, the one before it stays', () => {
  presence.receive(kari, [entry(1, 1, { a: 'b' })], 0);
  expect(presence.receive(kari, [entry(1, 2, { a: 'x'.repeat(200) })], 0)).toBe(false);
  expect(entriesOf(presence.everybody())).toEqual([entry(1, 1, { a: 'b' })]);
});

test.each(['{', '5', '[]', '"tekst"'])(
  'RM-5 a state that is no object is malformed: %s',
  (json) => {
    expect(() => presence.receive(kari, [{ clientId: 1, clock: 1, json }], 0)).toThrow(Refusal);
  },
);

test('RM-25 a client whose connection ended is taken from the others at once', () => {
  presence.receive(kari, [entry(1, 3, {})], 0);
  presence.receive(ola, [entry(2, 1, {})], 0);
  presence.drain();
  presence.leave(kari, 0);
  expect(drainedFor(ola)).toEqual([entry(1, 3, null)]);
});

test('RM-25 who has missed something hears of those too who have left', () => {
  presence.receive(kari, [entry(1, 3, {})], 0);
  presence.receive(ola, [entry(2, 1, {})], 0);
  presence.leave(kari, 0);
  expect(entriesOf(presence.everybody())).toEqual([entry(2, 1, {})]);
  expect(entriesOf(presence.everybodyAndGone())).toEqual([entry(1, 3, null), entry(2, 1, {})]);
});

test('RM-26 a client that comes back is believed by peers that saw it leave', () => {
  const peer = new Awareness(new Y.Doc());
  const hear = () => {
    for (const each of entriesOf(presence.drain().frameFor(per))) {
      const bytes = Uint8Array.of(1, ...varUint(each.clientId), ...varUint(each.clock));
      const text = new TextEncoder().encode(each.json);
      applyAwarenessUpdate(peer, Uint8Array.of(...bytes, text.length, ...text), 'server');
    }
  };
  presence.receive(kari, [entry(1, 3, { name: 'Kari' })], 0);
  hear();
  presence.leave(kari, 0);
  hear();
  expect(peer.getStates().has(1)).toBe(false);
  const again = { name: 'Kari' };
  presence.receive(again, [entry(1, 3, { name: 'Kari' })], 0);
  hear();
  expect(peer.getStates().get(1)).toEqual({ name: 'Kari' });
  presence.receive(again, [entry(1, 4, { name: 'Kari Nordmann' })], 0);
  hear();
  expect(peer.getStates().get(1)).toEqual({ name: 'Kari Nordmann' });
  peer.destroy();
});

test('RM-26 a claim waits until the old connection is found dead', () => {
  presence.receive(kari, [entry(1, 3, { from: 'gammel' })], 0);
  presence.receive(ola, [entry(1, 3, { from: 'ny' })], 0);
  expect(claimed).toEqual([kari]);
  expect(presence.idOf(ola)).toBeUndefined();
  presence.leave(kari, 0);
  expect(presence.idOf(ola)).toBe(1);
  expect(entriesOf(presence.everybody()).map(({ json }) => json)).toEqual(['{"from":"ny"}']);
});

test('RM-27 one frame for all who said nothing, and nobody hears itself', () => {
  presence.receive(kari, [entry(1, 1, { k: 1 })], 0);
  presence.receive(kari, [entry(1, 2, { k: 2 })], 0);
  presence.receive(ola, [entry(2, 1, { o: 1 })], 0);
  const { frameFor } = presence.drain();
  const [forPer, forAnother] = [frameFor(per), frameFor({ name: 'Anna' })];
  expect(forAnother).toBe(forPer);
  expect(entriesOf(forPer)).toEqual([entry(1, 2, { k: 2 }), entry(2, 1, { o: 1 })]);
  expect(entriesOf(frameFor(kari))).toEqual([entry(2, 1, { o: 1 })]);
});

test('RM-25 a client that renewed nothing for long is shown to nobody who comes', () => {
  presence.receive(kari, [entry(1, 1, {})], 0);
  presence.forgetSilent(29_000);
  expect(presence.everybody()).toBeDefined();
  presence.forgetSilent(31_000);
  expect(presence.everybody()).toBeUndefined();
  presence.receive(kari, [entry(1, 2, {})], 32_000);
  expect(presence.everybody()).toBeDefined();
});

test('RM-30 a hidden client has left for the others, and comes back as it is', () => {
  presence.receive(kari, [entry(1, 3, { name: 'Kari' })], 0);
  presence.drain();
  expect(presence.hide(kari)).toBe(true);
  expect(presence.hide(kari)).toBe(false);
  const { frameFor } = presence.drain();
  expect(entriesOf(frameFor(ola))).toEqual([entry(1, 3, null)]);
  expect(frameFor(kari)).toBeUndefined();
  expect(entriesOf(presence.everybody())).toEqual([entry(1, 3, null)]);
  presence.show(kari);
  expect(drainedFor(ola)).toEqual([entry(1, 4, { name: 'Kari' })]);
  presence.show(kari);
  expect(presence.hasChanges).toBe(false);
});

test('RM-30 what a hidden client says shows it, with a clock that peers believe', () => {
  presence.receive(kari, [entry(1, 3, { at: 1 })], 0);
  for (const at of [2, 3]) {
    presence.hide(kari);
    const [hidden] = drainedFor(ola);
    presence.receive(kari, [entry(1, 2 + at, { at })], 0);
    const [shown] = drainedFor(ola);
    expect(shown).toMatchObject({ json: JSON.stringify({ at }) });
    expect(shown?.clock).toBeGreaterThan(hidden?.clock ?? Number.POSITIVE_INFINITY);
  }
});

test('RM-30 a hidden client that comes over a new connection is back at once', () => {
  presence.receive(kari, [entry(1, 3, { from: 'gammel' })], 0);
  presence.hide(kari);
  const [hidden] = drainedFor(per);
  presence.receive(ola, [entry(1, 3, { from: 'ny' })], 0);
  expect(claimed).toEqual([kari]);
  expect(presence.idOf(ola)).toBe(1);
  expect(presence.idOf(kari)).toBeUndefined();
  const [shown] = drainedFor(per);
  expect(shown).toMatchObject({ json: '{"from":"ny"}' });
  expect(shown?.clock).toBeGreaterThan(hidden?.clock ?? Number.POSITIVE_INFINITY);
  presence.leave(kari, 0);
  presence.show(kari);
  expect(presence.hasChanges).toBe(false);
});

test('RM-30 there is nobody to hide on a connection that has not said who it is', () => {
  expect(presence.hide(kari)).toBe(false);
  presence.receive(kari, [entry(1, 1, {})], 0);
  presence.leave(kari, 0);
  expect(presence.hide(kari)).toBe(false);
});

test('RM-12 awareness leaves as y-protocols writes it', () => {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ name: 'Åse' });
  const bytes = encodeAwarenessUpdate(awareness, [awareness.clientID]);
  presence.receive(kari, readAwareness(bytes), 0);
  expect(presence.everybody()).toEqual(Uint8Array.of(MESSAGE_AWARENESS, bytes.length, ...bytes));
  awareness.destroy();
});

function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number % 128) + 128, ...varUint(Math.floor(number / 128))];
}
