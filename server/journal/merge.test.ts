import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { assertHoldsAll, MergeLoss, mergeStored } from './merge.ts';

/** A seeded source of whole numbers below a limit. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
}

/** Three people editing one document at random, and every update they made, in order. */
function history(seed: number, edits: number): { updates: Uint8Array[]; doc: Y.Doc } {
  const any = numbers(seed);
  const doc = new Y.Doc();
  const people = [1, 2, 3].map((clientId) => {
    const person = new Y.Doc();
    person.clientID = clientId;
    return person;
  });
  const updates: Uint8Array[] = [];
  for (let i = 0; i < edits; i += 1) {
    const person = people[any(people.length)];
    if (person === undefined) continue;
    const before = Y.encodeStateVector(person);
    const update = changed(person, any) ?? Y.encodeStateAsUpdate(person, before);
    updates.push(update);
    Y.applyUpdate(doc, update);
    if (any(3) === 0) for (const other of people) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  }
  return { updates, doc };
}

/** One random edit, and the update it gave. */
function changed(person: Y.Doc, any: (limit: number) => number): Uint8Array | undefined {
  let made: Uint8Array | undefined;
  const onUpdate = (update: Uint8Array) => {
    made = update;
  };
  person.on('update', onUpdate);
  const text = person.getText('begrunnelse');
  const tiltak = person.getMap<Y.Map<unknown>>('tiltak');
  switch (any(4)) {
    case 0:
      text.insert(any(text.length + 1), 'ønsket 🎯 '.slice(0, 1 + any(7)));
      break;
    case 1:
      if (text.length > 0) text.delete(any(text.length), 1);
      break;
    case 2:
      tiltak.set(`t${any(5)}`, new Y.Map([['status', any(9)]]));
      break;
    default:
      tiltak.delete(`t${any(5)}`);
  }
  person.off('update', onUpdate);
  return made;
}

function docFrom(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function contentOf(doc: Y.Doc): unknown {
  return { text: doc.getText('begrunnelse').toJSON(), tiltak: doc.getMap('tiltak').toJSON() };
}

describe('merging a log', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('JC-1 gives the same document (seed %i)', (seed) => {
    const { updates, doc } = history(seed, 300);
    const state = mergeStored({ snapshot: undefined, updates });
    expect(contentOf(docFrom(state))).toEqual(contentOf(doc));
    expect(Y.encodeStateVector(docFrom(state))).toEqual(Y.encodeStateVector(doc));
    expect(state.length).toBeLessThan(updates.reduce((sum, update) => sum + update.length, 0));
  });

  it.each([11, 12, 13, 14])('JC-1 merges onto a snapshot, again and again (seed %i)', (seed) => {
    const { updates, doc } = history(seed, 200);
    let snapshot: Uint8Array | undefined;
    for (let i = 0; i < updates.length; i += 30) {
      snapshot = mergeStored({ snapshot, updates: updates.slice(i, i + 30) });
    }
    expect(contentOf(docFrom(snapshot ?? new Uint8Array()))).toEqual(contentOf(doc));
  });

  it.each([21, 22, 23, 24, 25, 26])(
    'JC-1 keeps what waits for a missing update (seed %i)',
    (seed) => {
      const { updates, doc } = history(seed, 120);
      const missing = numbers(seed)(updates.length / 2);
      const gapped = updates.toSpliced(missing, 1);
      const state = mergeStored({ snapshot: undefined, updates: gapped });
      const late = updates[missing] ?? new Uint8Array();
      expect(contentOf(docFrom(state, late))).toEqual(contentOf(doc));
      const again = mergeStored({ snapshot: state, updates: [late] });
      expect(contentOf(docFrom(again))).toEqual(contentOf(doc));
    },
  );

  it('JC-1 keeps a deletion whose target has not come', () => {
    const writer = new Y.Doc();
    const updates: Uint8Array[] = [];
    writer.on('update', (update: Uint8Array) => updates.push(update));
    writer.getText('begrunnelse').insert(0, 'bort');
    writer.getText('begrunnelse').delete(0, 4);
    const [written, deleted] = updates;
    if (written === undefined || deleted === undefined) throw new Error('Two updates were made.');
    const state = mergeStored({ snapshot: undefined, updates: [deleted] });
    expect(docFrom(state, written).getText('begrunnelse').toJSON()).toBe('');
  });

  it('merges an empty log into an empty document', () => {
    const state = mergeStored({ snapshot: undefined, updates: [] });
    expect(contentOf(docFrom(state))).toEqual({ text: '', tiltak: {} });
  });

  it('JC-1 notices a struct that would be lost', () => {
    const { updates } = history(31, 50);
    const short = mergeStored({ snapshot: undefined, updates: updates.slice(0, -10) });
    expect(() => assertHoldsAll(short, updates)).toThrow(MergeLoss);
  });

  it('JC-1 gives nothing when merging loses something', () => {
    const stored = { snapshot: undefined, updates: history(32, 50).updates };
    const lossy = (parts: readonly Uint8Array[]) => Y.mergeUpdates(parts.slice(0, -5));
    expect(() => mergeStored(stored, lossy)).toThrow(MergeLoss);
  });

  it('JC-1 notices a deletion that would be lost', () => {
    const writer = new Y.Doc();
    writer.getText('begrunnelse').insert(0, 'abc');
    const before = Y.encodeStateAsUpdate(writer);
    writer.getText('begrunnelse').delete(1, 1);
    const after = Y.encodeStateAsUpdate(writer);
    expect(() => assertHoldsAll(before, [after])).toThrow(/lacks deletion/);
    expect(() => assertHoldsAll(after, [before, after])).not.toThrow();
  });

  it('JC-1 throws on bytes that are no update', () => {
    const { updates } = history(41, 5);
    const cut = updates[4]?.slice(0, -1) ?? new Uint8Array();
    expect(() => mergeStored({ snapshot: undefined, updates: [...updates, cut] })).toThrow();
  });
});
