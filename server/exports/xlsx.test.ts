import { expect, test } from 'vitest';
import { EXAMPLES } from '../../shared/sheet/examples/examples.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { aSheet, at, type Contents } from '../../tests/world/sheets.ts';
import { FORBIDDEN_IN_XML, partOf, unzipText, wordsIn } from '../../tests/world/zip.ts';
import { writeXlsx } from './xlsx.ts';

const TABS = ['Ark', 'Rotårsaker', 'Tiltak', 'Gevinster', 'Målinger', 'Målte verdier'];

interface Read {
  readonly kind: string;
  readonly value: string;
}
interface Workbook {
  readonly parts: ReadonlyMap<string, string>;
  /** A cell such as `B2` of a tab, or undefined where nothing stands. */
  cell(tab: string, address: string): Read | undefined;
  xmlOf(tab: string): string;
}

async function workbookOf(
  contents: Contents | { readonly whole: Parameters<typeof writeXlsx>[0] },
) {
  const snapshot =
    'whole' in contents ? contents.whole : readSnapshot(aSheet(contents).doc).snapshot;
  const parts = unzipText(await writeXlsx(snapshot));
  const strings = partOf(parts, 'xl/sharedStrings.xml')
    .split('<si>')
    .slice(1)
    .map((entry) => wordsIn(entry, 't').join(''));
  const xmlOf = (tab: string) => partOf(parts, `xl/worksheets/sheet${TABS.indexOf(tab) + 1}.xml`);
  return {
    parts,
    xmlOf,
    cell(tab, address) {
      const found = new RegExp(`<c r="${address}"([^>]*)><v>([^<]*)</v></c>`).exec(xmlOf(tab));
      if (found === null) return undefined;
      const kind = / t="(\w+)"/.exec(found[1] ?? '')?.[1] ?? 'n';
      const value = found[2] ?? '';
      return { kind, value: kind === 's' ? (strings[Number(value)] ?? '') : value };
    },
  } satisfies Workbook;
}

