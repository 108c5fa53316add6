/** That the examples say what the sources say, figure by figure. */
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../format/number.ts';
import type { Maaling } from '../schema/entities.ts';
import { type ProseNode, proseText } from '../snapshot/prose.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { advansia } from './advansia.ts';
import { FORSLAG, type Outcome, sumOf } from './advansiaForslag.ts';
import { avtalelojalitet } from './avtalelojalitet.ts';
import { levanger } from './levanger.ts';
import { skolemiljo } from './skolemiljo.ts';
import { staup } from './staup.ts';

const UNITS = [
  { name: 'Enhet a', invoices: 282, share: 85.29 },
  { name: 'Enhet b', invoices: 10_970, share: 32.78 },
  { name: 'Enhet c', invoices: 1084, share: 36 },
  { name: 'Enhet d', invoices: 1747, share: 52.19 },
] as const;

/** The cells of the one table in the section, header row first. */
function tableIn(nodes: readonly ProseNode[]): string[][] {
  const tables = nodes.filter(({ type }) => type === 'table');
  expect(tables).toHaveLength(1);
  const cells = (tables[0]?.content ?? []).flatMap((row) => row.content ?? []);
  expect(cells.map(({ attrs }) => attrs)).toEqual(cells.map(() => ({ colspan: 1, rowspan: 1 })));
  return proseText(tables)
    .split('\n')
    .map((row) => row.split('\t'));
}

/** A section's words with plain spaces, as one would search them. */
function wordsOf(snapshot: Snapshot, section: keyof Snapshot['sections']): string {
  return proseText(snapshot.sections[section]).replace(/\s+/g, ' ');
}

function maaling(snapshot: Snapshot, id: string): Maaling {
  const found = snapshot.maalinger.find((candidate) => candidate.id === id);
  if (found === undefined) throw new RangeError(`No måling ${id}`);
  return found;
}

describe('the dypdykk Avtalelojalitet', () => {
  const example = avtalelojalitet();

  it('is the utgave 1.0 of 24 May 2024, owned by a role', () => {
    expect(example.sheet).toMatchObject({
      kind: 'dypdykk',
      title: 'Avtalelojalitet',
      date: '2024-05-24',
      edition: '1.0',
      owner: 'Kommunedirektøren og Innherred Anskaffelser',
    });
  });

  it('gives the reasons and what others have gained', () => {
    const text = wordsOf(example, 'begrunnelse');
    const facts = [
      'kan «alle» handle',
      'sent inn i regnskapet',
      'fakturagebyr',
      '4 000 selskaper',
      '2–10 %',
      'avtalelojalitet på 87 %',
      'snittet er 68 %',
      'om lag 50 %',
    ];
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
  });

  it('has the e-handel figures of the four units in one table', () => {
    const [header, ...rows] = tableIn(example.sections.naasituasjon);
    expect(header).toEqual(['Enhet', 'Antall fakturaer', 'E-handel']);
    expect(
      rows.map(([name, invoices = '', share = '']) => ({
        name,
        invoices: parseNumber(invoices),
        share: parseNumber(share),
      })),
    ).toEqual(UNITS);
  });

  it('measures e-handel from the figures of the table', () => {
    const invoices = UNITS.reduce((sum, unit) => sum + unit.invoices, 0);
    const electronic = UNITS.reduce((sum, unit) => sum + unit.invoices * (unit.share / 100), 0);
    const together = maaling(example, 'maaling-e-handel-samlet');
    expect(together.start.value).toBeCloseTo((100 * electronic) / invoices, 2);
    expect(together.series.map(({ value }) => value)).toEqual([together.start.value]);
    expect(maaling(example, 'maaling-e-handel-enhet-b').start.value).toBe(32.78);
  });

  it('spares the invoices that 60 % e-handel would spare in the units below it', () => {
    const target = maaling(example, 'maaling-e-handel-samlet').target.value ?? 0;
    const spared = UNITS.reduce(
      (sum, unit) => sum + unit.invoices * Math.max(0, (target - unit.share) / 100),
      0,
    );
    const time = example.gevinster.find(({ slag }) => slag === 'spart_tid');
    expect(time?.calculation.factors['antall']).toBe(10 * Math.round(spared / 10 - 0.5));
  });

  it('has the four clusters of causes, each with points', () => {
    expect(example.rotaarsaker.map(({ title }) => title)).toEqual([
      'Uklart hva vi har avtale på, og hvor det står',
      'Gamle vaner',
      'Fagspesifikke behov som ikke dekkes',
      'Mangel på kunnskap',
    ]);
    expect(example.rotaarsaker.map(({ points }) => points.split('\n').length)).toEqual([
      5, 3, 5, 4,
    ]);
  });

  it('answers each cause with a tiltak, and each tiltak a cause', () => {
    const answered = new Set(example.tiltak.flatMap(({ rotaarsaker }) => rotaarsaker));
    expect(example.rotaarsaker.filter(({ id }) => !answered.has(id))).toEqual([]);
    expect(example.tiltak.filter(({ rotaarsaker }) => rotaarsaker.length === 0)).toEqual([]);
  });

  it('has endringstiltak that are not decided, and says what is assumed about each', () => {
    for (const { slag, beslutning, description } of example.tiltak) {
      expect(slag).toBe('endring');
      expect(['forslag', 'til_behandling']).toContain(beslutning);
      expect(description).toContain('Eksempel: antatt');
    }
    expect(new Set(example.tiltak.map(({ beslutning }) => beslutning)).size).toBe(2);
    expect(new Set(example.tiltak.map(({ status }) => status)).size).toBeGreaterThan(1);
  });

  it('ties tiltak, gevinster of all three kinds and målinger together', () => {
    expect(new Set(example.gevinster.map(({ slag }) => slag))).toEqual(
      new Set(['spart_tid', 'unngaatte_kostnader', 'okt_kvalitet']),
    );
    const giving = new Set(example.gevinster.flatMap(({ tiltak }) => tiltak));
    expect(example.tiltak.filter(({ id }) => !giving.has(id))).toEqual([]);
    const measured = new Set(example.maalinger.flatMap(({ gevinster }) => gevinster));
    expect(example.gevinster.filter(({ id }) => !measured.has(id))).toEqual([]);
  });

  it('gives every måling a nullpunkt and an ønsket verdi, and says what is assumed', () => {
    for (const { start, target, method } of example.maalinger) {
      expect([start.value, start.date, target.value, target.date]).not.toContain(null);
      expect(method).toContain('Eksempel: antatt');
    }
    expect(wordsOf(example, 'maaling')).toContain('antatt i eksempelet');
    expect(maaling(example, 'maaling-avtalelojalitet')).toMatchObject({
      start: { value: 68 },
      target: { value: 87 },
      series: [],
    });
  });

  it('has notes and a thread by roles that are marked as examples', () => {
    const authors = [
      ...example.lapper.map(({ author }) => author),
      ...example.comments.flatMap(({ messages }) => messages.map(({ author }) => author)),
    ];
    expect(authors.length).toBeGreaterThan(5);
    expect(authors.filter((author) => !author.endsWith('(eksempel)'))).toEqual([]);
  });
});

