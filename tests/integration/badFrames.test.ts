/**
 * Frames that no honest client sends. Each ends its sender's connection with a close code that
 * says why, and two others on the sheet write on as if nothing had been.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Participant } from '../world/participants.ts';
import { EMPTY_STEP_2, step2Message, updateMessage } from '../world/rawSocket.ts';
import { type SeededRandom, seeded } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({
  isShared: true,
  limits: { frameBytes: 100_000, heldMs: 100, documentBytes: 200_000 },
});
let kari: Participant;
let ola: Participant;

beforeEach(async () => {
  kari = await it.comes();
  ola = await it.comes();
});

afterEach(async () => {
  // Whatever came before: both are still there, and words still travel both ways.
  const before = kari.text.length;
  kari.text.insert(0, 'k');
  ola.text.insert(0, 'o');
  await until(() => kari.text.length === before + 2 && ola.text.length === before + 2);
  expect(kari.closeCodes).toEqual([]);
  expect(ola.closeCodes).toEqual([]);
  expect(kari.doc.store.pendingStructs).toBeNull();
  const late = await it.comes();
  expect(Y.encodeStateAsUpdate(late.doc)).toEqual(Y.encodeStateAsUpdate(kari.doc));
});

/** Three updates of one writer, each building on the one before. */
function chain(): [Uint8Array, Uint8Array, Uint8Array] {
  const updates: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of ['en ', 'to ', 'tre ']) doc.getText('prøve').insert(0, word);
  const [first, second, third] = updates;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('Yjs merged');
  return [first, second, third];
}

const deepValue = (() => {
  const doc = new Y.Doc();
  let value: unknown = 1;
  for (let depth = 0; depth < 500; depth++) value = { a: value };
  doc.getMap('m').set('k', value);
  return Y.encodeStateAsUpdate(doc);
})();

const large = (() => {
  const doc = new Y.Doc();
  doc.getText('prøve').insert(0, 'x'.repeat(100_001));
  return Y.encodeStateAsUpdate(doc);
})();

describe('RM-5 ends the connection of whoever sends', () => {
  test.each<[string, Uint8Array | string, number, string]>([
    ['a text frame', 'hei', 4415, 'wire.textFrame'],
    ['an empty frame', new Uint8Array(), 4400, 'wire.malformed'],
    ['a message of no known type', Uint8Array.of(9, 1, 2), 4400, 'wire.malformed'],
    ['an auth message', Uint8Array.of(2, 0), 4400, 'wire.malformed'],
    ['a control frame without opting in', Uint8Array.of(120, 1, 65), 4400, 'wire.malformed'],
    ['a sync message of no known kind', Uint8Array.of(0, 7, 0), 4400, 'wire.malformed'],
    ['a number cut short', Uint8Array.of(0, 2, 0xff), 4400, 'wire.malformed'],
    ['a number without end', new Uint8Array(40).fill(0xff), 4400, 'wire.malformed'],
    ['a message cut short', Uint8Array.of(0, 2, 50, 1, 1), 4400, 'wire.malformed'],
    ['bytes after the message', Uint8Array.of(0, 2, 2, 0, 0, 7), 4400, 'wire.malformed'],
    ['bytes after the update', updateMessage(Uint8Array.of(0, 0, 7)), 4400, 'wire.malformed'],
    ['an update that is none', updateMessage(Uint8Array.of(3, 2, 1)), 4400, 'wire.malformed'],
    ['an update nested too deep', updateMessage(deepValue), 4400, 'wire.malformed'],
    ['a state vector that is none', Uint8Array.of(0, 0, 2, 5, 1), 4400, 'wire.malformed'],
    ['awareness that is none', Uint8Array.of(1, 3, 1, 1, 1), 4400, 'wire.malformed'],
    ['awareness that is no JSON', Uint8Array.of(1, 5, 1, 1, 1, 1, 123), 4400, 'wire.malformed'],
    ['a frame that is too large', updateMessage(large), 4413, 'wire.tooLarge'],
  ])('%s', async (_what, bytes, code, reason) => {
    const bad = await it.raw();
    bad.send(bytes);
    expect(await bad.closed).toEqual({ code, reason });
  });

  test('what breaks the WebSocket protocol itself', async () => {
    const bad = await it.raw();
    // A frame of a reserved opcode, masked, without payload.
    bad.socket.removeAllListeners('error');
    bad.socket.on('error', () => {});
    const stream = (bad.socket as unknown as { _socket: NodeJS.WritableStream })._socket;
    stream.write(Uint8Array.of(0x83, 0x80, 0, 0, 0, 0));
    expect(await bad.closed).toEqual({ code: 4400, reason: 'wire.malformed' });
  });

  test('a text frame whose letters are none', async () => {
    const bad = await it.raw();
    const stream = (bad.socket as unknown as { _socket: NodeJS.WritableStream })._socket;
    stream.write(Uint8Array.of(0x81, 0x81, 0, 0, 0, 0, 0xff));
    expect((await bad.closed).code).toBe(4415);
  });
});