test('an empty sheet has all tabs, each with a bold header row that stays in view', async () => {
  const book = await workbookOf({});
  const workbook = partOf(book.parts, 'xl/workbook.xml');
  expect([...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(
    TABS,
  );
  for (const tab of TABS) {
    expect(book.xmlOf(tab)).toContain('ySplit="1"');
    expect(book.xmlOf(tab)).toContain('state="frozen"');
  }
  expect(book.cell('Tiltak', 'A1')).toEqual({ kind: 's', value: 'Tiltak' });
  expect(book.cell('Tiltak', 'A2')).toBeUndefined();
  const styles = partOf(book.parts, 'xl/styles.xml');
  expect(styles).toContain('<b/>');
  expect(styles).toContain('wrapText="1"');
});

test('numbers are numbers, days are days, and words are words', async () => {
  const book = await workbookOf({
    header: { title: 'Arket', date: '2025-06-01' },
    prose: { begrunnelse: 'Fordi vi må' },
    rotaarsaker: [{ title: 'Gamle vaner', points: 'a\nb' }],
    tiltak: [{ title: 'Rutine', frist: '2025-06-01', status: 'pagar' }],
    gevinster: [{ title: 'Tid', slag: 'spart_tid', estimate: { '2026': 1234.5 } }],
    maalinger: [
      {
        name: 'Lojalitet',
        unit: 'prosent',
        start: { value: 68, date: '1899-12-31' },
        series: [{ date: '2024-04-01', value: -70.25, comment: 'ned' }],
      },
    ],
  });
  expect(book.cell('Ark', 'B2')).toEqual({ kind: 's', value: 'Arket' });
  expect(book.cell('Ark', 'B4')).toEqual({ kind: 'n', value: '45809' });
  expect(book.cell('Ark', 'A8')).toEqual({ kind: 's', value: '1. Begrunnelse' });
  expect(book.cell('Ark', 'B8')).toEqual({ kind: 's', value: 'Fordi vi må' });
  expect(book.cell('Rotårsaker', 'B2')).toEqual({ kind: 's', value: 'a\nb' });
  expect(book.cell('Tiltak', 'E2')).toEqual({ kind: 'n', value: '45809' });
  expect(book.cell('Tiltak', 'F2')).toEqual({ kind: 's', value: 'Pågår' });
  expect(book.cell('Gevinster', 'J1')).toEqual({ kind: 's', value: 'Estimat 2026' });
  expect(book.cell('Gevinster', 'J2')).toEqual({ kind: 'n', value: '1234.5' });
  // Excel's calendar has no such day.
  expect(book.cell('Målinger', 'D2')).toEqual({ kind: 's', value: '31.12.1899' });
  expect(book.cell('Målte verdier', 'C2')).toEqual({ kind: 'n', value: '45383' });
  expect(book.cell('Målte verdier', 'D2')).toEqual({ kind: 'n', value: '-70.25' });
  expect(partOf(book.parts, 'xl/styles.xml')).toContain('dd.mm.yyyy');
});

test.each(['=1+1', '+47 999', '-1 kr', '@SUM(A1)', '\t=1', '<&>"\'', 'æøå 👩‍🌾', 'a_x0041_b'])(
  'a cell with %j is text, never a formula',
  async (title) => {
    const book = await workbookOf({ tiltak: [{ title }] });
    const written = title.replace('_x0041_', '_x005F_x0041_');
    expect(book.cell('Tiltak', 'A2')).toEqual({ kind: 's', value: written });
    for (const part of book.parts.values()) expect(part).not.toContain('<f>');
  },
);

test('no control character or half letter reaches the file', async () => {
  const snapshot = readSnapshot(aSheet({ tiltak: [{ title: 'x' }] }).doc).snapshot;
  const title = 'før\0\x01\x0B\x1F\uFFFF\uD83D etter';
  const book = await workbookOf({
    whole: { ...snapshot, tiltak: [{ ...at(snapshot.tiltak), title }] },
  });
  for (const part of book.parts.values()) expect(part).not.toMatch(FORBIDDEN_IN_XML);
  const cell = book.cell('Tiltak', 'A2');
  expect(cell?.value).toMatch(/^før\n? ?etter$/);
});

test('text longer than a cell can hold goes on in the row below', async () => {
  const title = `${'ab👩‍🌾 '.repeat(10_000)}slutt`;
  const book = await workbookOf({ tiltak: [{ title }, { title: 'Neste' }] });
  const pieces = ['A2', 'A3', 'A4'].map((address) => book.cell('Tiltak', address)?.value ?? '');
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(32_767);
  expect(pieces.join('')).toBe(title);
  expect(book.cell('Tiltak', 'A5')?.value).toBe('Neste');
});

test('a row is as high as its text has lines', async () => {
  const book = await workbookOf({
    rotaarsaker: [
      { title: 'Kort' },
      { title: 'Lang', points: 'a\nb\nc\nd' },
      { points: 'x\n'.repeat(99) },
    ],
  });
  const heights = [...book.xmlOf('Rotårsaker').matchAll(/<row r="\d+"[^>]* ht="(\d+)"/g)];
  expect(heights.map(([, height]) => Number(height))).toEqual([15, 60, 409]);
});

test('the example: every title stands in its tab', async () => {
  const example = EXAMPLES.avtalelojalitet();
  const book = await workbookOf({ whole: example });
  const column = (tab: string, count: number) =>
    Array.from({ length: count }, (_, row) => book.cell(tab, `A${row + 2}`)?.value);
  const titles = (rows: readonly { readonly title: string }[]) => rows.map(({ title }) => title);
  expect(column('Rotårsaker', example.rotaarsaker.length)).toEqual(titles(example.rotaarsaker));
  expect(column('Tiltak', example.tiltak.length)).toEqual(titles(example.tiltak));
  expect(column('Gevinster', example.gevinster.length)).toEqual(titles(example.gevinster));
  expect(column('Målinger', example.maalinger.length)).toEqual(
    example.maalinger.map(({ name }) => name),
  );
});
