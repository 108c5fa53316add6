import { expect, test } from 'vitest';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { aSheet, type Contents } from '../../tests/world/sheets.ts';
import { writeCsv } from './csv.ts';

const csvOf = (contents: Contents) => writeCsv(readSnapshot(aSheet(contents).doc).snapshot);
const linesOf = (contents: Contents) => csvOf(contents).slice(1).split('\r\n');

test('an empty sheet is three headings', () => {
  const text = csvOf({});
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const [tiltak, blank, gevinst, , maaling] = linesOf({});
  expect(tiltak).toBe(
    'Tiltak;Slag;Beskrivelse;Ansvar;Frist;Status;Beslutning;Gevinstpotensial;Gjennomførbarhet;Rotårsaker',
  );
  expect(blank).toBe('');
  expect(gevinst).toMatch(/^Gevinst;Slag;.*;Tiltak$/);
  expect(maaling).toMatch(/^Måling;Måleenhet;.*;Målt dato;Målt verdi;Kommentar$/);
});

test('rows stand with their Norwegian words, and point to each other by title', () => {
  const sheet = aSheet({
    rotaarsaker: [{ title: 'Gamle vaner' }],
    tiltak: [
      {
        title: 'Rutine',
        ansvar: 'Økonomi',
        frist: '2025-06-01',
        status: 'pagar',
        gevinstpotensial: 5,
        gjennomforbarhet: null,
      },
    ],
  });
  const { snapshot } = readSnapshot(sheet.doc);
  const [rotaarsak] = sheet.ids.rotaarsaker;
  const [row] = snapshot.tiltak;
  if (rotaarsak === undefined || row === undefined) throw new Error('no rows');
  const linked = { ...snapshot, tiltak: [{ ...row, rotaarsaker: [rotaarsak, 'borte'] }] };
  expect(writeCsv(linked).split('\r\n')[1]).toBe(
    'Rutine;Endringstiltak;;Økonomi;2025-06-01;Pågår;Forslag;5;;Gamle vaner',
  );
});

test('numbers have decimal commas, and every year that occurs has its columns', () => {
  const lines = linesOf({
    gevinster: [
      { title: 'A', slag: 'spart_tid', estimate: { '2026': 1.5, '2025': -1000000 } },
      { title: 'B', slag: 'okt_kvalitet', realised: { '2027': 0 } },
    ],
  });
  expect(lines[2]).toContain(
    'Estimat 2025;Estimat 2026;Estimat 2027;Realisert 2025;Realisert 2026;Realisert 2027;Budsjettvirkning kr 2025',
  );
  expect(lines[3]).toMatch(/^A;Spart tid;.*;-1000000;1,5;;;;;;;$/);
  expect(lines[4]).toMatch(/^B;Økt kvalitet;.*;;;;;;0;;;$/);
});

test('a måling has a row for each measured value', () => {
  const lines = linesOf({
    maalinger: [
      {
        name: 'Lojalitet',
        unit: 'prosent',
        start: { value: 68, date: '2024-01-01' },
        target: { value: 87, date: null },
        frequency: 'kvartalsvis',
        series: [
          { date: '2024-04-01', value: 70.25, comment: '' },
          { date: '2024-07-01', value: 71, comment: 'bedre' },
        ],
      },
      { name: 'Ikke målt' },
    ],
  });
  expect(lines.slice(5, 8)).toEqual([
    'Lojalitet;prosent;68;2024-01-01;87;;;;Kvartalsvis;;;2024-04-01;70,25;',
    'Lojalitet;prosent;68;2024-01-01;87;;;;Kvartalsvis;;;2024-07-01;71;bedre',
    'Ikke målt;;;;;;;;;;;;;',
  ]);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+47 999', "'+47 999"],
  ['-1 kr', "'-1 kr"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =1', "'  =1"],
  ['\t=1', "'\t=1"],
  ['\n=cmd', `"'\n=cmd"`],
  ['＝1', "'＝1"],
  ['a;b', '"a;b"'],
  ['si «"hei"»', '"si «""hei""»"'],
  ['to\nlinjer', '"to\nlinjer"'],
  ['1-2 uker', '1-2 uker'],
  ['æøå 👩‍🌾', 'æøå 👩‍🌾'],
])('a cell with %j is written %j', (title, written) => {
  const text = csvOf({ tiltak: [{ title }] });
  expect(text).toContain(`\r\n${written};Endringstiltak;`);
});
