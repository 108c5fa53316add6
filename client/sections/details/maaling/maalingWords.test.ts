import { describe, expect, test } from 'vitest';
import type { MaalingId } from '../../../../shared/ids/ids.ts';
import type { Maaling } from '../../../../shared/sheet/schema/entities.ts';
import { chartWords, directionWords, dueSentence, waySentence } from './maalingWords.ts';
import { tNb } from './testWords.ts';

function aMaaling(more: Partial<Maaling> = {}): Maaling {
  return {
    id: 'maaling-nummer-1' as MaalingId,
    name: 'E-handel',
    unit: 'prosent',
    start: { value: 32.8, date: '2023-12-31' },
    target: { value: 60, date: '2027-12-31' },
    source: '',
    method: '',
    frequency: null,
    ansvarlig: '',
    gevinster: [],
    series: [],
    order: 'a0',
    ...more,
  };
}

const measured = (value: number) => ({ series: [{ date: '2025-12-01', value, comment: '' }] });
const none = { value: null, date: null };
/** With spaces that one can write. */
const plain = (words: string | undefined) => words?.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('how far a måling has come', () => {
  test.each<[string, Partial<Maaling>]>([
    ['Fra 32,8 % mot 60 %: 41 % av veien', measured(43.95)],
    ['Fra 32,8 % mot 60 %: målet er nådd (118 % av veien)', measured(65)],
    ['Fra 32,8 % mot 60 %: −10 % av veien, altså i feil retning', measured(30)],
    ['Fra 32,8 % mot 60 %: ikke målt ennå', {}],
    [
      'Fra 30 dager mot 10 dager: 75 % av veien',
      {
        unit: 'dager',
        start: { value: 30, date: null },
        target: { value: 10, date: null },
        ...measured(15),
      },
    ],
    [
      'Nullpunkt og ønsket verdi er like (0 %). Da kan ikke måloppnåelse regnes ut.',
      { start: { value: 0, date: null }, target: { value: 0, date: null } },
    ],
    ['Mot 60 %. Fyll inn nullpunktet for å se hvor langt dere er kommet.', { start: none }],
    ['Fra 32,8 %. Fyll inn ønsket verdi for å se hvor langt dere er kommet.', { target: none }],
    [
      'Fyll inn nullpunkt og ønsket verdi for å se hvor langt dere er kommet.',
      { start: none, target: none },
    ],
  ])('%s', (words, more) => {
    expect(plain(waySentence(tNb, aMaaling(more)))).toBe(words);
  });
});

test('says when the next value is due, and when it should have come', () => {
  const maaling = aMaaling({ frequency: 'kvartalsvis', ...measured(40) });
  expect(dueSentence(tNb, maaling, '2026-03-01')).toBe('Neste måling innen 01.03.2026');
  expect(dueSentence(tNb, maaling, '2026-03-02')).toBe(
    'Målingen er forsinket: skulle vært målt innen 01.03.2026',
  );
  expect(dueSentence(tNb, aMaaling(), '2026-03-02')).toBeUndefined();
});

test('says which way is better', () => {
  expect(directionWords(tNb, aMaaling())).toBe('Retning: opp er bedre');
  expect(directionWords(tNb, aMaaling({ target: { value: 1, date: null } }))).toBe(
    'Retning: ned er bedre',
  );
});

test('describes the graph for those who do not see it', () => {
  const series = [
    { date: '2024-12-31', value: 30, comment: '' },
    { date: '2025-12-31', value: 46.4, comment: '' },
  ];
  expect(plain(chartWords(tNb, aMaaling({ series })))).toBe(
    'Nullpunkt: 32,8 % (31.12.2023). Ønsket verdi: 60 % (31.12.2027). Målt 2 ganger, lavest 30 % og høyest 46,4 %. Sist: 46,4 % (31.12.2025). Fra 32,8 % mot 60 %: 50 % av veien. Alle verdiene står i tabellen under.',
  );
});
