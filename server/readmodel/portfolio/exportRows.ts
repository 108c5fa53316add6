/**
 * The portfolio as a table for those who go on working in a spreadsheet or in Framsikt: a row for
 * each gevinst, once, with the tiltak that it comes from, and a row for each tiltak that gives none
 * of those.
 */
import { estimateByYear, type Period, yearsOf } from '../../../shared/gevinst/amounts.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import type { PortfolioSums } from '../../../shared/portfolio/portfolio.ts';
import type {
  Beslutning,
  GevinstSlag,
  TiltakStatus,
} from '../../../shared/sheet/schema/vocabulary.ts';
import type { EnhetTree } from './enhetTree.ts';
import type { GevinstItem, Item, TiltakItem } from './items.ts';

/** Amounts stand in the order of the years, null where there is none. */
type Amounts = readonly (number | null)[];

export interface PortfolioRow {
  readonly tiltak: readonly string[];
  /** Of the tiltak that has come furthest, as are its decision and its status. */
  readonly ansvar: string;
  readonly frist: string | null;
  readonly beslutning: Beslutning | null;
  readonly status: TiltakStatus | null;
  readonly enhet: string;
  readonly ark: string;
  /** The gevinst's, else the tiltak's. */
  readonly description: string;
  /** Undefined on the row of a tiltak. */
  readonly gevinst:
    | {
        readonly title: string;
        readonly slag: GevinstSlag;
        readonly eier: string;
        readonly unit: AmountUnit | undefined;
        readonly estimate: Amounts;
        readonly realised: Amounts;
        readonly budsjettvirkning: Amounts;
      }
    | undefined;
}

export interface PortfolioExport {
  readonly program: string;
  readonly years: readonly string[];
  readonly rows: readonly PortfolioRow[];
  /** Of all that is exported. */
  readonly sums: PortfolioSums;
}

export function exportRows(
  items: readonly Item[],
  tree: EnhetTree,
  period: Period,
): readonly PortfolioRow[] {
  const exported = new Set(
    items.flatMap((item) => (item.type === 'gevinst' ? item.tiltak.map(({ id }) => id) : [])),
  );
  return items.flatMap((item) => {
    if (item.type === 'gevinst') return [gevinstRow(item, tree, yearsOf(period), period)];
    return exported.has(item.row.id) ? [] : [tiltakRow(item, tree)];
  });
}

function gevinstRow(
  { rows, row, tiltak, unit }: GevinstItem,
  tree: EnhetTree,
  years: readonly string[],
  period: Period,
): PortfolioRow {
  const byYear = (amounts: Readonly<Record<string, number>>) =>
    years.map((year) => amounts[year] ?? null);
  const { title, slag, eier } = row;
  return {
    tiltak: tiltak.map((each) => each.title),
    ansvar: tiltak[0]?.ansvar ?? '',
    frist: tiltak[0]?.frist ?? null,
    beslutning: tiltak[0]?.beslutning ?? null,
    status: tiltak[0]?.status ?? null,
    ...placeOf(rows, tree),
    description: row.description,
    gevinst: {
      ...{ title, slag, eier, unit },
      estimate: byYear(estimateByYear(row, period)),
      realised: byYear(unit === undefined ? {} : row.realised),
      budsjettvirkning: byYear(row.budsjettvirkning),
    },
  };
}

function tiltakRow({ rows, row }: TiltakItem, tree: EnhetTree): PortfolioRow {
  const { title, ansvar, frist, beslutning, status, description } = row;
  return {
    tiltak: [title],
    ...{ ansvar, frist, beslutning, status },
    ...placeOf(rows, tree),
    description,
    gevinst: undefined,
  };
}

function placeOf({ sheet }: Item['rows'], tree: EnhetTree) {
  const enhet = sheet.enhetId === null ? undefined : tree.get(sheet.enhetId);
  return { enhet: enhet?.name ?? '', ark: sheet.title };
}
