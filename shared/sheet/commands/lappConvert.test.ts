import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  aSheet,
  at,
  done,
  entityIn,
  refused,
  TEST_ORIGIN,
  twoPeers,
} from '../../../tests/world/sheets.ts';
import type { LappId, TiltakId } from '../../ids/ids.ts';
import { rootsOf } from '../schema/roots.ts';
import { becameOf } from '../snapshot/became.ts';
import { readSnapshot } from '../snapshot/snapshot.ts';
import { restoreEntity } from './entities.ts';
import { removeLapp } from './lapp.ts';
import { convertLapp } from './lappConvert.ts';
import { addTiltak, removeTiltak } from './tiltak.ts';

const WORDS = 'Gamle vaner\n- Bekjentskap\n- Fysisk kontakt';
const sheet = (doc: Y.Doc) => readSnapshot(doc).snapshot;
const theLapp = (doc: Y.Doc) => at(sheet(doc).lapper);

describe('a lapp that is turned into something else', () => {
  test('SH-42: becomes a rotårsak with points, last among them', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: WORDS }], rotaarsaker: [{ title: 'Før' }] });
    const became = done(doc, convertLapp(at(ids.lapper), 'rotaarsak'));
    expect(at(sheet(doc).rotaarsaker, 1)).toMatchObject({
      id: became.id,
      title: 'Gamle vaner',
      points: 'Bekjentskap\nFysisk kontakt',
    });
    expect(theLapp(doc)).toMatchObject({ text: WORDS, became });
  });

  test.each([
    ['virksomhet', 'utredning'],
    ['dypdykk', 'endring'],
  ] as const)(
    'SH-42: becomes a tiltak with a description; on a %s-A3 it is an %s',
    (kind, slag) => {
      const { doc, ids } = aSheet({ header: { kind }, lapper: [{ text: WORDS }] });
      done(doc, convertLapp(at(ids.lapper), 'tiltak'));
      expect(at(sheet(doc).tiltak)).toMatchObject({
        title: 'Gamle vaner',
        description: '- Bekjentskap\n- Fysisk kontakt',
        slag,
      });
    },
  );

  test('SH-42: becomes a gevinst with a description, or a måling with a method', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: WORDS }, { text: WORDS }] });
    done(doc, convertLapp(at(ids.lapper), 'gevinst'));
    done(doc, convertLapp(at(ids.lapper, 1), 'maaling'));
    const rest = '- Bekjentskap\n- Fysisk kontakt';
    expect(at(sheet(doc).gevinster)).toMatchObject({ title: 'Gamle vaner', description: rest });
    expect(at(sheet(doc).maalinger)).toMatchObject({ name: 'Gamle vaner', method: rest });
  });

  test('SH-43: is refused when gone, when it became something that is there, and into nothing', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: WORDS }] });
    const id = at(ids.lapper);
    const gone = convertLapp('en-lapp-som-er-borte' as LappId, 'tiltak');
    expect(refused(doc, gone)).toEqual({ refused: 'gone' });
    expect(refused(doc, convertLapp(id, 'ark' as never))).toEqual({
      refused: 'illTyped',
      field: 'became',
    });
    done(doc, convertLapp(id, 'tiltak'));
    expect(refused(doc, convertLapp(id, 'tiltak'))).toEqual({ refused: 'taken' });
    expect(refused(doc, convertLapp(id, 'gevinst'))).toEqual({ refused: 'taken' });
    expect(sheet(doc).tiltak).toHaveLength(1);
  });

  test('SH-43: may be turned again when what it became is gone, and is tied again when that is back', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: WORDS }] });
    const first = done(doc, convertLapp(at(ids.lapper), 'tiltak'));
    const removed = at(sheet(doc).tiltak);
    done(doc, removeTiltak(removed.id));
    expect(theLapp(doc).became).toEqual(first);
    expect(becameOf(theLapp(doc), sheet(doc))).toBeNull();
    done(doc, restoreEntity('tiltak', removed));
    expect(becameOf(theLapp(doc), sheet(doc))?.id).toBe(first.id);
    done(doc, removeTiltak(removed.id));
    const second = done(doc, convertLapp(at(ids.lapper), 'gevinst'));
    expect(becameOf(theLapp(doc), sheet(doc))).toMatchObject({ type: 'gevinst', id: second.id });
  });

  test('SH-42: is one transaction, and one undo takes the row and the tie back together', () => {
    const { doc, ids, writer } = aSheet({ lapper: [{ text: WORDS }] });
    const undo = new Y.UndoManager([...rootsOf(doc)], { trackedOrigins: new Set([TEST_ORIGIN]) });
    const before = sheet(doc);
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    done(doc, convertLapp(at(ids.lapper), 'rotaarsak'), { ...writer, origin: TEST_ORIGIN });
    expect(updates).toBe(1);
    undo.undo();
    expect(sheet(doc)).toEqual(before);
    undo.redo();
    expect(becameOf(theLapp(doc), sheet(doc))?.name).toBe('Gamle vaner');
  });

  test('SH-42: by two people apart becomes both; it names one of them, alike for both', () => {
    const { alice, bob, ids, sync } = twoPeers({ lapper: [{ text: WORDS }] });
    alice.does(convertLapp(at(ids.lapper), 'tiltak'));
    bob.does(convertLapp(at(ids.lapper), 'maaling'));
    sync();
    expect(alice.sees()).toEqual(bob.sees());
    expect([alice.sees().tiltak, alice.sees().maalinger].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
    expect(becameOf(at(alice.sees().lapper), alice.sees())?.name).toBe('Gamle vaner');
  });

  test('SH-9, SH-42: and removed apart stays removed; what it became stays', () => {
    const { alice, bob, ids, sync } = twoPeers({ lapper: [{ text: WORDS }] });
    alice.does(convertLapp(at(ids.lapper), 'tiltak'));
    bob.does(removeLapp(at(ids.lapper)));
    sync();
    expect(bob.sees().lapper).toEqual([]);
    expect(bob.sees().tiltak).toHaveLength(1);
  });

  test('SH-24: one that cannot be read is refused, and left as it is', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: WORDS }] });
    entityIn(doc, 'lapper', at(ids.lapper)).set('became', { type: 'ark', id: 'x' });
    expect(readSnapshot(doc).problems).toEqual([{ path: `lapper/${at(ids.lapper)}/became` }]);
    expect(refused(doc, convertLapp(at(ids.lapper), 'tiltak')).refused).toBe('illTyped');
  });
});

describe('what a lapp became', () => {
  test('SH-43: is the row with its words and its number, or nothing', () => {
    const { doc } = aSheet({ tiltak: [{ title: 'A' }, { title: 'B' }], lapper: [{}] });
    const second = at(sheet(doc).tiltak, 1);
    expect(becameOf({ became: { type: 'tiltak', id: second.id } }, sheet(doc))).toEqual({
      type: 'tiltak',
      collection: 'tiltak',
      id: second.id,
      name: 'B',
      number: 2,
    });
    expect(becameOf({ became: null }, sheet(doc))).toBeNull();
    expect(becameOf({ became: { type: 'gevinst', id: second.id } }, sheet(doc))).toBeNull();
  });

  test('SH-42: is not touched when its words are changed in the table afterwards', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: WORDS }] });
    const became = done(doc, convertLapp(at(ids.lapper), 'tiltak'));
    done(doc, addTiltak({ title: 'Etter' }));
    expect(sheet(doc).tiltak.map(({ id }) => id)[0]).toBe(became.id as TiltakId);
    expect(theLapp(doc).text).toBe(WORDS);
  });
});
