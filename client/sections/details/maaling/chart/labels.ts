/** The words in a måling's graph: beside its ends and its newest value, where they cover nothing. */
import { amountWithUnit, isPercent } from '../../../../../shared/maaling/amount.ts';
import type { Maaling } from '../../../../../shared/sheet/schema/entities.ts';
import type { Translate } from '../../../../i18n/i18n.ts';
import { type ChartLayout, dotsOf, isFree, type Label, labelBeside, type Spot } from './layout.ts';

/** Nullpunkt, ønsket verdi and the newest value in words, each where it covers no mark and no other. */
export function labelsOf(
  t: Translate,
  maaling: Maaling,
  layout: ChartLayout,
  letter: number,
): Label[] {
  const { start, target, series } = maaling;
  const { plot } = layout;
  const isUp = (target.value ?? 0) >= (start.value ?? 0);
  const level = (height: number | undefined): Spot | undefined =>
    height === undefined ? undefined : { x: plot.right, y: height };
  const latest = series.at(-1);
  // As short as the numbers up the side, where the unit stands already.
  const write = (value: number): string =>
    amountWithUnit(value / layout.numbers.divisor, isPercent(maaling.unit) ? maaling.unit : '');
  const wanted: readonly (readonly [string, Spot | undefined, boolean])[] = [
    [
      target.value === null ? '' : t('maaling.chart.labelTarget', { value: write(target.value) }),
      layout.target ?? level(layout.targetLevel),
      isUp,
    ],
    [
      start.value === null ? '' : t('maaling.chart.labelStart', { value: write(start.value) }),
      layout.start ?? level(layout.startLevel),
      !isUp,
    ],
    [latest === undefined ? '' : write(latest.value), layout.measured.at(-1), isUp],
  ];
  const marks = [...dotsOf(layout), layout.start, layout.target].filter((at) => at !== undefined);
  const labels: Label[] = [];
  for (const [text, spot, isAbove] of wanted) {
    if (text === '' || spot === undefined) continue;
    const free = [isAbove, !isAbove]
      .map((above) => labelBeside(text, spot, above, layout, letter))
      .find((label) => isFree(label, [...labels, ...marks], letter));
    if (free !== undefined) labels.push(free);
  }
  return labels;
}
