/**
 * What the portfolio shows, as the address says it: `?enhet=…&aar=2026&aar=2027&gruppe=ark&side=2`.
 * A view can so be shared as a link, and the way back leads to the one before. What an address holds
 * that is not known is passed over.
 */
import {
  PORTFOLIO_GROUPINGS,
  PORTFOLIO_WORDS,
  type PortfolioFilters,
  type PortfolioGrouping,
  type PortfolioQuery,
  WITHOUT,
} from '../../shared/portfolio/portfolio.ts';

export type FilterName = keyof PortfolioFilters;

/** In the order in which they are shown. */
export const FILTERS = [
  'enhet',
  'ark',
  'slag',
  'beslutning',
  'status',
  'aar',
  'stage',
  'flagg',
] as const satisfies readonly FilterName[];

/** Items a page: as many as one reads through, and few enough to show at once on a phone. */
const ITEMS_PER_PAGE = 50;

const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;

/** Every item of a programme, on its first page. */
export const EVERYTHING: PortfolioQuery = {
  enhet: [],
  ark: [],
  slag: [],
  beslutning: [],
  status: [],
  aar: [],
  stage: [],
  flagg: [],
  gruppe: undefined,
  side: 1,
  antall: ITEMS_PER_PAGE,
};

/** The query in an address's search part, with or without the question mark. */
export function readQuery(search: string): PortfolioQuery {
  const given = new URLSearchParams(search);
  const valuesOf = (name: FilterName) =>
    [...new Set(given.getAll(name))].filter((value) => isKnown(name, value));
  const side = Number(given.get('side'));
  return {
    ...EVERYTHING,
    ...filtersOf(valuesOf),
    gruppe: PORTFOLIO_GROUPINGS.find((grouping) => grouping === given.get('gruppe')),
    side: Number.isSafeInteger(side) && side > 1 ? side : 1,
  };
}

/** The search part of an address, `?…`; empty for everything. `readQuery` reads it back. */
export function searchOf(query: PortfolioQuery): string {
  const search = String(paramsOf(query));
  return search === '' ? '' : `?${search}`;
}

/** The query as parameters, without what goes without saying. */
export function paramsOf({ gruppe, side, ...filters }: PortfolioQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of FILTERS) {
    for (const value of filters[name]) params.append(name, value);
  }
  if (gruppe !== undefined) params.set('gruppe', gruppe);
  if (side > 1) params.set('side', String(side));
  return params;
}

/**
 * The same query with some filters replaced, on its first page. A number is made of the rows that are
 * left when its own year, type or stage takes the place of those that were chosen.
 */
export function narrowed(
  query: PortfolioQuery,
  filters: Partial<PortfolioFilters>,
): PortfolioQuery {
  return { ...query, ...filters, side: 1 };
}

/** The same query with one value of a filter put in or taken out. */
export function toggled(query: PortfolioQuery, name: FilterName, value: string): PortfolioQuery {
  const values = query[name];
  const changed = values.includes(value)
    ? values.filter((each) => each !== value)
    : [...values, value];
  return narrowed(query, { [name]: changed });
}

/** The filter that a grouping's key goes into. */
export function groupFilter(gruppe: PortfolioGrouping, key: string): Partial<PortfolioFilters> {
  return { [gruppe]: [key] };
}

export function hasFilters(query: PortfolioQuery): boolean {
  return FILTERS.some((name) => query[name].length > 0);
}

function filtersOf(valuesOf: (name: FilterName) => readonly string[]): PortfolioFilters {
  return {
    enhet: valuesOf('enhet'),
    ark: valuesOf('ark'),
    slag: valuesOf('slag'),
    beslutning: valuesOf('beslutning'),
    status: valuesOf('status'),
    aar: valuesOf('aar'),
    stage: valuesOf('stage'),
    flagg: valuesOf('flagg'),
  };
}

function isKnown(name: FilterName, value: string): boolean {
  switch (name) {
    case 'enhet':
    case 'ark':
      return ID_PATTERN.test(value);
    case 'aar':
      return value === WITHOUT || /^\d{4}$/.test(value);
    default:
      return PORTFOLIO_WORDS[name].some((word) => word === value);
  }
}