describe('RM-6 an update without its predecessor', () => {
  test('ends the connection once the first exchange is over', async () => {
    const [first, , third] = chain();
    const bad = await it.raw();
    bad.send(EMPTY_STEP_2);
    bad.send(updateMessage(first));
    bad.send(updateMessage(third));
    expect(await bad.closed).toEqual({ code: 4509, reason: 'wire.gap' });
    await until(() => ola.text.toString() === 'en ');
  });

  test('ends the connection when the first exchange never comes', async () => {
    const bad = await it.raw();
    bad.send(updateMessage(chain()[1]));
    expect((await bad.closed).code).toBe(4509);
  });

  test('ends the connection at once when it is a large one', async () => {
    const doc = new Y.Doc();
    doc.getText('a').insert(0, 'a');
    const before = Y.encodeStateVector(doc);
    doc.getText('a').insert(1, 'b'.repeat(60_000));
    const orphan = updateMessage(Y.encodeStateAsUpdate(doc, before));
    await it.restart({ limits: { heldBytes: 50_000 } });
    kari = await it.comes();
    ola = await it.comes();
    const bad = await it.raw();
    bad.send(orphan);
    expect((await bad.closed).code).toBe(4509);
  });

  test('is taken when its predecessor comes with the step 2', async () => {
    const [first, second, third] = chain();
    const raw = await it.raw();
    raw.send(updateMessage(second));
    raw.send(updateMessage(third));
    raw.send(step2Message(first));
    await until(() => ola.text.toString() === 'tre to en ');
  });

  test('ends the connection when the step 2 does not bring its predecessor', async () => {
    const [first, , third] = chain();
    const bad = await it.raw();
    bad.send(updateMessage(third));
    bad.send(step2Message(first));
    expect((await bad.closed).code).toBe(4509);
  });

  test('is refused when it has a hole or deletes what is not there', async () => {
    const [first, , third] = chain();
    for (const update of [Y.mergeUpdates([first, third]), Uint8Array.of(0, 1, 7, 1, 0, 1)]) {
      const bad = await it.raw();
      bad.send(EMPTY_STEP_2);
      bad.send(updateMessage(update));
      expect((await bad.closed).code).toBe(4509);
    }
  });
});

test('RM-8 valid Yjs that breaks our schema comes in, and the snapshot reports it', async () => {
  const vandal = await it.comes();
  const tiltak = vandal.doc.getMap('tiltak');
  tiltak.set('abcdefgh12345678', 'dette er ingen rad');
  await until(() => kari.doc.getMap('tiltak').size === 1);
  const response = await it.server.call(`/api/sheets/${it.sheet.id}`, { key: it.sheet.keys.les });
  expect(response.status).toBe(200);
  const snapshot = (await response.json()) as { tiltak: unknown[]; problems: { path: string }[] };
  expect(snapshot.tiltak).toEqual([]);
  expect(snapshot.problems).toEqual([{ path: 'tiltak/abcdefgh12345678' }]);
});

