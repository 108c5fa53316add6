/** A calculation as one reads it: its numbers put together, and what comes out of them. */
import { formatNumber } from '../../../../shared/format/number.ts';
import type { CalculationKind, FactorName } from '../../../../shared/sheet/schema/vocabulary.ts';
import type { Translate } from '../../../i18n/i18n.ts';

export type AnyFactor = FactorName<CalculationKind>;

/** Shares stand as 0 to 1 in the document, and are read and written as percent. */
const PERCENT: readonly AnyFactor[] = ['reduksjon'];

/** A factor's number as it is shown in its field. */
export function shownFactor(name: AnyFactor, stored: number): number {
  // 0.07 × 100 is a little more than 7 to a computer.
  return PERCENT.includes(name) ? Number((stored * 100).toPrecision(12)) : stored;
}

/** What stands in a factor's field as it is stored. */
export function storedFactor(name: AnyFactor, shown: number): number {
  return PERCENT.includes(name) ? shown / 100 : shown;
}

/** «12 000 stk × (10 − 4) min / 60». All factors must be there. */
export function formulaWithNumbers(
  kind: CalculationKind,
  factors: Readonly<Record<string, number>>,
  t: Translate,
): string {
  const of = (name: AnyFactor) => formatNumber(shownFactor(name, factors[name] ?? 0));
  switch (kind) {
    case 'faerre_oppgaver':
      return t('beregning.tall.faerre_oppgaver', {
        kostnad: of('kostnadPerOppgave'),
        oppgaver: of('unngaatteOppgaver'),
      });
    case 'mindre_forbruk':
      return t('beregning.tall.mindre_forbruk', {
        forbruk: of('forbruk'),
        reduksjon: of('reduksjon'),
        pris: of('pris'),
      });
    case 'reforhandling':
      return t('beregning.tall.reforhandling', {
        dagens: of('dagensPris'),
        ny: of('nyPris'),
        volum: of('volum'),
      });
    case 'spart_tid':
      return t('beregning.tall.spart_tid', {
        antall: of('antall'),
        etter: of('minutterEtter'),
        foer: of('minutterFor'),
      });
  }
}
