import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { at, TEST_ORIGIN, twoPeers } from '../../../tests/world/sheets.ts';
import { collectionOf, rootsOf } from '../schema/roots.ts';
import { putCanvasRecord, removeCanvasRecord } from './canvas.ts';
import { addComment, removeComment, replyToComment, resolveComment } from './comment.ts';
import { restoreEntity, setEntityText } from './entities.ts';
import { linkGevinstToTiltak, setCalculationKind, setFactor, setGevinstYear } from './gevinst.ts';
import { patchHeader, setHeaderText, setLabel } from './header.ts';
import { patchLapp } from './lapp.ts';
import { recordMeasured, removeMeasured, setMeasureDate, setMeasureValue } from './maaling.ts';
import { addTiltak, linkTiltakToRotaarsak, patchTiltak, removeTiltak } from './tiltak.ts';

const NOBODY = { author: 'Kari', at: '2026-01-01T08:00:00.000Z' };

describe('two people who write apart', () => {
  test('SH-2: both keep their words in one cell', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{ title: 'felles' }] });
    const tiltak = at(ids.tiltak);
    alice.does(setEntityText('tiltak', tiltak, 'title', 'Alice felles'));
    bob.does(setEntityText('tiltak', tiltak, 'title', 'felles Bob'));
    alice.does(setHeaderText('owner', 'Enhetsleder'));
    bob.does(setHeaderText('owner', 'Rådgiver'));
    sync();
    expect(at(alice.sees().tiltak).title).toBe('Alice felles Bob');
    expect(alice.sees().sheet.owner).toMatch(/Enhetsleder.*|Rådgiver.*/);
    expect(alice.sees().sheet.owner).toHaveLength('EnhetslederRådgiver'.length);
    expect(bob.sees()).toEqual(alice.sees());
  });

  test('SH-3: keep both changes of different registers, whoever of them Yjs ranks first', () => {
    for (const isSwapped of [false, true]) {
      const { alice, bob, ids, sync } = twoPeers({ tiltak: [{}], lapper: [{}] });
      const [one, other] = isSwapped ? [bob, alice] : [alice, bob];
      one.does(patchTiltak(at(ids.tiltak), { status: 'pagar' }));
      other.does(patchTiltak(at(ids.tiltak), { beslutning: 'vedtatt' }));
      one.does(patchLapp(at(ids.lapper), { xy: [1, 2] }));
      other.does(patchLapp(at(ids.lapper), { color: 'rosa' }));
      one.does(patchHeader({ date: '2026-01-01' }));
      other.does(patchHeader({ enhetId: 'enhet-teknisk' }));
      other.does(setLabel('tiltak', 'Hva vi gjør'));
      sync();
      const seen = one.sees();
      expect(at(seen.tiltak)).toMatchObject({ status: 'pagar', beslutning: 'vedtatt' });
      expect(at(seen.lapper)).toMatchObject({ xy: [1, 2], color: 'rosa' });
      expect(seen.sheet).toMatchObject({ date: '2026-01-01', enhetId: 'enhet-teknisk' });
      expect(seen.sheet.labels).toEqual({ tiltak: 'Hva vi gjør' });
      expect(other.sees()).toEqual(seen);
    }
  });

  test('SH-3: agree on one value of the same register', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{}] });
    alice.does(patchTiltak(at(ids.tiltak), { frist: '2026-05-01' }));
    bob.does(patchTiltak(at(ids.tiltak), { frist: '2026-06-01' }));
    sync();
    expect(['2026-05-01', '2026-06-01']).toContain(at(alice.sees().tiltak).frist);
    expect(bob.sees()).toEqual(alice.sees());
  });

  test('SH-4: keep the links that both tick, and those that neither unticks', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{}], rotaarsaker: [{}, {}, {}] });
    const tiltak = at(ids.tiltak);
    alice.does(linkTiltakToRotaarsak(tiltak, at(ids.rotaarsaker, 0), true));
    sync();
    alice.does(linkTiltakToRotaarsak(tiltak, at(ids.rotaarsaker, 1), true));
    bob.does(linkTiltakToRotaarsak(tiltak, at(ids.rotaarsaker, 2), true));
    bob.does(linkTiltakToRotaarsak(tiltak, at(ids.rotaarsaker, 0), false));
    sync();
    const expected = [at(ids.rotaarsaker, 1), at(ids.rotaarsaker, 2)].sort();
    expect(at(alice.sees().tiltak).rotaarsaker).toEqual(expected);
    expect(bob.sees()).toEqual(alice.sees());
  });

  test('SH-5: keep every entry of a table, a calculation and a nullpunkt', () => {
    const { alice, bob, ids, sync } = twoPeers({ gevinster: [{}], maalinger: [{}] });
    const [gevinst, maaling] = [at(ids.gevinster), at(ids.maalinger)];
    alice.does(setGevinstYear(gevinst, 'estimate', '2026', 100));
    bob.does(setGevinstYear(gevinst, 'estimate', '2027', 200));
    alice.does(setCalculationKind(gevinst, 'reforhandling'));
    alice.does(setFactor(gevinst, 'dagensPris', 10));
    bob.does(setFactor(gevinst, 'nyPris', 8));
    alice.does(setMeasureValue(maaling, 'start', 32.78));
    bob.does(setMeasureDate(maaling, 'start', '2024-03-31'));
    sync();
    expect(at(alice.sees().gevinster)).toMatchObject({
      estimate: { '2026': 100, '2027': 200 },
      calculation: { kind: 'reforhandling', factors: { dagensPris: 10, nyPris: 8 } },
    });
    expect(at(alice.sees().maalinger).start).toEqual({ value: 32.78, date: '2024-03-31' });
    expect(bob.sees()).toEqual(alice.sees());
  });

  test('SH-5: record different days, and one of two whole records of the same new day', () => {
    const { alice, bob, ids, sync } = twoPeers({ maalinger: [{}] });
    const maaling = at(ids.maalinger);
    alice.does(recordMeasured(maaling, '2026-01-01', 1, 'fra Alice'));
    bob.does(recordMeasured(maaling, '2026-01-01', 2, 'fra Bob'));
    alice.does(recordMeasured(maaling, '2026-02-01', 3));
    bob.does(recordMeasured(maaling, '2026-03-01', 4));
    sync();
    const [first, ...others] = at(alice.sees().maalinger).series;
    expect([
      { date: '2026-01-01', value: 1, comment: 'fra Alice' },
      { date: '2026-01-01', value: 2, comment: 'fra Bob' },
    ]).toContainEqual(first);
    expect(others.map(({ value }) => value)).toEqual([3, 4]);
    alice.does(recordMeasured(maaling, '2026-02-01', 5));
    bob.does(recordMeasured(maaling, '2026-02-01', 3, 'foreløpig'));
    sync();
    expect(at(at(alice.sees().maalinger).series, 1)).toMatchObject({
      value: 5,
      comment: 'foreløpig',
    });
    alice.does(removeMeasured(maaling, '2026-02-01'));
    sync();
    expect(at(bob.sees().maalinger).series).toHaveLength(2);
  });

  test('SH-21: keep both properties of one canvas record', () => {
    const { alice, bob, sync } = twoPeers();
    alice.does(putCanvasRecord('shape:a', { base: { type: 'geo' }, xy: [0, 0], props: {} }));
    sync();
    alice.does(putCanvasRecord('shape:a', { xy: [3, 4] }));
    bob.does(putCanvasRecord('shape:a', { color: 'red', props: undefined }));
    sync();
    const record = { id: 'shape:a', base: { type: 'geo' }, xy: [3, 4], color: 'red' };
    expect(alice.sees().canvas).toEqual([record]);
    expect(bob.sees().canvas).toEqual([record]);
    alice.does(removeCanvasRecord('shape:a'));
    bob.does(putCanvasRecord('shape:a', { xy: [5, 6] }));
    sync();
    expect(bob.sees().canvas).toEqual([]);
  });

  test('SH-22: keep all replies, read by time and then by id', () => {
    const { alice, bob, sync } = twoPeers();
    const target = { type: 'section', id: 'onsket' } as const;
    const thread = alice.does(addComment(target, { ...NOBODY, text: 'Først' }));
    sync();
    const at9 = '2026-01-01T09:00:00.000Z';
    alice.does(replyToComment(thread, { ...NOBODY, at: at9, text: 'Sist' }));
    bob.does(replyToComment(thread, { ...NOBODY, text: 'Samtidig' }));
    bob.does(resolveComment(thread, true));
    sync();
    const seen = at(alice.sees().comments);
    expect(seen).toMatchObject({ target, resolved: true });
    expect(seen.messages.map(({ text }) => text).toSorted()).toEqual(['Først', 'Samtidig', 'Sist']);
    expect(at(seen.messages, 2).text).toBe('Sist');
    expect(seen.messages.slice(0, 2).map(({ id }) => id)).toEqual(
      seen.messages
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(bob.sees()).toEqual(alice.sees());
    bob.does(removeComment(thread));
    alice.does(replyToComment(thread, { ...NOBODY, text: 'For sent' }));
    sync();
    expect(alice.sees().comments).toEqual([]);
  });
});

