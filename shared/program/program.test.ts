import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aProgram, seen, twoOn } from '../../tests/world/programs.ts';
import { done, refused, TEST_ORIGIN } from '../../tests/world/sheets.ts';
import { mapsOf } from '../document/kind.ts';
import {
  recordMaaltall,
  removeMaaltallDay,
  setTargetDate,
  setTargetValue,
} from './commands/maaltall.ts';
import {
  addEntity,
  createProgram,
  createProgramFromSnapshot,
  moveEntity,
  patchEntity,
  patchHeader,
  removeEntity,
  restoreEntity,
  setEntityText,
  setHeaderText,
  setLabel,
} from './commands/program.ts';
import { addUsikkerhet } from './commands/usikkerhet.ts';
import { programPeriod } from './period.ts';
import { PROGRAM } from './schema/entities.ts';
import { parseProgram } from './snapshot/snapshot.ts';

describe('a programme', () => {
  test('PR-1: has its roots by the names of the contract', () => {
    const doc = aProgram();
    mapsOf(PROGRAM, doc);
    const names = ['program', 'maaltall', 'enheter', 'usikkerheter', 'milepaeler', 'aktiviteter'];
    expect([...doc.share.keys()]).toEqual(names);
  });

  test('PR-2: is created once', () => {
    const doc = new Y.Doc();
    done(doc, createProgram({ name: 'Levanger 3.0', periodFrom: 2024, periodTo: 2027 }));
    expect(seen(doc)).toEqual({
      schemaVersion: 1,
      program: {
        name: 'Levanger 3.0',
        description: '',
        periodFrom: 2024,
        periodTo: 2027,
        hoursPerAarsverk: 1695,
        gevinstWord: 'gevinst',
        labels: {},
      },
      maaltall: [],
      enheter: [],
      usikkerheter: [],
      milepaeler: [],
      aktiviteter: [],
    });
    expect(doc.getMap('program').get('description')).toBeInstanceOf(Y.Text);
    expect(refused(doc, createProgram({ name: 'Et annet' }))).toEqual({ refused: 'taken' });
  });

  test('PR-2: reads the same from a snapshot of it', () => {
    const doc = aProgram();
    const sektor = done(doc, addEntity('enheter', { name: 'Oppvekst', number: '200' }));
    done(doc, addEntity('enheter', { name: 'Skole', number: '210', parent: sektor }));
    done(doc, addUsikkerhet({ slag: 'risiko', sannsynlighet: 2.5, konsekvens: 4 }));
    done(doc, addEntity('milepaeler', { title: 'Vedtak', date: '2024-12-18', isReached: true }));
    done(doc, addEntity('aktiviteter', { quarter: 'k3', title: 'Workshop' }));
    const maaltall = done(doc, addEntity('maaltall', { name: 'Fond', basis: 'kroner' }));
    done(doc, setTargetValue(maaltall, 200));
    done(doc, setTargetDate(maaltall, '2027-12-31'));
    done(doc, recordMaaltall(maaltall, '2024-12-31', 80, 'regnskap'));
    done(doc, setLabel('k1', 'Vinter'));
    const copy = new Y.Doc();
    done(copy, createProgramFromSnapshot(seen(doc)));
    expect(seen(copy)).toEqual(seen(doc));
    expect(seen(copy).maaltall[0]).toMatchObject({
      target: { value: 200, date: '2027-12-31' },
      series: [{ date: '2024-12-31', value: 80, comment: 'regnskap' }],
    });
    expect(seen(copy).program.labels).toEqual({ k1: 'Vinter' });
    expect(parseProgram(JSON.parse(JSON.stringify(seen(doc))))).toEqual({ snapshot: seen(doc) });
  });

  test('PR-4: two people apart keep each their words, rows and days', () => {
    const program = aProgram();
    const fond = done(program, addEntity('maaltall', { name: 'Fond' }));
    const { alice, bob, meet } = twoOn(program);
    alice.does(setHeaderText('name', 'Levanger 3.0 sammen'));
    bob.does(setHeaderText('name', 'Program Levanger 3.0'));
    const row = alice.does(addEntity('milepaeler', { title: 'Alices' }));
    bob.does(addEntity('milepaeler', { title: 'Bobs' }));
    alice.does(recordMaaltall(fond, '2024-12-31', 80));
    bob.does(recordMaaltall(fond, '2025-12-31', 120));
    meet();
    alice.does(moveEntity('milepaeler', row, {}));
    bob.does(setEntityText('milepaeler', row, 'title', 'Alices, av begge'));
    meet();
    expect(seen(alice.doc)).toEqual(seen(bob.doc));
    const { program: header, milepaeler, maaltall } = seen(bob.doc);
    expect(header.name).toBe('Program Levanger 3.0 sammen');
    expect(milepaeler.map(({ title }) => title)).toEqual(['Bobs', 'Alices, av begge']);
    expect(maaltall[0]?.series.map(({ value }) => value)).toEqual([80, 120]);
  });

  test('SH-11: undo brings a removed row back', () => {
    const doc = aProgram();
    const undo = new Y.UndoManager([...mapsOf(PROGRAM, doc)], {
      trackedOrigins: new Set([TEST_ORIGIN]),
    });
    const row = done(doc, addEntity('aktiviteter', { title: 'Evaluering', quarter: 'k4' }));
    undo.stopCapturing();
    const before = seen(doc);
    done(doc, removeEntity('aktiviteter', row));
    expect(seen(doc).aktiviteter).toEqual([]);
    undo.undo();
    expect(seen(doc)).toEqual(before);
    done(doc, removeEntity('aktiviteter', row));
    done(doc, restoreEntity('aktiviteter', before.aktiviteter[0] as never));
    expect(seen(doc)).toEqual(before);
  });
});

