/** Amounts of gevinster in words: with their unit, and hours as årsverk too. */
import { formatNumber } from '../../../shared/format/number.ts';
import { estimateByYear, inPeriod, unitOfSlag } from '../../../shared/gevinst/amounts.ts';
import { type AmountUnit, aarsverk } from '../../../shared/gevinst/calculators.ts';
import { total } from '../../../shared/gevinst/sums.ts';
import type { Gevinst } from '../../../shared/sheet/schema/entities.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Plan } from '../details/planSettings.ts';

/** «1 200 timer», «84 500 kr»: whole, for no estimate is known to the decimal. */
export function amountText(amount: number, unit: AmountUnit, t: Translate): string {
  const number = formatNumber(amount, { maxDecimals: 0 });
  return `${number}\u00a0${unit === 'timer' ? t('gevinst.hours') : t('gevinst.kroner')}`;
}

/** «≈ 0,71 årsverk». */
export function aarsverkText(hours: number, hoursPerAarsverk: number, t: Translate): string {
  return t('gevinst.aarsverk', { number: formatNumber(aarsverk(hours, hoursPerAarsverk)) });
}

/**
 * What a gevinst is estimated to in the whole period, the calculator's years included; undefined
 * where it is not estimated, or not priced.
 */
export function estimateText(
  gevinst: Gevinst,
  { period, hoursPerAarsverk }: Plan,
  t: Translate,
): string | undefined {
  const byYear = inPeriod(estimateByYear(gevinst, period), period);
  const unit = unitOfSlag(gevinst.slag);
  if (unit === undefined || Object.keys(byYear).length === 0) return undefined;
  const sum = total(byYear);
  const amount = amountText(sum, unit, t);
  return unit === 'timer' ? `${amount} ${aarsverkText(sum, hoursPerAarsverk, t)}` : amount;
}

/** «Spart tid · 2025–2028: 2 535 timer ≈ 1,5 årsverk». */
export function worthText(gevinst: Gevinst, plan: Plan, t: Translate): string {
  const slag = t(`gevinst.slag.${gevinst.slag}`);
  const amount = estimateText(gevinst, plan, t);
  if (amount === undefined) return slag;
  return `${slag} · ${t('gevinst.iPerioden', { ...plan.period, amount })}`;
}
