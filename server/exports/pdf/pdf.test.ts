import { expect, test } from 'vitest';
import { EXAMPLES } from '../../../shared/sheet/examples/examples.ts';
import { readSnapshot, type Snapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import { lettersOf, type Pdf, readPdf, squeezed } from '../../../tests/world/pdf.ts';
import { aSheet, at, type Contents } from '../../../tests/world/sheets.ts';
import { MARGIN, PAPER } from './layout.ts';
import { writePdf } from './pdf.ts';

const snapshotOf = (contents: Contents): Snapshot => readSnapshot(aSheet(contents).doc).snapshot;
const pdfOf = async (snapshot: Snapshot): Promise<Pdf> => readPdf(await writePdf(snapshot));

/** Every page is an A3 landscape, and no text on it reaches into its margins. */
function expectWholePages(pdf: Pdf): void {
  for (const { width, height, items } of pdf.pages) {
    expect([width, height]).toEqual([PAPER.width, PAPER.height]);
    for (const item of items) {
      expect(item.x).toBeGreaterThanOrEqual(MARGIN - 1);
      expect(item.x + item.width).toBeLessThanOrEqual(PAPER.width - MARGIN + 2);
      expect(item.y).toBeGreaterThanOrEqual(MARGIN / 2 - 1);
      expect(item.y).toBeLessThanOrEqual(PAPER.height - MARGIN);
    }
  }
}

test('an empty sheet is one A3 page with the sections of the template in two columns', async () => {
  const pdf = await pdfOf(snapshotOf({}));
  expect(pdf.pages).toHaveLength(1);
  expectWholePages(pdf);
  const { items, roles } = at(pdf.pages);
  const xOf = (label: string) => items.find(({ text }) => text === label)?.x ?? Number.NaN;
  for (const label of ['1. Begrunnelse', '2. Nåsituasjonen', 'Rotårsakene']) {
    expect(xOf(label)).toBeCloseTo(MARGIN, 0);
  }
  for (const label of ['3. Ønsket situasjon', '4. Endringstiltak', 'Gevinster', '5. Måling']) {
    expect(xOf(label)).toBeGreaterThan(PAPER.width / 2);
  }
  expect(roles.filter((role) => role === 'H2')).toHaveLength(7);
});

test('the file says its title and language, and is tagged in the order of the sheet', async () => {
  const pdf = await pdfOf({ ...EXAMPLES.avtalelojalitet() });
  expect(pdf.title).toBe('Avtalelojalitet');
  expect(pdf.language).toBe('nb-NO');
  expect(pdf.isTagged).toBe(true);
  const { roles } = at(pdf.pages);
  expect(roles.filter((role) => /^(H1|H2|Table)$/.test(role))).toEqual([
    ...['H1', 'H2', 'H2', 'Table', 'H2', 'H2'],
    ...['H2', 'Table', 'H2', 'Table', 'H2', 'Table'],
  ]);
  for (const role of ['L', 'LI', 'LBody', 'TR', 'TH', 'TD', 'P']) expect(roles).toContain(role);
});

test.each(['avtalelojalitet', 'levanger'] as const)(
  'the example %s fits its A3, and its whole tables follow',
  async (name) => {
    const example = EXAMPLES[name]();
    const pdf = await pdfOf(example);
    expectWholePages(pdf);
    const first = lettersOf({ ...pdf, pages: [at(pdf.pages)] });
    const whole = lettersOf(pdf);
    for (const label of ['1. Begrunnelse', '5. Måling']) expect(first).toContain(squeezed(label));
    for (const { title, ansvar, description } of example.tiltak) {
      for (const each of [title, ansvar]) expect(first).toContain(squeezed(each));
      expect(whole).toContain(squeezed(description));
    }
    for (const { title, points } of example.rotaarsaker) {
      for (const each of [title, ...points.split('\n')]) expect(first).toContain(squeezed(each));
    }
    for (const { title, forutsetninger, omsetting } of example.gevinster) {
      expect(first).toContain(squeezed(title));
      for (const each of [forutsetninger, omsetting]) expect(whole).toContain(squeezed(each));
    }
    for (const each of example.maalinger) {
      expect(first).toContain(squeezed(each.name));
      for (const words of [each.source, each.method]) expect(whole).toContain(squeezed(words));
    }
  },
);

test('a small sheet is one page, with everything on it', async () => {
  const pdf = await pdfOf(
    snapshotOf({
      tiltak: [{ title: 'Rutine', description: 'Slik gjør vi det' }],
      maalinger: [{ name: 'M', series: [{ date: '2024-04-01', value: 70.25, comment: 'bedre' }] }],
    }),
  );
  expect(pdf.pages).toHaveLength(1);
  for (const words of ['Slikgjørvidet', '70,25', 'bedre']) expect(lettersOf(pdf)).toContain(words);
});

test('a huge sheet goes on on further pages, and no letter of it is missing', async () => {
  const long = 'Lang'.concat('æøåxyz'.repeat(1_700));
  const tiltak = Array.from({ length: 60 }, (_, index) => ({
    title: `Tiltak nummer ${index} ${index === 7 ? long : 'som skal gjøres'}`,
    description: `Beskrivelse ${index}. `.repeat(index % 5),
    ansvar: `Enhet ${index}`,
  }));
  const pdf = await pdfOf(snapshotOf({ header: { title: 'Stort' }, tiltak }));
  expect(pdf.pages.length).toBeGreaterThan(1);
  expectWholePages(pdf);
  const letters = lettersOf(pdf);
  for (const { title, ansvar } of tiltak) {
    if (!title.includes(long)) expect(letters).toContain(squeezed(title));
    expect(letters).toContain(squeezed(ansvar));
  }
  expect(letters.match(/[xyz]/g)?.length).toBeGreaterThanOrEqual(3 * 1_700);
  // The header of a table that goes on stands on every page it is on.
  const count = pdf.pages.filter((page) => page.items.some(({ text }) => text === 'Beslutning'));
  expect(count.length).toBe(pdf.pages.length);
});

test('hostile words are drawn or left out, and the file opens', async () => {
  const snapshot = snapshotOf({ tiltak: [{ title: 'x' }] });
  const title = 'før\0\x02\uD800\u202E (tekst) \\ <&> 👩‍🌾 中文 etter';
  const pdf = await pdfOf({
    ...snapshot,
    sheet: { ...snapshot.sheet, title: `${title} ${'T'.repeat(10_000)}` },
    tiltak: [{ ...at(snapshot.tiltak), title }],
  });
  expectWholePages(pdf);
  expect(lettersOf(pdf)).toContain('(tekst)\\<&>');
  expect(lettersOf(pdf)).toContain('etter');
  expect(lettersOf(pdf).match(/T/g)?.length).toBeGreaterThanOrEqual(10_000);
});