describe('usikkerheter', () => {
  const codes = (doc: Y.Doc) => seen(doc).usikkerheter.map(({ code }) => code);

  test('PR-7: get the next code of their letter', () => {
    const doc = aProgram();
    done(doc, addUsikkerhet({ slag: 'risiko' }));
    const second = done(doc, addUsikkerhet({ slag: 'risiko' }));
    done(doc, addUsikkerhet({ slag: 'mulighet' }));
    done(doc, setEntityText('usikkerheter', second, 'code', ' r12 '));
    done(doc, addUsikkerhet({ slag: 'risiko' }));
    done(doc, addUsikkerhet({ slag: 'mulighet', code: 'Mulighet A' }));
    done(doc, addUsikkerhet({ slag: 'mulighet' }));
    expect(codes(doc)).toEqual(['R1', ' r12 ', 'M1', 'R13', 'Mulighet A', 'M2']);
  });

  test('PR-8: refuse what is not on the scale', () => {
    const doc = aProgram();
    const id = done(doc, addUsikkerhet({ slag: 'risiko', sannsynlighet: 1, konsekvens: 4.7 }));
    for (const value of [0.9, 5.1, 2.55, Number.NaN, '3']) {
      const patch = patchEntity('usikkerheter', id, { konsekvens: value as number });
      expect(refused(doc, patch)).toEqual({ refused: 'illTyped', field: 'konsekvens' });
    }
    done(doc, patchEntity('usikkerheter', id, { sannsynlighet: null }));
    expect(seen(doc).usikkerheter[0]).toMatchObject({ sannsynlighet: null, konsekvens: 4.7 });
    for (let tenths = 10; tenths <= 50; tenths += 1) {
      done(doc, patchEntity('usikkerheter', id, { konsekvens: tenths / 10 }));
    }
  });
});

describe('måltall and the period', () => {
  test('PR-8: refuse what cannot be', () => {
    const doc = aProgram();
    const field = (patch: Parameters<typeof patchHeader>[0]) =>
      refused(doc, patchHeader(patch)).field;
    expect(field({ periodFrom: 2024.5 })).toBe('periodFrom');
    expect(field({ periodTo: 24 })).toBe('periodTo');
    expect(field({ hoursPerAarsverk: 0 })).toBe('hoursPerAarsverk');
    const id = done(doc, addEntity('maaltall', {}));
    expect(refused(doc, setTargetValue(id, Number.NaN)).refused).toBe('illTyped');
    expect(refused(doc, setTargetDate(id, '2027-02-30')).refused).toBe('illTyped');
    expect(refused(doc, recordMaaltall(id, '2027', 1)).refused).toBe('illTyped');
    expect(refused(doc, removeMaaltallDay(id, '2027-01-01'))).toEqual({ refused: 'gone' });
    done(doc, recordMaaltall(id, '2027-01-01', 7));
    done(doc, removeMaaltallDay(id, '2027-01-01'));
    expect(seen(doc).maaltall[0]?.series).toEqual([]);
  });

  test('PR-9: the period is from the first year to the last', () => {
    const period = (periodFrom: number | null, periodTo: number | null) =>
      programPeriod({ periodFrom, periodTo }, '2026-03-04');
    expect(period(2024, 2027)).toEqual({ from: 2024, to: 2027 });
    expect(period(2027, 2024)).toEqual({ from: 2024, to: 2027 });
    expect(period(null, null)).toEqual({ from: 2027, to: 2030 });
    expect(period(2024, null)).toEqual({ from: 2024, to: 2027 });
    expect(period(null, 2027)).toEqual({ from: 2024, to: 2027 });
    expect(period(1900, 2199)).toEqual({ from: 1900, to: 1929 });
    expect(period(2198, null)).toEqual({ from: 2198, to: 2199 });
  });
});
