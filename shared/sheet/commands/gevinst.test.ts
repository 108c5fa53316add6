import { describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import { aSheet, at, done, entityIn, refused, twoPeers } from '../../../tests/world/sheets.ts';
import type { Gevinst } from '../schema/entities.ts';
import { readSnapshot } from '../snapshot/snapshot.ts';
import {
  addGevinstOfTiltak,
  linkGevinstToTiltak,
  makeAssumptionsCell,
  removeGevinst,
  setCalculationKind,
  setFactor,
  setGevinstYear,
} from './gevinst.ts';
import { removeTiltak } from './tiltak.ts';

const gevinsterOf = (doc: Y.Doc): readonly Gevinst[] => readSnapshot(doc).snapshot.gevinster;

describe('a gevinst of a tiltak', () => {
  it('is made and linked in one transaction, last among the gevinster', () => {
    const { doc, ids } = aSheet({ tiltak: [{}, {}], gevinster: [{ title: 'Fra før' }] });
    let transactions = 0;
    doc.on('afterTransaction', () => {
      transactions += 1;
    });
    const id = done(doc, addGevinstOfTiltak(at(ids.tiltak, 1)));
    expect(transactions).toBe(1);
    const [before, made] = gevinsterOf(doc);
    expect(before?.title).toBe('Fra før');
    expect(made).toMatchObject({ id, title: '', tiltak: [at(ids.tiltak, 1)] });
  });

  it('SH-17: is refused when the tiltak is gone, and nothing is made', () => {
    const { doc, ids } = aSheet({ tiltak: [{}] });
    done(doc, removeTiltak(at(ids.tiltak)));
    expect(refused(doc, addGevinstOfTiltak(at(ids.tiltak)))).toEqual({ refused: 'gone' });
    expect(gevinsterOf(doc)).toEqual([]);
  });

  test('SH-4: links that two people make apart both stand', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{}, {}, {}], gevinster: [{}] });
    const gevinst = at(ids.gevinster);
    alice.does(linkGevinstToTiltak(gevinst, at(ids.tiltak, 0), true));
    bob.does(linkGevinstToTiltak(gevinst, at(ids.tiltak, 2), true));
    sync();
    const both = [at(ids.tiltak, 0), at(ids.tiltak, 2)].sort();
    for (const peer of [alice, bob]) expect(at(peer.sees().gevinster).tiltak).toEqual(both);
  });
});

describe('the calculator', () => {
  test('SH-5: factors that two people write apart both stand', () => {
    const { alice, bob, ids, sync } = twoPeers({ gevinster: [{ slag: 'spart_tid' }] });
    const gevinst = at(ids.gevinster);
    alice.does(setCalculationKind(gevinst, 'spart_tid'));
    alice.does(setFactor(gevinst, 'antall', 12_000));
    bob.does(setFactor(gevinst, 'minutterFor', 10));
    bob.does(setGevinstYear(gevinst, 'estimate', '2027', 900));
    sync();
    for (const peer of [alice, bob]) {
      expect(at(peer.sees().gevinster)).toMatchObject({
        calculation: { kind: 'spart_tid', factors: { antall: 12_000, minutterFor: 10 } },
        estimate: { '2027': 900 },
      });
    }
  });

  it('keeps its factors when it is put away', () => {
    const { doc, ids } = aSheet({ gevinster: [{}] });
    const gevinst = at(ids.gevinster);
    done(doc, setCalculationKind(gevinst, 'mindre_forbruk'));
    done(doc, setFactor(gevinst, 'reduksjon', 0.07));
    done(doc, setCalculationKind(gevinst, undefined));
    const { calculation } = at(gevinsterOf(doc));
    expect(calculation).toMatchObject({ kind: null, factors: { reduksjon: 0.07 } });
  });

  it('SH-19: takes no factor and no year that is no number', () => {
    const { doc, ids } = aSheet({ gevinster: [{}] });
    const gevinst = at(ids.gevinster);
    const illTyped = { refused: 'illTyped' };
    expect(refused(doc, setFactor(gevinst, 'antall', Number.NaN))).toMatchObject(illTyped);
    expect(refused(doc, setGevinstYear(gevinst, 'estimate', '27', 1))).toMatchObject(illTyped);
  });
});

describe('the words that go with a calculator', () => {
  test('SH-2: two people who write in them apart both keep every word', () => {
    const { alice, bob, ids, sync } = twoPeers({ gevinster: [{}] });
    const gevinst = at(ids.gevinster);
    alice.does(makeAssumptionsCell(gevinst)).insert(0, 'Fra fakturasystemet. ');
    bob.does(makeAssumptionsCell(gevinst)).insert(0, 'Tall for 2025. ');
    sync();
    const words = at(alice.sees().gevinster).calculation.assumptions;
    expect(words).toBe(at(bob.sees().gevinster).calculation.assumptions);
    expect(words).toContain('Fra fakturasystemet. ');
    expect(words).toContain('Tall for 2025. ');
  });

  it('are made where another program left none, or a plain string, or a plain calculation', () => {
    const { doc, ids } = aSheet({ gevinster: [{}] });
    const gevinst = at(ids.gevinster);
    const entity = entityIn(doc, 'gevinster', gevinst);
    for (const [stored, expected] of [
      [undefined, ''],
      [{ kind: 'spart_tid', assumptions: 'Skrevet av andre' }, 'Skrevet av andre'],
      [new Y.Map<unknown>([['assumptions', 'Som tekst']]), 'Som tekst'],
    ] as const) {
      if (stored === undefined) entity.delete('calculation');
      else entity.set('calculation', stored);
      const words = done(doc, makeAssumptionsCell(gevinst));
      expect(words.toString()).toBe(expected);
      words.insert(0, 'Ja. ');
      expect(at(gevinsterOf(doc)).calculation.assumptions).toBe(`Ja. ${expected}`);
    }
  });

  it('SH-17: are refused when the gevinst is gone', () => {
    const { doc, ids } = aSheet({ gevinster: [{}] });
    done(doc, removeGevinst(at(ids.gevinster)));
    expect(refused(doc, makeAssumptionsCell(at(ids.gevinster)))).toEqual({ refused: 'gone' });
  });
});
