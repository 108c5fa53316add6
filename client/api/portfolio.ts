/** The calls about a programme's portfolio: its rows and sums, and the same as a file. */
import * as z from 'zod/mini';
import {
  type AnyId,
  type EnhetId,
  type GevinstId,
  type MaalingId,
  type MaaltallId,
  type ProgramId,
  parseId,
  type SheetId,
  type TiltakId,
} from '../../shared/ids/ids.ts';
import {
  PORTFOLIO_FLAGS,
  type PortfolioAnswer,
  type PortfolioGevinst,
  type PortfolioItem,
  type PortfolioProgram,
  type PortfolioSums,
  type PortfolioTiltak,
} from '../../shared/portfolio/portfolio.ts';
import {
  COMPARISONS,
  GEVINST_WORDS,
  MAALTALL_BASES,
} from '../../shared/program/schema/vocabulary.ts';
import {
  BESLUTNINGER,
  GEVINST_SLAG,
  RATINGS,
  SHEET_KINDS,
  TILTAK_SLAG,
  TILTAK_STATUS,
} from '../../shared/sheet/schema/vocabulary.ts';
import { type ApiResult, callApi, fetchFile } from './request.ts';

/** An id of ours, as whatever kind of id stands there. */
export function idSchema<Id extends AnyId>() {
  return z.pipe(
    z.string().check(z.refine((id) => parseId<Id>(id) !== undefined)),
    z.transform((id) => id as Id),
  );
}

const text = z.string();
const maybeText = z.nullable(z.string());
const number = z.number();
const byYear = z.record(z.string(), number);
const measure = z.object({ value: z.nullable(number), date: maybeText });
const measured = z.object({ date: text, value: number });

const yearSums = z.object({ byYear, total: number });
const countedSums = z.object({ ...yearSums.shape, count: number });
const staged = <T extends z.ZodMiniType>(of: T) =>
  z.object({ potensial: of, vedtatt: of, avvist: of, realisert: of });

export const sumsSchema = z.object({
  tiltak: number,
  gevinster: number,
  kroner: staged(countedSums),
  timer: staged(countedSums),
  budsjettvirkning: z.object({ potensial: yearSums, vedtatt: yearSums, avvist: yearSums }),
  kvalitet: z.object({ count: number, maalt: number, oppnaadd: number }),
}) satisfies z.ZodMiniType<PortfolioSums>;

const place = {
  sheetId: idSchema<SheetId>(),
  sheetTitle: text,
  sheetKind: z.enum(SHEET_KINDS),
  enhetId: z.nullable(idSchema<EnhetId>()),
  flags: z.array(z.enum(PORTFOLIO_FLAGS)),
  touchedAt: number,
};

export const tiltakSchema = z.object({
  ...place,
  type: z.literal('tiltak'),
  id: idSchema<TiltakId>(),
  title: text,
  description: text,
  slag: z.enum(TILTAK_SLAG),
  ansvar: text,
  frist: maybeText,
  status: z.enum(TILTAK_STATUS),
  beslutning: z.enum(BESLUTNINGER),
  gevinstpotensial: z.nullable(z.literal(RATINGS)),
  gjennomforbarhet: z.nullable(z.literal(RATINGS)),
  dypdykkId: maybeText,
  gevinster: number,
}) satisfies z.ZodMiniType<PortfolioTiltak>;

const maalingSchema = z.object({
  id: idSchema<MaalingId>(),
  name: text,
  unit: text,
  start: measure,
  target: measure,
  latest: z.nullable(measured),
  maaloppnaaelse: z.nullable(number),
});

export const gevinstSchema = z.object({
  ...place,
  type: z.literal('gevinst'),
  id: idSchema<GevinstId>(),
  title: text,
  description: text,
  slag: z.enum(GEVINST_SLAG),
  state: z.enum(['potensial', 'vedtatt', 'avvist']),
  beslutning: z.nullable(z.enum(BESLUTNINGER)),
  status: z.nullable(z.enum(TILTAK_STATUS)),
  eier: text,
  ansvarlig: text,
  realiseresDato: maybeText,
  tiltak: z.array(z.object({ id: idSchema<TiltakId>(), title: text })),
  estimate: byYear,
  realised: byYear,
  budsjettvirkning: byYear,
  maalinger: z.array(maalingSchema),
}) satisfies z.ZodMiniType<PortfolioGevinst>;

export const portfolioProgramSchema = z.object({
  id: idSchema<ProgramId>(),
  name: text,
  period: z.object({ from: number, to: number }),
  hoursPerAarsverk: number,
  gevinstWord: z.enum(GEVINST_WORDS),
}) satisfies z.ZodMiniType<PortfolioProgram>;

const group = z.object({
  key: text,
  name: maybeText,
  parent: maybeText,
  depth: number,
  sums: sumsSchema,
});

const maaltall = z.object({
  id: idSchema<MaaltallId>(),
  name: text,
  unit: text,
  comparison: z.enum(COMPARISONS),
  target: measure,
  basis: z.nullable(z.enum(MAALTALL_BASES)),
  latest: z.nullable(measured),
  sums: z.nullable(staged(yearSums)),
});

const problem = z.object({
  sheetId: idSchema<SheetId>(),
  title: maybeText,
  kind: z.enum(['unreadable', 'illTyped']),
  count: number,
});

const answerSchema = z.object({
  version: number,
  pending: number,
  program: portfolioProgramSchema,
  sums: sumsSchema,
  aarsverk: staged(yearSums),
  groups: z.array(group),
  items: z.array(
    z.discriminatedUnion('type', [
      tiltakSchema,
      gevinstSchema,
    ]) satisfies z.ZodMiniType<PortfolioItem>,
  ),
  page: z.object({ side: number, antall: number, total: number }),
  flags: z.object({ forsinket: number, urort: number, utenEier: number, utenMaaling: number }),
  maaltall: z.array(maaltall),
  problems: z.array(problem),
}) satisfies z.ZodMiniType<PortfolioAnswer>;

interface PortfolioCall {
  readonly programId: ProgramId;
  readonly key: string;
  /** What is asked for, as the address of a view says it, and more that only the server needs. */
  readonly params: URLSearchParams;
}

export function fetchPortfolio(
  { programId, key, params }: PortfolioCall,
  signal?: AbortSignal,
): Promise<ApiResult<PortfolioAnswer>> {
  return callApi({
    method: 'GET',
    path: `/api/programs/${programId}/portfolio?${params}`,
    key,
    answer: answerSchema,
    signal,
  });
}

export const PORTFOLIO_FORMATS = ['xlsx', 'csv'] as const;
export type PortfolioFormat = (typeof PORTFOLIO_FORMATS)[number];

/** All rows that are asked for, whatever their page, in the columns of Framsikt. */
export function fetchPortfolioFile(
  { programId, key, params }: PortfolioCall,
  format: PortfolioFormat,
): Promise<ApiResult<Blob>> {
  return fetchFile({
    path: `/api/programs/${programId}/portfolio/export/${format}?${params}`,
    key,
  });
}