test('RM-9 a sheet that is full takes no more, and says so', async () => {
  const greedy = await it.comes();
  for (let i = 0; i < 4 && greedy.closeCodes.length === 0; i++) {
    greedy.doc.getArray(`fyll ${i}`).insert(0, ['y'.repeat(60_000)]);
  }
  await until(() => greedy.closeCodes.length === 1);
  expect(greedy.closeCodes).toEqual([4414]);
});

test('RM-24 an awareness state that is too large is dropped, and its sender told', async () => {
  const loud = await it.comes({ control: true });
  loud.provider.awareness.setLocalStateField('user', { name: 'x'.repeat(20_000) });
  await until(() => loud.control.some((frame) => frame.type === 'notice'));
  expect(loud.control.at(-1)).toEqual({ type: 'notice', code: 'awareness.tooLarge' });
  loud.provider.awareness.setLocalStateField('user', { name: 'Kort' });
  const seen = () => kari.provider.awareness.getStates().get(loud.doc.clientID)?.['user'];
  await until(() => (seen() as { name?: string } | undefined)?.name === 'Kort');
});

test('RM-23 nobody can speak for somebody else', async () => {
  kari.provider.awareness.setLocalStateField('user', { name: 'Kari' });
  const seen = () => ola.provider.awareness.getStates().get(kari.doc.clientID)?.['user'];
  await until(() => seen() !== undefined);
  const forger = await it.comes();
  const { awareness } = forger.provider;
  awareness.states.set(kari.doc.clientID, { user: { name: 'Falsk' } });
  awareness.meta.set(kari.doc.clientID, { clock: 1000, lastUpdated: 0 });
  awareness.emit('update', [{ added: [], updated: [kari.doc.clientID], removed: [] }, 'x']);
  awareness.setLocalStateField('user', { name: 'Forfalsker' });
  const forgers = () => ola.provider.awareness.getStates().get(forger.doc.clientID)?.['user'];
  await until(() => forgers() !== undefined);
  expect(seen()).toEqual({ name: 'Kari' });
});

test('RM-11 thousands of damaged frames disturb nobody', async () => {
  const seed = 4711;
  const random = seeded(seed);
  const seedFrames = [
    ...chain().map(updateMessage),
    EMPTY_STEP_2,
    Uint8Array.of(0, 0, 1, 0),
    Uint8Array.of(1, 7, 1, 9, 1, 3, 123, 125, 32),
    Uint8Array.of(3),
  ];
  let sent = 0;
  let ended = 0;
  let written = 0;
  while (sent < 4000) {
    const bad = await it.raw({ control: random.chance(0.5) });
    bad.socket.on('close', () => {
      ended += 1;
    });
    for (let i = 0; i < 25 && bad.socket.readyState === bad.socket.OPEN; i++) {
      bad.send(mutated(random.pick(seedFrames), random));
      sent += 1;
    }
    bad.socket.close();
    if (sent % 5 === 0) {
      (written % 2 === 0 ? kari : ola).text.insert(0, `${written} `);
      written += 1;
    }
  }
  await until(() => kari.text.toString() === ola.text.toString(), `equal, seed ${seed}`);
  for (let i = 0; i < written; i++) expect(kari.text.toString()).toContain(`${i} `);
  await until(() => ended > 100);
});

function mutated(frame: Uint8Array, random: SeededRandom): Uint8Array {
  const bytes = frame.slice();
  for (let i = random.int(3); i >= 0; i--) bytes[random.int(bytes.length)] = random.int(256);
  if (random.chance(0.2)) return bytes.slice(0, random.int(bytes.length));
  return random.chance(0.2) ? Uint8Array.of(...bytes, random.int(256)) : bytes;
}