describe('the virksomhets-A3 of Levanger kommune', () => {
  const example = levanger();

  it('has the result, the prognosis and the main goal', () => {
    const text = `${wordsOf(example, 'begrunnelse')} ${wordsOf(example, 'naasituasjon')}`;
    const facts = [
      'i 2023 var minus 30 mill. kr',
      'om lag 54 mill. kr',
      '200 mill. kr',
      'minst 7 % av brutto driftsinntekter',
      'utgangen av 2027',
      '62,7 mill. kr',
      'om lag 43 mill. kr',
    ];
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
  });

  it('breaks the prognosis down into areas that add up', () => {
    const [, ...rows] = tableIn(example.sections.naasituasjon);
    const amounts = rows.map(([, amount = '']) => parseNumber(amount.replace(/\smill\.\skr$/, '')));
    expect(amounts).toEqual([-28.9, -23.45, -10.35]);
    expect(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0)).toBeCloseTo(-62.7, 10);
  });

  it('puts the causes in nåsituasjonen', () => {
    expect(example.rotaarsaker).toEqual([]);
    expect(wordsOf(example, 'naasituasjon')).toContain('Årsakene');
  });

  it('has the utredningstiltak of the programme, the dypdykk’s among them, with their dates', () => {
    expect(example.tiltak.map(({ id, slag, frist }) => [id, slag, frist])).toEqual([
      ['tiltak-avtalelojalitet', 'utredning', '2024-12-31'],
      ['tiltak-skolemiljo', 'utredning', '2024-08-01'],
      ['tiltak-ressursforvaltning', 'utredning', '2027-12-31'],
      ['tiltak-skolestruktur', 'utredning', '2024-06-30'],
      ['tiltak-staup', 'utredning', '2025-04-30'],
      ['tiltak-teknisk', 'utredning', '2024-12-31'],
    ]);
  });

  it('measures the måltall of the programme', () => {
    expect(example.maalinger.map(({ id, unit, target }) => [id, unit, target.value])).toEqual([
      ['maaling-disposisjonsfond', 'mill. kroner', 200],
      ['maaling-fondsandel', 'prosent', 7],
      ['maaling-driftsresultat', 'prosent', 1.5],
      ['maaling-lanegjeld', 'prosent', 150],
      ['maaling-merforbruk', 'mill. kroner', 0],
    ]);
    expect(maaling(example, 'maaling-merforbruk')).toMatchObject({
      start: { value: 54 },
      series: [{ date: '2024-03-31', value: 43 }],
    });
  });

  it('invents no nullpunkt for the municipality', () => {
    const without = example.maalinger.filter(({ start }) => start.value === null);
    expect(without).toHaveLength(4);
    expect(wordsOf(example, 'maaling')).toContain('Nullpunktene for dem hentes fra årsregnskapet');
  });

  it('adds up what the report estimated for the forslag that are set going', () => {
    const technical = example.gevinster.find(({ id }) => id === 'gevinst-teknisk');
    expect(technical?.estimate).toEqual({
      '2025': 2_030_000,
      '2026': 2_030_000,
      '2027': 2_030_000,
    });
  });
});

