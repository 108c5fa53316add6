import { describe, expect, it } from 'vitest';
import type { EnhetId, ProgramId, SheetId } from '../../shared/ids/ids.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { A_PROGRAM, ALL } from '../../tests/world/portfolios.ts';
import { aSheet, type Contents } from '../../tests/world/sheets.ts';
import { unzipText } from '../../tests/world/zip.ts';
import { Portfolio } from '../readmodel/portfolio/portfolio.ts';
import { projectSheet } from '../readmodel/rows.ts';
import { createExporter } from './exporter.ts';
import { portfolioTables, writePortfolioCsv } from './portfolio.ts';

const place = {
  sheetId: 'a-sheet-of-tests' as SheetId,
  programId: 'a-programme' as ProgramId,
  createdAt: 0,
};

function exported(contents: Contents, enhetId: string | null = null) {
  const { snapshot } = readSnapshot(aSheet(contents).doc);
  const sheet = { ...snapshot.sheet, enhetId };
  const portfolio = new Portfolio(A_PROGRAM);
  const touches = { known: new Map(), at: 0 };
  portfolio.putSheet(projectSheet(place, { ...snapshot, sheet }, 0, touches).rows);
  return portfolio.export(ALL, { now: 0, today: '2026-01-01' });
}

const csvOf = (...of: Parameters<typeof exported>) =>
  writePortfolioCsv(portfolioTables(exported(...of)));

describe('the portfolio as CSV', () => {
  it('has the columns that people know from Framsikt first', () => {
    const [header, row, ...rest] = csvOf(
      {
        header: { title: 'Arket' },
        gevinster: [
          {
            slag: 'unngaatte_kostnader',
            title: 'Lavere kostnad',
            description: 'Mindre av alt',
            estimate: { '2026': 1234.5, '2028': 10, '2030': 5 },
            realised: { '2026': 7 },
          },
        ],
      },
      'oppvekst' as EnhetId,
    )
      .replace('﻿', '')
      .trim()
      .split('\r\n');
    expect(header).toBe(
      'Tiltak;Ansvar;Enhet;Beløp 2025;Beløp 2026;Beløp 2027;Beløp 2028;Måles i;Beskrivelse;Ark;' +
        'Gevinst;Type;Gevinsteier;Beslutning;Status;Frist;' +
        'Realisert 2025;Realisert 2026;Realisert 2027;Realisert 2028;' +
        'Budsjettvirkning kr 2025;Budsjettvirkning kr 2026;Budsjettvirkning kr 2027;' +
        'Budsjettvirkning kr 2028',
    );
    expect(row).toBe(
      ';;Enheten oppvekst;;1234,5;;10;kr;Mindre av alt;Arket;Lavere kostnad;' +
        'Unngåtte kostnader;;;;;;7;;;;;;',
    );
    expect(rest).toEqual([]);
  });

  it('gives a tiltak without gevinst a row of its own', () => {
    const { rows } = exported({
      tiltak: [{ title: 'Ett' }, { title: 'Et annet', frist: '2026-05-01' }],
    });
    expect(rows.map(({ tiltak, frist }) => [tiltak, frist])).toEqual([
      [['Ett'], null],
      [['Et annet'], '2026-05-01'],
    ]);
  });

  it.each(['=1+1', '+47', '-1', '@sum', '\t=1', ' =1'])('makes no formula of %j', (text) => {
    const csv = csvOf({
      header: { title: text },
      tiltak: [{ title: text, ansvar: text, description: text }],
      gevinster: [{ title: text, eier: text, description: text }],
    });
    for (const cell of csv.replace('﻿', '').split(/[;\r\n]+/)) {
      expect(cell).not.toMatch(/^"?\s*[=+\-@]/);
    }
    expect(csv).toContain(`'${text}`);
  });
});

it('the portfolio as a workbook has its rows and its sums, typed', async () => {
  const exporter = createExporter();
  try {
    const portfolio = exported({
      gevinster: [{ slag: 'spart_tid', title: '=Timer', estimate: { '2026': 1695 } }],
    });
    const json = new TextEncoder().encode(JSON.stringify(portfolio));
    const file = await exporter.writePortfolio('xlsx', json);
    const parts = unzipText(file);
    expect(parts.get('xl/workbook.xml')).toContain('name="Portefølje"');
    expect(parts.get('xl/workbook.xml')).toContain('name="Summer"');
    const text = [...parts.values()].join('\n');
    expect(text).toContain('=Timer');
    expect(text).not.toContain('<f>');
    expect(text).toMatch(/<v>1695<\/v>/);
  } finally {
    await exporter.close();
  }
});
