/**
 * The calculators of DOMAIN.md («Gevinst and måling»): unngåtte kostnader in three kinds, and spart
 * tid. Factors stand in the document by the names in `CALCULATION_FACTORS`; a result is worked out
 * anew from them wherever it is shown, and never stored.
 */
import type { Calculation } from '../sheet/schema/values.ts';
import { CALCULATION_FACTORS, type CalculationKind } from '../sheet/schema/vocabulary.ts';

/** What a gevinst is counted in. Spart tid is hours: it is never turned into kroner by itself. */
export type AmountUnit = 'kroner' | 'timer';

/**
 * Why a factor cannot be right. `negative`: a count, price or time below zero. `shareOverOne`: a
 * reduction of more than everything. `moreThanBefore`: minutter etter over minutter før, or ny
 * pris over dagens.
 */
export type FactorFault = 'negative' | 'shareOverOne' | 'moreThanBefore';

export interface CalculationResult {
  readonly unit: AmountUnit;
  /** Kroner or hours a year; undefined while a factor is missing or cannot be right. */
  readonly perYear: number | undefined;
  /** By the name of the factor. */
  readonly faults: Readonly<Partial<Record<string, FactorFault>>>;
}

/** Hours of an årsverk where the programme does not say otherwise (DOMAIN.md). */
export const DEFAULT_AARSVERK_HOURS = 1695;

const MINUTES_PER_HOUR = 60;

type Factors = Readonly<Record<string, number>>;

const FORMULAS: Readonly<Record<CalculationKind, (of: (name: string) => number) => number>> = {
  faerre_oppgaver: (of) => of('kostnadPerOppgave') * of('unngaatteOppgaver'),
  mindre_forbruk: (of) => of('forbruk') * of('reduksjon') * of('pris'),
  reforhandling: (of) => (of('dagensPris') - of('nyPris')) * of('volum'),
  spart_tid: (of) => (of('antall') * (of('minutterFor') - of('minutterEtter'))) / MINUTES_PER_HOUR,
};

/** Factors that must not be larger than another one: what is after, and what was before. */
const AFTER_AND_BEFORE: Readonly<Partial<Record<CalculationKind, readonly [string, string]>>> = {
  reforhandling: ['nyPris', 'dagensPris'],
  spart_tid: ['minutterEtter', 'minutterFor'],
};

/** What a calculator of this kind counts in. */
export function unitOfCalculation(kind: CalculationKind): AmountUnit {
  return kind === 'spart_tid' ? 'timer' : 'kroner';
}

/** The result of a calculation; undefined when no calculator is chosen. Never throws. */
export function calculate({ kind, factors }: Calculation): CalculationResult | undefined {
  if (kind === null) return undefined;
  const names: readonly string[] = CALCULATION_FACTORS[kind];
  const faults = faultsOf(kind, names, factors);
  const isWhole = names.every((name) => factors[name] !== undefined);
  const amount =
    isWhole && Object.keys(faults).length === 0
      ? FORMULAS[kind]((name) => factors[name] ?? 0)
      : undefined;
  return {
    unit: unitOfCalculation(kind),
    // Factors may be so large that their product is no number any more.
    perYear: Number.isFinite(amount) ? amount : undefined,
    faults,
  };
}

/** Hours as årsverk, by the divisor of the programme's settings (hours per årsverk). */
export function aarsverk(hours: number, hoursPerAarsverk = DEFAULT_AARSVERK_HOURS): number {
  return hours / hoursPerAarsverk;
}

function faultsOf(
  kind: CalculationKind,
  names: readonly string[],
  factors: Factors,
): Partial<Record<string, FactorFault>> {
  const faults: Partial<Record<string, FactorFault>> = {};
  for (const name of names) {
    const value = factors[name];
    if (value === undefined) continue;
    if (value < 0) faults[name] = 'negative';
    else if (name === 'reduksjon' && value > 1) faults[name] = 'shareOverOne';
  }
  const [after, before] = AFTER_AND_BEFORE[kind] ?? [];
  if (after === undefined || before === undefined) return faults;
  const [later, earlier] = [factors[after], factors[before]];
  // What is wrong by itself says nothing about the other one.
  const canCompare = faults[after] === undefined && faults[before] === undefined;
  if (canCompare && later !== undefined && earlier !== undefined && later > earlier) {
    faults[after] = 'moreThanBefore';
  }
  return faults;
}
