/** Numbers and names of the portfolio in words. */
import { formatNumber } from '../../shared/format/number.ts';
import { type Period, yearsOf } from '../../shared/gevinst/amounts.ts';
import type { AmountUnit } from '../../shared/gevinst/calculators.ts';
import type { PortfolioQuery, PortfolioStage } from '../../shared/portfolio/portfolio.ts';
import type { GevinstWord } from '../../shared/program/schema/vocabulary.ts';
import type { Translate } from '../i18n/i18n.ts';

/** The stages that are added up and drawn; what is avvist is told beside them. */
export const SHOWN_STAGES = [
  'potensial',
  'vedtatt',
  'realisert',
] as const satisfies readonly PortfolioStage[];
export type ShownStage = (typeof SHOWN_STAGES)[number];

/** The type of gevinst that is counted in a unit. */
export const SLAG_OF_UNIT = { kroner: 'unngaatte_kostnader', timer: 'spart_tid' } as const;

/** «3 gevinster», or nyttevirkninger where the programme calls them so. */
export function gevinsterText(count: number, word: GevinstWord, t: Translate): string {
  return t(`portefolje.antall.${word}`, { count });
}

/** The years that sums are of, in order: those that are chosen, else the whole period. */
export function shownYears(
  { aar }: Pick<PortfolioQuery, 'aar'>,
  period: Period,
): readonly string[] {
  const all = yearsOf(period);
  const chosen = all.filter((year) => aar.includes(year));
  return chosen.length === 0 ? all : chosen;
}

/** «2024–2027» for the whole period, «2025, 2026» for years that are chosen. */
export function yearsText(query: Pick<PortfolioQuery, 'aar'>, period: Period): string {
  const years = shownYears(query, period);
  const isWhole = years.length === yearsOf(period).length;
  return isWhole && years.length > 1 ? `${period.from}–${period.to}` : years.join(', ');
}

/** Large amounts in few signs, for the axis of a chart: «1,5 mill.», «500 000». */
export function shortAmount(amount: number, t: Translate): string {
  const size = Math.abs(amount);
  if (size >= 1e9) return t('portefolje.mrd', { number: formatNumber(amount / 1e9) });
  if (size >= 1e6) return t('portefolje.mill', { number: formatNumber(amount / 1e6) });
  return formatNumber(amount);
}

/**
 * How many kroner (or hours) one of a måltall's unit is, as people write units; undefined for one that
 * cannot be compared with the portfolio's sums.
 */
export function unitSize(unit: string, basis: AmountUnit): number | undefined {
  const words = unit
    .toLowerCase()
    .replace(/[.\s]+/g, ' ')
    .trim();
  if (basis === 'timer') return /^(timer?|timar|t|hours?)$/.test(words) ? 1 : undefined;
  const match =
    /^(?:(mill|million|millioner|millionar|mrd|milliard|milliarder|tusen|1000|1 000) )?(?:kr|kroner|nok)$/.exec(
      words,
    );
  if (match === null) return { mnok: 1e6, tkr: 1e3, mkr: 1e6 }[words];
  const [, times = ''] = match;
  if (times.startsWith('mill') && !times.startsWith('milliard')) return 1e6;
  if (times === 'mrd' || times.startsWith('milliard')) return 1e9;
  return times === '' ? 1 : 1e3;
}
