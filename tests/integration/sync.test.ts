/** Stock clients of y-websocket on one sheet, over real sockets and a real SQLite file. */

import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { MESSAGE_CONTROL, readControl } from '../../shared/wire/frames.ts';
import { EMPTY_STEP_2, updateMessage } from '../world/rawSocket.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });

test('RM-12 two stock clients write at once, every letter survives and both see the same', async () => {
  const [kari, ola] = [await it.comes(), await it.comes()];
  kari.text.insert(0, 'Kari skriver. ');
  ola.text.insert(0, 'Ola skriver. ');
  await until(() => kari.text.length === 27 && ola.text.length === 27);
  expect(kari.text.toString()).toBe(ola.text.toString());
  expect(kari.text.toString()).toContain('Kari skriver. ');
  expect(ola.text.toString()).toContain('Ola skriver. ');
});

test('RM-13 somebody who comes later gets all that was written', async () => {
  const kari = await it.comes();
  kari.text.insert(0, 'Blåbærsyltetøy 🫐');
  const ola = await it.comes();
  await until(() => ola.text.toString() === 'Blåbærsyltetøy 🫐');
});

test('RM-13 somebody who wrote alone brings it when they come', async () => {
  const doc = new Y.Doc();
  doc.getText('prøve').insert(0, 'skrevet på toget');
  const kari = await it.comes();
  await it.comes({ doc });
  await until(() => kari.text.toString() === 'skrevet på toget');
});

test('RM-6 words written before the first exchange is over are not lost', async () => {
  const doc = new Y.Doc();
  const text = doc.getText('prøve');
  text.insert(0, 'fra før; ');
  const ola = await it.comes();
  const kari = it.tries({ doc, control: true });
  // As soon as the socket is open the client sends what is typed, ahead of its step 2.
  kari.provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    for (const word of ['mens ', 'den ', 'kobler ', 'til']) text.insert(text.length, word);
  });
  await until(() => ola.text.toString() === 'fra før; mens den kobler til');
  // Four updates and the step 2.
  await until(() => kari.saved() === 5);
  expect(kari.closeCodes).toEqual([]);
});

test('RM-12 the bytes received are the bytes relayed, one message a frame, not to the sender', async () => {
  const [sender, other] = [await it.raw(), await it.raw()];
  const doc = new Y.Doc();
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => sent.push(updateMessage(update)));
  for (const letter of 'abc') doc.getText('prøve').insert(0, letter);
  for (const message of sent) sender.send(message);
  const updates = (frames: readonly Uint8Array[]) =>
    frames.filter((frame) => frame[0] === 0 && frame[1] === 2).map((frame) => [...frame]);
  await until(() => updates(other.frames).length === 3);
  expect(updates(other.frames)).toEqual(sent.map((frame) => [...frame]));
  // Sent again they add nothing, and are not sent on.
  for (const message of sent) sender.send(message);
  doc.getText('prøve').insert(0, 'd');
  const last = sent.at(-1);
  if (last !== undefined) sender.send(last);
  await until(() => updates(other.frames).length === 4);
  expect(updates(sender.frames)).toEqual([]);
});

test('RM-14 a client that did not ask for control frames gets none', async () => {
  const stock = await it.raw();
  stock.send(EMPTY_STEP_2);
  const [kari] = [await it.comes({ control: true })];
  kari.text.insert(0, 'hei');
  await until(() => kari.saved() === 2);
  await until(() => stock.frames.length >= 2);
  expect(stock.frames.every((frame) => (frame[0] ?? 99) <= 3)).toBe(true);
});

test('RM-13 RM-14 a client that asked for them is welcomed first, then asked for what it has', async () => {
  const { frames } = await it.raw({ control: true, role: 'les' });
  await until(() => frames.length >= 2);
  const [welcome = new Uint8Array(), step1] = frames;
  const decoder = decoding.createDecoder(welcome);
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE_CONTROL);
  const frame = readControl(decoder);
  expect(frame).toMatchObject({ type: 'welcome', role: 'les' });
  expect(step1?.subarray(0, 2)).toEqual(Buffer.from([0, 0]));
});

test('RM-18 what was written is counted as saved, in the order sent, no-ops too', async () => {
  const kari = await it.comes({ control: true });
  kari.text.insert(0, 'a');
  kari.text.insert(1, 'b');
  await until(() => kari.saved() === 3);
  const raw = await it.raw({ control: true });
  const all = Y.encodeStateAsUpdate(kari.doc);
  for (let i = 0; i < 3; i++) raw.send(updateMessage(all));
  raw.send(EMPTY_STEP_2);
  await until(() => savedOf(raw.frames) === 4);
  expect(kari.control.filter((frame) => frame.type === 'saved').at(-1)).toEqual({
    type: 'saved',
    count: 3,
  });
});

