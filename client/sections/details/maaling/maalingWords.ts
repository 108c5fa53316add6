/** What a måling comes to, in words: how far it has come, whether it is late, what its graph shows. */
import { formatDate } from '../../../../shared/format/date.ts';
import {
  directionOf,
  isMeasurementLate,
  latestMeasured,
  maaloppnaaelse,
  nextMeasurementDue,
} from '../../../../shared/gevinst/maaloppnaaelse.ts';
import { amountWithUnit, shareInPercent } from '../../../../shared/maaling/amount.ts';
import type { Maaling } from '../../../../shared/sheet/schema/entities.ts';
import type { Translate } from '../../../i18n/i18n.ts';

/** Decimals shown at most where a value is told: small numbers are nothing without theirs. */
const DECIMALS = { small: 6, other: 2 } as const;

export function amountOf({ unit }: Pick<Maaling, 'unit'>, value: number): string {
  const maxDecimals = Math.abs(value) < 1 ? DECIMALS.small : DECIMALS.other;
  return amountWithUnit(value, unit, { maxDecimals });
}

/** «Fra 32,8 % mot 60 %: 41 % av veien», or what is missing before that can be said. */
export function waySentence(t: Translate, maaling: Maaling): string {
  const { start, target } = maaling;
  if (start.value === null && target.value === null) return t('maaling.way.nothing');
  if (start.value === null) {
    return t('maaling.way.noStart', { target: amountOf(maaling, target.value ?? 0) });
  }
  const from = amountOf(maaling, start.value);
  if (target.value === null) return t('maaling.way.noTarget', { start: from });
  if (start.value === target.value) return t('maaling.way.same', { start: from });
  const ends = { start: from, target: amountOf(maaling, target.value) };
  const share = maaloppnaaelse(maaling);
  if (share === undefined) return t('maaling.way.unmeasured', ends);
  const values = { ...ends, share: shareInPercent(share) };
  if (share >= 1) return t('maaling.way.reached', values);
  return share < 0 ? t('maaling.way.backwards', values) : t('maaling.way.on', values);
}

/** When the next value is due, or that it is overdue; undefined where nothing says when. */
export function dueSentence(t: Translate, maaling: Maaling, today: string): string | undefined {
  const due = nextMeasurementDue(maaling);
  if (due === undefined) return undefined;
  const values = { date: formatDate(due) };
  return isMeasurementLate(maaling, today)
    ? t('maaling.due.late', values)
    : t('maaling.due.next', values);
}

export function directionWords(t: Translate, maaling: Maaling): string {
  const direction = directionOf(maaling);
  return direction === undefined
    ? t('maaling.direction.unknown')
    : t(`maaling.direction.${direction}`);
}

/** The graph for those who do not see it. */
export function chartWords(t: Translate, maaling: Maaling): string {
  const { start, target, series } = maaling;
  const at = (value: number, date: string | null): string =>
    date === null ? amountOf(maaling, value) : `${amountOf(maaling, value)} (${formatDate(date)})`;
  const latest = latestMeasured(maaling);
  const values = series.map(({ value }) => value);
  return [
    start.value !== null && t('maaling.chart.start', { what: at(start.value, start.date) }),
    target.value !== null && t('maaling.chart.target', { what: at(target.value, target.date) }),
    latest === undefined
      ? t('maaling.chart.unmeasured')
      : t('maaling.chart.measured', {
          count: series.length,
          lowest: amountOf(maaling, Math.min(...values)),
          highest: amountOf(maaling, Math.max(...values)),
          last: at(latest.value, latest.date),
        }),
    waySentence(t, maaling),
    series.length > 0 && t('maaling.chart.table'),
  ]
    .filter((sentence) => sentence !== false)
    .map((sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`))
    .join(' ');
}
