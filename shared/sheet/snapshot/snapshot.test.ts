import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { always } from '../../../tests/world/always.ts';
import { aSheet, at, done, entityIn, twoPeers } from '../../../tests/world/sheets.ts';
import { aSnapshot } from '../../../tests/world/snapshots.ts';
import { writeEverywhere } from '../../../tests/world/writes.ts';
import { toPlain } from '../../document/schema/fields.ts';
import { putCanvasRecord } from '../commands/canvas.ts';
import { addComment } from '../commands/comment.ts';
import { createFromSnapshot } from '../commands/create.ts';
import { linkGevinstToTiltak, setFactor } from '../commands/gevinst.ts';
import { setLabel } from '../commands/header.ts';
import { recordMeasured } from '../commands/maaling.ts';
import { collectionOf, headerOf, proseOf } from '../schema/roots.ts';
import { readSnapshot } from './snapshot.ts';

describe('what is read', () => {
  test('SH-28: a snapshot written into a document reads the same, also after the wire', () => {
    always(aSnapshot, (snapshot) => {
      const doc = new Y.Doc();
      done(doc, createFromSnapshot(snapshot));
      expect(readSnapshot(doc)).toEqual({ snapshot, problems: [] });
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      expect(readSnapshot(copy)).toEqual({ snapshot, problems: [] });
    });
  });

  test('SH-27: copies that heard of everything in different order read the same JSON text', () => {
    const { alice, bob, ids, sync } = twoPeers({ gevinster: [{}], maalinger: [{}] });
    const [gevinst] = ids.gevinster;
    const [maaling] = ids.maalinger;
    if (gevinst === undefined || maaling === undefined) throw new Error('Nothing there');
    alice.does(setFactor(gevinst, 'pris', 2));
    bob.does(setFactor(gevinst, 'antall', 3));
    alice.does(setLabel('tiltak', 'Tiltak'));
    bob.does(setLabel('maaling', 'Måling'));
    alice.does(putCanvasRecord('shape:b', { xy: [1, 2], base: 'b' }));
    bob.does(putCanvasRecord('shape:a', { base: 'a', xy: [1, 2] }));
    alice.does(recordMeasured(maaling, '2025-01-01', 1));
    bob.does(recordMeasured(maaling, '2024-01-01', 1));
    sync();
    expect(JSON.stringify(alice.sees())).toBe(JSON.stringify(bob.sees()));
  });
});

describe('what does not fit the schema', () => {
  test('SH-24: an ill-typed entity is left out and reported, the others are read', () => {
    const { doc, ids } = aSheet({ tiltak: [{ title: 'A' }, { title: 'B' }], gevinster: [{}] });
    done(doc, linkGevinstToTiltak(at(ids.gevinster), at(ids.tiltak), true));
    entityIn(doc, 'tiltak', at(ids.tiltak)).set('frist', 'i morgen');
    entityIn(doc, 'tiltak', at(ids.tiltak)).set('status', 7);
    collectionOf(doc, 'lapper').set('lapp-som-er-en-tekst', 'lapp');
    const { snapshot, problems } = readSnapshot(doc);
    expect(snapshot.tiltak.map(({ title }) => title)).toEqual(['B']);
    expect(at(snapshot.gevinster).tiltak).toEqual([]);
    expect(problems).toEqual([
      { path: 'lapper/lapp-som-er-en-tekst' },
      { path: `tiltak/${at(ids.tiltak)}/frist` },
      { path: `tiltak/${at(ids.tiltak)}/status` },
    ]);
    entityIn(doc, 'tiltak', at(ids.tiltak)).set('frist', '2026-01-01');
    entityIn(doc, 'tiltak', at(ids.tiltak)).set('status', 'pagar');
    expect(at(readSnapshot(doc).snapshot.gevinster).tiltak).toEqual([at(ids.tiltak)]);
  });

  test('SH-24: an ill-typed key of the header reads as absent, and is reported', () => {
    const { doc } = aSheet({ header: { title: 'Ark', date: '2026-01-01' } });
    headerOf(doc).set('date', 20_260_101);
    headerOf(doc).set('kind', 'skisse');
    headerOf(doc).set('labels', new Y.Map([['tiltak', 3]]));
    const { snapshot, problems } = readSnapshot(doc);
    expect(snapshot.sheet).toMatchObject({ kind: 'dypdykk', title: 'Ark', date: null, labels: {} });
    expect(problems.map(({ path }) => path)).toEqual(['sheet/date', 'sheet/kind', 'sheet/labels']);
  });

  test('SH-24: prose, canvas records and messages that cannot be read are reported', () => {
    const { doc } = aSheet();
    const message = { author: 'Kari', text: 'Hei', at: '2026-01-01T08:00:00.000Z' };
    const id = done(doc, addComment({ type: 'section', id: 'onsket' }, message));
    proseOf(doc, 'onsket').insert(0, [new Y.XmlHook('hook') as never]);
    collectionOf(doc, 'canvas').set('shape:a', new Y.Map([['bytes', new Uint8Array(1)]]));
    entityIn(doc, 'comments', id).set('messages', 'ingen');
    const { snapshot, problems } = readSnapshot(doc);
    expect(at(snapshot.comments).messages).toEqual([]);
    expect(problems.map(({ path }) => path)).toEqual([
      'canvas/shape:a',
      `comments/${id}/messages`,
      'section:onsket',
    ]);
  });

  test('SH-6: an entity under a key that cannot be an id is left out and reported', () => {
    const { doc } = aSheet();
    collectionOf(doc, 'tiltak').set('kort', new Y.Map([['title', 'A']]));
    expect(readSnapshot(doc)).toMatchObject({
      snapshot: { tiltak: [] },
      problems: [{ path: 'tiltak/kort' }],
    });
  });

  test('SH-24: a nullpunkt or a calculation that is no map is ill-typed', () => {
    for (const value of [new Y.Text('32'), 32, [32], new Uint8Array(1)]) {
      const { doc, ids } = aSheet({ maalinger: [{}], gevinster: [{}] });
      entityIn(doc, 'maalinger', at(ids.maalinger)).set('start', value);
      entityIn(doc, 'gevinster', at(ids.gevinster)).set('calculation', 'ingen');
      expect(readSnapshot(doc).problems.map(({ path }) => path)).toEqual([
        `gevinster/${at(ids.gevinster)}/calculation`,
        `maalinger/${at(ids.maalinger)}/start`,
      ]);
    }
  });

  test('SH-26: keys and roots of a newer version stay, unread, whatever commands do', () => {
    const { doc, ids } = aSheet({ tiltak: [{ title: 'A' }] });
    const entity = entityIn(doc, 'tiltak', at(ids.tiltak));
    entity.set('fremtid', new Y.Map([['a', 1]]));
    headerOf(doc).set('fremtid', 'x');
    doc.getMap('fremtid').set('a', 1);
    writeEverywhere(doc);
    const { snapshot, problems } = readSnapshot(doc);
    expect(problems).toEqual([]);
    expect(at(snapshot.tiltak)).not.toHaveProperty('fremtid');
    expect(toPlain(entity.get('fremtid'))).toEqual({ a: 1 });
    expect(headerOf(doc).get('fremtid')).toBe('x');
    expect(doc.getMap('fremtid').get('a')).toBe(1);
  });
});
