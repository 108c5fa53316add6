import { expect, test } from 'vitest';
import { EXAMPLES } from '../../shared/sheet/examples/examples.ts';
import type { ProseNode } from '../../shared/sheet/snapshot/prose.ts';
import { readSnapshot, type Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { aSheet, at, type Contents, paragraph } from '../../tests/world/sheets.ts';
import { FORBIDDEN_IN_XML, partOf, unzipText, wordsIn } from '../../tests/world/zip.ts';
import { writeDocx } from './docx.ts';

const MAIN = 'word/document.xml';

const snapshotOf = (contents: Contents): Snapshot => readSnapshot(aSheet(contents).doc).snapshot;
const partsOf = async (snapshot: Snapshot) => unzipText(await writeDocx(snapshot));
const mainOf = async (snapshot: Snapshot) => partOf(await partsOf(snapshot), MAIN);

/** The paragraphs in order, as style and words. */
function paragraphsOf(xml: string): { readonly style: string; readonly text: string }[] {
  return xml
    .split(/<w:p>|<w:p /)
    .slice(1)
    .map((each) => ({
      style: /<w:pStyle w:val="([^"]*)"/.exec(each)?.[1] ?? '',
      text: wordsIn(each, 'w:t').join(''),
    }));
}

const headingsOf = (xml: string, style: string) =>
  paragraphsOf(xml)
    .filter((each) => each.style === style)
    .map(({ text }) => text);

test('an empty sheet has its title, its sections by number and label, and empty tables', async () => {
  const parts = await partsOf(snapshotOf({}));
  const xml = partOf(parts, MAIN);
  expect(headingsOf(xml, 'Title')).toEqual(['Uten tittel']);
  expect(headingsOf(xml, 'Heading1')).toEqual([
    '1. Begrunnelse',
    '2. Nåsituasjonen',
    'Rotårsakene',
    '3. Ønsket situasjon',
    '4. Endringstiltak',
    'Gevinster',
    '5. Måling',
  ]);
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(4);
  expect(partOf(parts, 'word/styles.xml')).toContain('<w:lang w:val="nb-NO"/>');
  expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
});

test('a virksomhets-A3 and a sheet with its own labels are called what they call themselves', async () => {
  const snapshot = snapshotOf({ header: { kind: 'virksomhet', title: 'Kommunen' } });
  const labels = { 'begrunnelse.label': 'Hvorfor <nå>' };
  const xml = await mainOf({ ...snapshot, sheet: { ...snapshot.sheet, labels } });
  expect(headingsOf(xml, 'Title')).toEqual(['Kommunen']);
  expect(headingsOf(xml, 'Heading1')).toEqual([
    '1. Hvorfor <nå>',
    '2. Nåsituasjonen',
    '3. Ønsket situasjon',
    '4. Utrednings- og endringstiltak',
    'Gevinster',
    '5. Måling',
  ]);
});

const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const item = (words: string): ProseNode => ({ type: 'listItem', content: [paragraph(words)] });

test('prose keeps its headings, lists, tables, bold and italic', async () => {
  const parts = await partsOf(
    snapshotOf({
      prose: {
        begrunnelse: [
          { type: 'heading', attrs: { level: 3 }, content: [text('Bakgrunn')] },
          {
            type: 'paragraph',
            content: [text('fet', 'bold'), { type: 'hardBreak' }, text('skrå', 'italic')],
          },
          { type: 'bulletList', content: [item('punkt')] },
          { type: 'orderedList', attrs: { start: 3 }, content: [item('tredje')] },
          {
            type: 'table',
            content: [
              {
                type: 'tableRow',
                content: [
                  { type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('Hode')] },
                ],
              },
              {
                type: 'tableRow',
                content: ['a', 'b'].map((cell) => ({
                  type: 'tableCell',
                  content: [paragraph(cell)],
                })),
              },
            ],
          },
          { type: 'ukjent', content: [paragraph('nytt')] },
        ],
      },
    }),
  );
  const xml = partOf(parts, MAIN);
  expect(headingsOf(xml, 'Heading2')).toEqual(['Bakgrunn']);
  expect(xml).toMatch(/<w:b\/><w:bCs\/><\/w:rPr><w:t [^>]*>fet</);
  expect(xml).toContain('<w:br/>');
  expect(xml).toMatch(/<w:i\/><w:iCs\/><\/w:rPr><w:t [^>]*>skrå</);
  expect(xml).toMatch(/<w:numPr>.{1,80}<\/w:numPr><\/w:pPr><w:r><w:t [^>]*>punkt</);
  expect(xml).toMatch(/<w:numPr>.{1,80}<\/w:numPr><\/w:pPr><w:r><w:t [^>]*>tredje</);
  expect(partOf(parts, 'word/numbering.xml')).toContain('<w:start w:val="3"/>');
  expect(xml).toContain('<w:gridSpan w:val="2"/>');
  for (const words of ['Hode', 'a', 'b', 'nytt']) expect(wordsIn(xml, 'w:t')).toContain(words);
});

test('the example: every word of its rows is there', async () => {
  const example = EXAMPLES.avtalelojalitet();
  const words = paragraphsOf(await mainOf(example)).map((each) => each.text);
  const all = words.join('\n');
  for (const { title, ansvar, description } of example.tiltak) {
    for (const each of [title, ansvar, description]) expect(all).toContain(each);
  }
  for (const { title, points } of example.rotaarsaker) {
    for (const each of [title, ...points.split('\n')]) expect(words).toContain(each);
  }
  for (const { title, eier, forutsetninger, omsetting } of example.gevinster) {
    for (const each of [title, eier, forutsetninger, omsetting]) expect(all).toContain(each);
  }
  for (const { name, source, method } of example.maalinger) {
    for (const each of [name, source, method]) expect(all).toContain(each);
  }
  expect(headingsOf(await mainOf(example), 'Heading2')).toContain('Målte verdier');
});

test('hostile words are words, and the file stays well-formed', async () => {
  const snapshot = snapshotOf({ tiltak: [{ title: 'x' }] });
  const title = `</w:t>&<b>\0\x02\uD800${'ord'.repeat(4_000)}`;
  const parts = await partsOf({
    ...snapshot,
    sheet: { ...snapshot.sheet, title },
    tiltak: [{ ...at(snapshot.tiltak), title }],
  });
  for (const part of parts.values()) expect(part).not.toMatch(FORBIDDEN_IN_XML);
  const said = paragraphsOf(partOf(parts, MAIN)).filter((each) => each.text.includes('ordord'));
  expect(said).toHaveLength(2);
  for (const each of said) expect(each.text).toMatch(/^<\/w:t>&<b>.?(ord){4000}$/);
});
