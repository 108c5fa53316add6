/** The portfolio's query from an address: `?enhet=a,b&aar=2027&gruppe=ark`. */
import * as z from 'zod/mini';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { isId } from '../../../shared/ids/ids.ts';
import {
  PORTFOLIO_GROUPINGS,
  PORTFOLIO_WORDS,
  type PortfolioQuery,
  WITHOUT,
} from '../../../shared/portfolio/portfolio.ts';

const MOST_VALUES = 500;
const MOST_ITEMS = 500;
const DEFAULT_ITEMS = 50;
const LAST_PAGE = 1_000_000;

/** Values after each other with commas, or the parameter several times; empty means all. */
function list(isValue: (value: string) => boolean) {
  const given = z.optional(z.union([z.string(), z.array(z.string())]));
  const values = z.transform((parts: string | string[] | undefined): string[] => [
    ...new Set([parts ?? []].flat().flatMap((part) => part.split(',').filter(Boolean))),
  ]);
  const value = z.string().check(z.refine(isValue));
  return z.pipe(z.pipe(given, values), z.array(value).check(z.maxLength(MOST_VALUES)));
}

const oneOf = (words: readonly string[]) => list((value) => words.includes(value));
const ids = list((value) => value === WITHOUT || isId(value));

function count(initial: number, most: number) {
  return z.pipe(
    z.pipe(
      z._default(z.string().check(z.regex(/^\d{1,7}$/)), String(initial)),
      z.transform(Number),
    ),
    z.int().check(z.gte(1), z.lte(most)),
  );
}

const querySchema = z.strictObject({
  enhet: ids,
  ark: list(isId),
  slag: oneOf(PORTFOLIO_WORDS.slag),
  beslutning: oneOf(PORTFOLIO_WORDS.beslutning),
  status: oneOf(PORTFOLIO_WORDS.status),
  aar: list((value) => value === WITHOUT || /^\d{4}$/.test(value)),
  stage: oneOf(PORTFOLIO_WORDS.stage),
  flagg: oneOf(PORTFOLIO_WORDS.flagg),
  gruppe: z.optional(z.enum(PORTFOLIO_GROUPINGS)),
  side: count(1, LAST_PAGE),
  antall: count(DEFAULT_ITEMS, MOST_ITEMS),
});

/** Throws Refusal `body.invalid`, which names the parameters that cannot be. */
export function readPortfolioQuery(value: unknown): PortfolioQuery {
  const parsed = querySchema.safeParse(value);
  if (parsed.success) return { ...parsed.data, gruppe: parsed.data.gruppe };
  const known = Object.keys(querySchema.shape);
  const names = parsed.error.issues.map(({ path }) => String(path[0] ?? ''));
  const where = [...new Set(names)].filter((name) => known.includes(name));
  // A parameter that is not one of ours is not repeated.
  const detail =
    where.length > 0 ? `Se på: ${where.join(', ')}.` : `Disse finnes: ${known.join(', ')}.`;
  throw new Refusal('body.invalid', detail);
}
