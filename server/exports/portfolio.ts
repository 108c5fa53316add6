/**
 * The portfolio as tables, with the columns that people know from Framsikt first: tiltak, ansvar,
 * enhet, the amount of each year and the description.
 */
import { PORTFOLIO_STAGES, type YearSums } from '../../shared/portfolio/portfolio.ts';
import type { PortfolioExport, PortfolioRow } from '../readmodel/portfolio/exportRows.ts';
import { csvOf } from './csv.ts';
import type { Cell, Row, Table } from './tables.ts';
import { BESLUTNING, GEVINST_SLAG, GEVINST_UNIT, STAGE, STATUS } from './words.ts';

const SEPARATOR = ' | ';

/** The names of the tables are those of the tabs of a workbook. */
export interface PortfolioTables extends Readonly<Record<string, Table>> {
  readonly Portefølje: Table;
  readonly Summer: Table;
}

export function portfolioTables(portfolio: PortfolioExport): PortfolioTables {
  return { Portefølje: rowTable(portfolio), Summer: sumTable(portfolio) };
}

/** The rows alone: a file with one table is what other programs can take in. */
export function writePortfolioCsv({ Portefølje: rows }: PortfolioTables): string {
  return csvOf([rows]);
}

function rowTable({ years, rows }: PortfolioExport): Table {
  const perYear = (name: string) => years.map((year) => `${name} ${year}`);
  return {
    header: [
      ...['Tiltak', 'Ansvar', 'Enhet', ...perYear('Beløp'), 'Måles i', 'Beskrivelse'],
      ...['Ark', 'Gevinst', 'Type', 'Gevinsteier', 'Beslutning', 'Status', 'Frist'],
      ...perYear('Realisert'),
      ...perYear('Budsjettvirkning kr'),
    ],
    rows: rows.map((row) => rowOf(row, years)),
  };
}

function rowOf(row: PortfolioRow, years: readonly string[]): Row {
  const { gevinst, beslutning, status, frist } = row;
  const none: readonly null[] = years.map(() => null);
  return [
    ...[row.tiltak.join(SEPARATOR), row.ansvar, row.enhet],
    ...(gevinst?.estimate ?? none),
    ...[gevinst === undefined ? '' : GEVINST_UNIT[gevinst.slag], row.description],
    ...[row.ark, gevinst?.title ?? ''],
    ...[gevinst === undefined ? '' : GEVINST_SLAG[gevinst.slag], gevinst?.eier ?? ''],
    ...[beslutning === null ? '' : BESLUTNING[beslutning], status === null ? '' : STATUS[status]],
    frist === null ? null : { day: frist },
    ...(gevinst?.realised ?? none),
    ...(gevinst?.budsjettvirkning ?? none),
  ];
}

function sumTable({ years, sums }: PortfolioExport): Table {
  const row = (type: string, unit: string, what: string, { byYear, total }: YearSums): Row => [
    ...[type, unit, what],
    ...years.map((year): Cell => byYear[year] ?? null),
    total,
  ];
  const { unngaatte_kostnader: kroner, spart_tid: timer } = GEVINST_SLAG;
  const states = ['potensial', 'vedtatt', 'avvist'] as const;
  return {
    header: ['Type', 'Måles i', 'Beløpene er', ...years, 'Sum'],
    rows: [
      ...PORTFOLIO_STAGES.map((stage) => row(kroner, 'kr', STAGE[stage], sums.kroner[stage])),
      ...PORTFOLIO_STAGES.map((stage) => row(timer, 'timer', STAGE[stage], sums.timer[stage])),
      ...states.map((state) =>
        row('Budsjettvirkning', 'kr', STAGE[state], sums.budsjettvirkning[state]),
      ),
    ],
  };
}
