import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { Cell } from '../../../../../shared/maaling/table.ts';
import { readWorkbook, type WorkbookFault, type WorkbookSheet } from './workbook.ts';

const MB = 1_000_000;

/** The parts of a workbook with one sheet, whose rows are given as XML. */
function parts(rows: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  };
}

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const bytes: Zippable = {};
  for (const [path, text] of Object.entries(files)) bytes[path] = strToU8(text);
  return zipSync(bytes);
}

const aBook = (rows: string, more?: Readonly<Record<string, string>>): Uint8Array =>
  zipped(parts(rows, more));

function sheetOf(read: WorkbookSheet | WorkbookFault): WorkbookSheet {
  if (typeof read === 'string') throw new Error(read);
  return read;
}

const cellsOf = (bytes: Uint8Array, index = 0): readonly (readonly Cell[])[] =>
  sheetOf(readWorkbook(bytes, index)).table.rows.map(({ cells }) => cells);

describe('a workbook', () => {
  test('as another program writes it: days, numbers, hundredths and words', async () => {
    const day = new Date(Date.UTC(2025, 2, 1));
    const file = writeExcelFile([
      [{ value: 'Dato' }, { value: 'Andel' }, null, { value: 'Merknad & mer' }],
      [
        { value: day, type: Date, format: 'dd.mm.yyyy' },
        { value: 0.328, type: Number, format: '0.0%' },
        null,
        { value: 'Ærlig 😀' },
      ],
      [{ value: '01.04.2025' }, { value: 1234.5, type: Number }, null, { value: 'x' }],
    ]);
    expect(cellsOf(new Uint8Array(await file.toBuffer()))).toEqual([
      ['Dato', 'Andel', null, 'Merknad & mer'],
      [{ day: '2025-03-01' }, 32.8, null, 'Ærlig 😀'],
      ['01.04.2025', 1234.5, null, 'x'],
    ]);
  });

  test('has sheets, of which one is read; hidden ones are not among them', async () => {
    const file = writeExcelFile([
      { data: [[{ value: 'a' }]], sheet: 'Først' },
      { data: [[{ value: 'b' }]], sheet: 'Så' },
    ]);
    const bytes = new Uint8Array(await file.toBuffer());
    expect(sheetOf(readWorkbook(bytes, 0)).sheets).toEqual(['Først', 'Så']);
    expect(cellsOf(bytes, 1)).toEqual([['b']]);
    const files = unzipSync(bytes);
    const book = new TextDecoder().decode(files['xl/workbook.xml']);
    const hidden = book.replace('name="Først"', 'name="Først" state="hidden"');
    const other = zipSync({ ...files, 'xl/workbook.xml': strToU8(hidden) });
    expect(sheetOf(readWorkbook(other, 0))).toMatchObject({ sheets: ['Så'], index: 0 });
    expect(cellsOf(other)).toEqual([['b']]);
  });

  test('keeps words in the cell, behind formulas, and in pieces', () => {
    const strings = '<sst><si><r><t>to </t></r><r><t>deler</t></r><rPh><t>x</t></rPh></si></sst>';
    const rows = [
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>her</t></is></c></row>',
      '<row r="7"><c r="A7" t="str"><f>A2</f><v>svar</v></c><c r="B7" t="e"><v>#DIV/0!</v></c></row>',
      '<row><c><v>1</v></c><c><f>1+1</f><v>2</v></c><c t="s"><v>99</v></c><c t="n"/></row>',
    ].join('');
    const { rows: read } = sheetOf(
      readWorkbook(aBook(rows, { 'xl/sharedStrings.xml': strings }), 0),
    ).table;
    expect(read).toEqual([
      { line: 2, cells: ['to deler', null, 'her'] },
      { line: 7, cells: ['svar', '#DIV/0!'] },
      { line: 8, cells: [1, 2] },
    ]);
  });

  test.each([
    ['14', '', 45_717, { day: '2025-03-01' }],
    ['170', 'dd\\.mm\\.yyyy;@', 45_717.75, { day: '2025-03-01' }],
    ['170', '[$-414]mmm/yyyy', 45_717, { day: '2025-03-01' }],
    ['14', '', 59, { day: '1900-02-28' }],
    ['14', '', 61, { day: '1900-03-01' }],
    ['14', '', -1, -1],
    ['14', '', 1e12, 1e12],
    ['20', '', 0.5, 0.5],
    ['170', '[h]:mm', 1.5, 1.5],
    ['10', '', 0.3278, 32.78],
    ['170', '0.0"d %"', 0.3, 0.3],
    ['170', '#,##0.00\\ "kr"', 0.1 + 0.2, 0.3],
    ['170', '_-* #,##0_d', 7, 7],
    ['0', '', 12.5, 12.5],
  ])('with format %s «%s» makes of %d what it shows', (id, code, stored, cell) => {
    const format =
      code === ''
        ? ''
        : `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`;
    const styles = `<styleSheet><numFmts>${format}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
    const row = `<row><c s="1"><v>${stored}</v></c></row>`;
    expect(cellsOf(aBook(row, { 'xl/styles.xml': styles }))).toEqual([[cell]]);
  });

  test('of an old Mac counts its days from 1904', () => {
    const files = parts('<row><c s="0"><v>44255</v></c></row>', {
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    });
    const book = files['xl/workbook.xml']?.replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    expect(cellsOf(zipped({ ...files, 'xl/workbook.xml': book ?? '' }))).toEqual([
      [{ day: '2025-03-01' }],
    ]);
  });
});

describe('a hostile file', () => {
  const zeros = new Uint8Array(20 * MB);
  const maxBytes = 2 * MB;
  const bombOf = (path: string): Uint8Array => {
    const files: Zippable = {};
    for (const [name, text] of Object.entries(parts('<row><c><v>1</v></c></row>'))) {
      files[name] = strToU8(text);
    }
    return zipSync({ ...files, [path]: zeros }, { level: 6 });
  };
  const bomb = bombOf('xl/sharedStrings.xml');

  test('that becomes too large is given up on the way', () => {
    expect(bomb.length).toBeLessThan(MB / 10);
    expect(readWorkbook(bomb, 0, maxBytes)).toBe('tooMuch');
  });

  test('that lies about its sizes is counted all the same', () => {
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 30; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(readWorkbook(lying, 0, maxBytes)).toBe('tooMuch');
  });

  test('that is large where nobody looks is read', () => {
    const read = readWorkbook(bombOf('xl/media/image1.bin'), 0, maxBytes);
    expect(sheetOf(read).table.rows).toEqual([{ line: 1, cells: [1] }]);
  });

  test('with entities in entities stays small', () => {
    const bombed = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const sheet = `${bombed}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(cellsOf(aBook('', { 'xl/worksheets/sheet1.xml': sheet }))).toEqual([['&b;']]);
  });

  test('with cells at the end of the world takes no room for those before', () => {
    const rows =
      '<row r="999999999"><c r="XFD999999999"><v>1</v></c><c r="B999999999"><v>2</v></c></row>';
    expect(sheetOf(readWorkbook(aBook(rows), 0)).table.rows).toEqual([
      { line: 999_999_999, cells: [null, 2] },
    ]);
  });

  test('with the same long words in every cell is given up', () => {
    const strings = `<sst><si><t>${'ord '.repeat(10_000)}</t></si></sst>`;
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`;
    expect(readWorkbook(aBook(row.repeat(100), { 'xl/sharedStrings.xml': strings }), 0)).toBe(
      'tooMuch',
    );
  });

  test('with too many rows is not read in part', () => {
    const row = '<row><c><v>1</v></c></row>';
    expect(sheetOf(readWorkbook(aBook(row.repeat(10_000)), 0)).table.isCut).toBe(false);
    expect(sheetOf(readWorkbook(aBook(row.repeat(10_001)), 0)).table.isCut).toBe(true);
  });

  test.each([
    ['cut short', aBook('<row><c><v>1</v></c></row>').slice(0, 400), 'damaged'],
    ['with broken XML', aBook('<row><c r="A1"'), 'damaged'],
    ['of another kind', zipped({ 'word/document.xml': '<document/>' }), 'notWorkbook'],
    ['with nothing in it', zipSync({}), 'notWorkbook'],
    ['without its sheet', zipped({ ...parts(''), 'xl/worksheets/sheet1.xml': '' }), 'damaged'],
  ])('%s is named', (_what, bytes, fault) => {
    expect(readWorkbook(bytes, 0)).toBe(fault);
  });

  test('with any bytes changed never makes it throw', () => {
    const whole = aBook('<row r="1"><c r="A1" t="str"><v>ord</v></c><c r="B1"><v>2</v></c></row>');
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const spoilt = whole.slice();
        for (const { at, to } of changes) spoilt[at] = to;
        readWorkbook(spoilt, 0);
      }),
    );
  });
});