describe('removing', () => {
  test('SH-9: wins over what others write in the entity apart', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{ title: 'Borte' }] });
    const tiltak = at(ids.tiltak);
    alice.does(removeTiltak(tiltak));
    bob.does(setEntityText('tiltak', tiltak, 'title', 'Fortsatt her'));
    bob.does(patchTiltak(tiltak, { status: 'pagar' }));
    sync();
    expect(alice.sees().tiltak).toEqual([]);
    expect(bob.sees().tiltak).toEqual([]);
  });

  test('SH-10, SH-11: undo brings words, registers and links back, also the links made meanwhile', () => {
    const { alice, bob, ids, sync } = twoPeers({
      rotaarsaker: [{}],
      tiltak: [{ title: 'Borte', ansvar: 'Økonomisjef', status: 'pagar' }],
      gevinster: [{}, {}],
    });
    const tiltak = at(ids.tiltak);
    alice.does(linkTiltakToRotaarsak(tiltak, at(ids.rotaarsaker), true));
    alice.does(linkGevinstToTiltak(at(ids.gevinster, 0), tiltak, true));
    sync();
    const before = at(alice.sees().tiltak);
    const undo = new Y.UndoManager([...rootsOf(alice.doc)], {
      trackedOrigins: new Set([TEST_ORIGIN]),
    });
    alice.does(removeTiltak(tiltak));
    bob.does(linkGevinstToTiltak(at(ids.gevinster, 1), tiltak, true));
    sync();
    expect(bob.sees().gevinster.map((gevinst) => gevinst.tiltak)).toEqual([[], []]);
    undo.undo();
    sync();
    expect(bob.sees().tiltak).toEqual([before]);
    expect(bob.sees().gevinster.map((gevinst) => gevinst.tiltak)).toEqual([[tiltak], [tiltak]]);
    expect(alice.sees()).toEqual(bob.sees());
  });

  test('SH-10: a dangling reference stays in the document, unread', () => {
    const { alice, ids } = twoPeers({ tiltak: [{}], gevinster: [{}] });
    const [tiltak, gevinst] = [at(ids.tiltak), at(ids.gevinster)];
    alice.does(linkGevinstToTiltak(gevinst, tiltak, true));
    alice.does(removeTiltak(tiltak));
    expect(at(alice.sees().gevinster).tiltak).toEqual([]);
    const stored = collectionOf(alice.doc, 'gevinster').get(gevinst);
    const links = stored instanceof Y.Map ? stored.get('tiltak') : undefined;
    expect(links instanceof Y.Map && links.get(tiltak)).toBe(true);
  });

  test('SH-12: a restored entity stands under its old id, once', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{ title: 'A' }, { title: 'B' }] });
    const before = alice.sees().tiltak;
    alice.does(removeTiltak(at(ids.tiltak)));
    sync();
    alice.does(restoreEntity('tiltak', at(before)));
    bob.does(addTiltak({ title: 'C' }));
    sync();
    expect(bob.sees().tiltak.slice(0, 2)).toEqual(before);
    expect(restoreEntity('tiltak', at(before))(bob.doc)).toEqual({ refused: 'taken' });
    expect(alice.sees()).toEqual(bob.sees());
  });
});