describe('the dypdykk skolemiljø', () => {
  const example = skolemiljo();

  it('has the prognoses and the hours without a substitute as reported', () => {
    const [, ...rows] = tableIn(example.sections.naasituasjon);
    const amounts = rows.map(([school, amount = '']) => [
      school,
      parseNumber(amount.replace(/\smill\.\skr$/, '')),
    ]);
    expect(amounts).toEqual([
      ['Nesheim', -0.7],
      ['Skogn', -2],
      ['Frol', -2],
    ]);
    const text = wordsOf(example, 'naasituasjon');
    const facts = [
      '419 lærertimer uten vikar, 46 % av fraværet',
      '241 timer med fagarbeider uten vikar, 58 % av fraværet',
    ];
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
    expect(maaling(example, 'maaling-merforbruk-skoler').start.value).toBe(4.7);
  });

  it('invents no goal and no amount before the project plan', () => {
    expect(example.maalinger.filter(({ target }) => target.value !== null)).toEqual([]);
    expect(example.gevinster.flatMap(({ estimate }) => Object.keys(estimate))).toEqual([]);
    expect(wordsOf(example, 'begrunnelse')).toContain('Resultater ventes ikke det første året');
    expect(example.tiltak.find(({ id }) => id === 'tiltak-prosjektplan')?.frist).toBe('2024-08-01');
  });
});

describe('the dypdykk TØRN Staup', () => {
  const example = staup();

  it('has what was tried, the sykefravær and the prognosis as reported', () => {
    const text = `${wordsOf(example, 'begrunnelse')} ${wordsOf(example, 'naasituasjon')}`;
    const facts = [
      '10,1 mill. kr',
      'Ny pleiefaktor (0,9)',
      '2,5 årsverk',
      '20. juni 2022',
      '16 frivillige',
      'oktober 2021 til mars 2022',
      '12,91 % i mars 2024',
    ];
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
    const { series } = maaling(example, 'maaling-sykefravaer');
    expect(series.map(({ value }) => value)).toEqual([13.17, 13.07, 12.91]);
  });

  it('invents no result before the mandate', () => {
    expect(example.maalinger.filter(({ target }) => target.value !== null)).toEqual([]);
    expect(example.gevinster.flatMap(({ estimate }) => Object.keys(estimate))).toEqual([]);
  });
});

describe('the list of the report from Advansia/PwC', () => {
  const example = advansia();
  const of = (outcome: Outcome) => FORSLAG.filter((forslag) => forslag.outcome === outcome);
  const upper = (outcome: Outcome) =>
    of(outcome).reduce((sum, { estimate, upTo }) => sum + (upTo ?? estimate ?? 0), 0);

  it('has all eighteen forslag with their outcomes and the report’s estimates', () => {
    expect([
      ['iverksatt', of('iverksatt').length, sumOf(of('iverksatt')), upper('iverksatt')],
      [
        'ikke_gjennomfort',
        of('ikke_gjennomfort').length,
        sumOf(of('ikke_gjennomfort')),
        upper('ikke_gjennomfort'),
      ],
      [
        'ikke_gjennomforbart',
        of('ikke_gjennomforbart').length,
        sumOf(of('ikke_gjennomforbart')),
        130_000,
      ],
    ]).toEqual([
      ['iverksatt', 9, 2_030_000, 2_130_000],
      ['ikke_gjennomfort', 8, 5_500_000, 6_000_000],
      ['ikke_gjennomforbart', 1, 130_000, 130_000],
    ]);
    // The report itself says 7.9 million for all of it.
    expect(sumOf(FORSLAG)).toBeLessThan(7_900_000);
    expect(upper('iverksatt') + upper('ikke_gjennomfort') + 130_000).toBeGreaterThan(7_900_000);
  });

  it('says each outcome in words and by the status of the tiltak', () => {
    const said = example.tiltak.map(({ description, status }) => [
      description.slice(0, description.indexOf('.')),
      status,
    ]);
    const times = (outcome: string, status: string) =>
      said.filter(([word, state]) => word === outcome && state === status).length;
    expect(times('Iverksatt', 'gjennomfort')).toBe(9);
    expect(times('Ikke gjennomført', 'ikke_startet')).toBe(7);
    expect(times('Ikke gjennomført', 'pagar')).toBe(1);
    expect(times('Ikke gjennomførbart', 'stoppet')).toBe(1);
  });

  it('measures what is set going against what the report said', () => {
    expect(maaling(example, 'maaling-iverksatt')).toMatchObject({
      target: { value: 7_900_000 },
      series: [{ date: '2024-03-31', value: 2_030_000 }],
    });
  });

  it('gives each forslag with an estimate one gevinst, the same every year', () => {
    expect(example.gevinster).toHaveLength(16);
    for (const { estimate, forutsetninger } of example.gevinster) {
      expect(new Set(Object.values(estimate)).size).toBe(1);
      expect(forutsetninger).toContain('Eksempel: antatt');
    }
  });
});
