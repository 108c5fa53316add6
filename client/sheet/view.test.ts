import { getRandomValues } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { run } from '../../shared/document/commands/command.ts';
import { setEntityText } from '../../shared/sheet/commands/entities.ts';
import { setHeaderText } from '../../shared/sheet/commands/header.ts';
import {
  addTiltak,
  moveTiltak,
  patchTiltak,
  removeTiltak,
} from '../../shared/sheet/commands/tiltak.ts';
import { SheetView } from './view.ts';

const writer = {
  origin: { kind: 'test', undoable: false },
  random: (count: number) => getRandomValues(new Uint8Array(count)),
} as const;

function add(doc: Y.Doc, title: string) {
  const outcome = run(doc, addTiltak({ title }), writer);
  if (!outcome.ok) throw new Error(outcome.refusal.refused);
  return outcome.value;
}

describe('SheetView', () => {
  let doc: Y.Doc;
  let view: SheetView;
  beforeEach(() => {
    doc = new Y.Doc();
    view = new SheetView(doc);
  });

  it('lists a collection in order and follows a move', () => {
    const first = add(doc, 'Første');
    add(doc, 'Andre');
    expect(view.collection('tiltak').map((tiltak) => tiltak.title)).toEqual(['Første', 'Andre']);
    run(doc, moveTiltak(first, {}), writer);
    expect(view.collection('tiltak').map((tiltak) => tiltak.title)).toEqual(['Andre', 'Første']);
  });

  it('keeps the identity of what did not change', () => {
    const changed = add(doc, 'Endres');
    add(doc, 'Står');
    const before = view.collection('tiltak');
    expect(view.collection('tiltak')).toBe(before);
    run(doc, setEntityText('tiltak', changed, 'title', 'Endret'), writer);
    const after = view.collection('tiltak');
    expect(after[0]?.title).toBe('Endret');
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  it('tells only those who asked about what changed, until they stop', () => {
    let header = 0;
    let tiltak = 0;
    view.subscribe('header', () => {
      header += 1;
    });
    const stop = view.subscribe('tiltak', () => {
      tiltak += 1;
    });
    run(doc, setHeaderText('title', 'Avtalelojalitet'), writer);
    expect([header, tiltak]).toEqual([1, 0]);
    expect(view.header().title).toBe('Avtalelojalitet');
    const id = add(doc, 'Ett');
    expect([header, tiltak]).toEqual([1, 1]);
    stop();
    run(doc, removeTiltak(id), writer);
    expect(tiltak).toBe(1);
    expect(view.collection('tiltak')).toEqual([]);
  });

  it('leaves an ill-typed entity out, reports it, and shows it again once it is mended', () => {
    const id = add(doc, 'Hel');
    const stored = doc.getMap('tiltak').get(id);
    if (!(stored instanceof Y.Map)) throw new Error('not stored');
    stored.set('frist', 'en gang til høsten');
    expect(view.collection('tiltak')).toEqual([]);
    expect(view.problems('tiltak')).toEqual([{ path: `tiltak/${id}/frist` }]);
    run(doc, patchTiltak(id, { frist: '2025-01-31' }), writer);
    expect(view.collection('tiltak').map((tiltak) => tiltak.frist)).toEqual(['2025-01-31']);
    expect(view.problems('tiltak')).toEqual([]);
  });
});