function savedOf(frames: readonly Uint8Array[]): number | undefined {
  const counts = frames.flatMap((bytes) => {
    const decoder = decoding.createDecoder(bytes);
    const frame =
      decoding.readVarUint(decoder) === MESSAGE_CONTROL ? readControl(decoder) : undefined;
    return frame?.type === 'saved' ? [frame.count] : [];
  });
  return counts.at(-1);
}

test('RM-7 a reader sees everything, shows its cursor and keeps coming back', async () => {
  const [kari, reader] = [await it.comes(), await it.comes({ role: 'les', control: true })];
  reader.provider.awareness.setLocalStateField('user', { name: 'Leser' });
  kari.text.insert(0, 'til alle');
  await until(() => reader.text.toString() === 'til alle');
  const seen = () => kari.provider.awareness.getStates().get(reader.doc.clientID);
  await until(() => seen()?.['user'] !== undefined);
  reader.provider.disconnect();
  await until(() => seen() === undefined);
  reader.provider.connect();
  await reader.synced();
  await until(() => reader.saved() === 1);
  expect(reader.closeCodes).toEqual([]);
});

test('RM-7 a reader who writes is put off and nobody sees it', async () => {
  const [kari, reader] = [await it.comes(), await it.comes({ role: 'les' })];
  reader.text.insert(0, 'smug');
  await until(() => reader.closeCodes.length === 1);
  expect(reader.closeCodes).toEqual([4406]);
  kari.text.insert(0, 'ekte');
  const later = await it.comes();
  expect(later.text.toString()).toBe('ekte');
  expect(reader.attempts()).toBe(1);
});

test('RM-7 a reader who comes with words of its own is put off', async () => {
  const doc = new Y.Doc();
  doc.getText('prøve').insert(0, 'smug');
  const reader = it.tries({ role: 'les', doc });
  await until(() => reader.closeCodes.length === 1);
  expect(reader.closeCodes).toEqual([4406]);
  const kari = await it.comes();
  expect(kari.text.toString()).toBe('');
});

test("RM-7 a reader who has seen others' words that were never stored may stay", async () => {
  const lost = new Y.Doc();
  lost.getText('prøve').insert(0, 'gikk tapt');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(lost));
  const reader = await it.comes({ role: 'les', doc, control: true });
  await until(() => reader.saved() === 1);
  const kari = await it.comes();
  expect(kari.text.toString()).toBe('');
  await it.comes({ doc: lost });
  await until(() => kari.text.toString() === 'gikk tapt');
  expect(reader.closeCodes).toEqual([]);
});

test("RM-7 formatting by others does not make an offender of a reader's client", async () => {
  const [kari, ola] = [await it.comes(), await it.comes()];
  const reader = await it.comes({ role: 'les' });
  const fragment = kari.doc.getXmlFragment('section:begrunnelse');
  for (const person of [kari, ola, reader]) person.doc.getXmlFragment('section:begrunnelse');
  fragment.insert(0, [new Y.XmlText('ord som to setter i fet skrift')]);
  const textOf = (doc: Y.Doc) => {
    const text = doc.getXmlFragment('section:begrunnelse').get(0);
    return text instanceof Y.XmlText ? text : undefined;
  };
  await until(() => textOf(ola.doc) !== undefined && textOf(reader.doc) !== undefined);
  for (let round = 0; round < 10; round++) {
    textOf(kari.doc)?.format(0, 8, { bold: round % 2 === 0 ? true : null });
    textOf(ola.doc)?.format(2, 10, { bold: round % 3 === 0 ? true : null });
  }
  kari.text.insert(0, 'ferdig');
  ola.text.insert(0, 'ferdig');
  await until(() => reader.text.length === 12);
  expect(reader.closeCodes).toEqual([]);
  const seen = (doc: Y.Doc) => textOf(doc)?.toString();
  await until(() => seen(kari.doc) === seen(ola.doc) && seen(kari.doc) === seen(reader.doc));
});

test('RM-25 RM-27 who leaves is gone for the others at once', async () => {
  const [kari, ola] = [await it.comes(), await it.comes()];
  kari.provider.awareness.setLocalStateField('user', { name: 'Kari' });
  const seenBy = () => ola.provider.awareness.getStates().has(kari.doc.clientID);
  await until(seenBy);
  kari.leave();
  await until(() => !seenBy());
});
