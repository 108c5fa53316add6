import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { seeded } from '../../tests/world/sheets.ts';
import { BrokenDocument, LiveDocument } from './liveDocument.ts';

/** Reads the answer to an empty step 1 as a client would: frame after frame. */
function received(frames: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const frame of frames) {
    const [, , first = 0] = frame;
    let [at, shift, length] = [2, 0, 0];
    for (let byte = first; ; byte = frame[at] ?? 0) {
      length += (byte & 127) * 2 ** shift;
      shift += 7;
      at += 1;
      if (byte < 128) break;
    }
    expect(at + length).toBe(frame.length);
    Y.applyUpdate(doc, frame.subarray(at));
  }
  return doc;
}

const NOTHING = Uint8Array.of(0);

test('RM-13 one encoding serves all who come before the next change', () => {
  const live = new LiveDocument();
  const source = new Y.Doc();
  source.getText('t').insert(0, 'hei');
  live.apply(Y.encodeStateAsUpdate(source));
  const first = live.encoded();
  expect(live.encoded()).toBe(first);
  expect(first.answer(NOTHING)).toBe(first.answer(NOTHING));
  expect(first.compressed('br')).toBe(first.compressed('br'));
  source.getText('t').insert(3, ' du');
  live.apply(Y.encodeStateAsUpdate(source));
  expect(live.encoded()).not.toBe(first);
  expect(received(live.encoded().answer(NOTHING)).getText('t').toString()).toBe('hei du');
});

test('RM-13 a large document is not encoded anew for every change, and still given whole', () => {
  const random = seeded(3);
  const live = new LiveDocument();
  const source = new Y.Doc();
  source.on('update', (update: Uint8Array) => live.apply(update));
  const map = source.getMap<string>('m');
  source.transact(() => {
    for (let i = 0; i < 8000; i++) map.set(`nøkkel ${i}`, 'verdi som tar litt plass');
  });
  const { bytes, etag } = live.encoded();
  for (let i = 0; i < 20; i++) {
    source.getText('t').insert(0, `ord ${i} `);
    if (random.chance(0.3)) map.delete(`nøkkel ${i}`);
  }
  const state = live.encoded();
  expect(state.bytes).toBe(bytes);
  expect(state.etag).toBe(etag);
  expect(state.tail.length).toBeGreaterThan(0);
  const joined = received(state.answer(NOTHING));
  expect(Y.encodeStateAsUpdate(joined)).toEqual(Y.encodeStateAsUpdate(source));
  expect(joined.store.pendingStructs).toBeNull();
  expect(Y.encodeStateAsUpdate(live.copy())).toEqual(Y.encodeStateAsUpdate(source));
  const half = received([...live.encoded().answer(Y.encodeStateVector(joined))]);
  expect(half.store.pendingStructs).toBeNull();
});

test('RM-17 what Yjs tidies up by itself is handed out to be stored and sent on', () => {
  const [kari, ola] = [new Y.Doc(), new Y.Doc()];
  const fragment = kari.getXmlFragment('p');
  const text = new Y.XmlText('fete ord her');
  fragment.insert(0, [text]);
  Y.applyUpdate(ola, Y.encodeStateAsUpdate(kari));
  const live = new LiveDocument();
  live.apply(Y.encodeStateAsUpdate(kari));
  // Two people set the same words in bold at once: one pair of marks is superfluous.
  const olasText = ola.getXmlFragment('p').get(0);
  if (!(olasText instanceof Y.XmlText)) throw new Error('no text');
  text.format(0, 8, { bold: true });
  olasText.format(0, 8, { bold: true });
  live.apply(Y.encodeStateAsUpdate(kari));
  live.apply(Y.encodeStateAsUpdate(ola));
  const own = live.takeOwn();
  expect(own.length).toBeGreaterThan(0);
  const replayed = new Y.Doc();
  for (const update of [Y.encodeStateAsUpdate(kari), Y.encodeStateAsUpdate(ola), ...own]) {
    Y.applyUpdate(replayed, update);
  }
  expect(Y.encodeStateAsUpdate(replayed)).toEqual(Y.encodeStateAsUpdate(live.doc));
  expect(live.takeOwn()).toEqual([]);
});

test('RM-22 a throw while applying says that the document is broken', () => {
  const live = new LiveDocument(() => {
    throw new TypeError('midt i');
  });
  expect(() => live.apply(Uint8Array.of(0, 0))).toThrow(BrokenDocument);
});

test('RM-9 the size is estimated, and exact near the limit', () => {
  const live = new LiveDocument();
  const source = new Y.Doc();
  source.on('update', (update: Uint8Array) => live.apply(update));
  for (let i = 0; i < 200; i++) {
    source.getText('t').insert(0, 'x');
    source.getText('t').delete(0, 1);
  }
  const size = live.encoded().bytes.length;
  expect(live.wouldOutgrow(size + 10, 10)).toBe(false);
  expect(live.wouldOutgrow(size + 10, 11)).toBe(true);
});
