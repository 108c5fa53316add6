import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import { aCalculation } from '../../tests/world/gevinster.ts';
import {
  CALCULATION_FACTORS,
  CALCULATION_KINDS,
  type CalculationKind,
} from '../sheet/schema/vocabulary.ts';
import { aarsverk, calculate, DEFAULT_AARSVERK_HOURS, unitOfCalculation } from './calculators.ts';

const of = (kind: CalculationKind, factors: Readonly<Record<string, number>>) =>
  calculate({ kind, factors, assumptions: '' });

describe('worked by hand', () => {
  test('spart tid: 12 000 a year, 10 minutes before and 4 after, is 1 200 hours', () => {
    const result = of('spart_tid', { antall: 12_000, minutterFor: 10, minutterEtter: 4 });
    expect(result).toEqual({ unit: 'timer', perYear: 1200, faults: {} });
    expect(aarsverk(1200)).toBeCloseTo(0.708, 3);
    expect(aarsverk(1200, 1600)).toBe(0.75);
  });

  test('one årsverk is 1 695 hours where nothing else is said', () => {
    expect(DEFAULT_AARSVERK_HOURS).toBe(1695);
    expect(aarsverk(1695)).toBe(1);
  });

  test('the spared invoices of Avtalelojalitet: 3 380 × (20 − 5) min is 845 hours, half an årsverk', () => {
    const result = of('spart_tid', { antall: 3380, minutterFor: 20, minutterEtter: 5 });
    expect(result?.perYear).toBe(845);
    expect(aarsverk(845)).toBeCloseTo(0.5, 2);
  });

  test('færre oppgaver: a fee of 50 kroner on every other of 3 380 invoices is 84 500 kroner', () => {
    const result = of('faerre_oppgaver', { kostnadPerOppgave: 50, unngaatteOppgaver: 1690 });
    expect(result).toEqual({ unit: 'kroner', perYear: 84_500, faults: {} });
  });

  test('mindre forbruk: 20 million kroner of purchases cut by the 5 % of Hackett Group', () => {
    const result = of('mindre_forbruk', { forbruk: 20_000_000, reduksjon: 0.05, pris: 1 });
    expect(result).toEqual({ unit: 'kroner', perYear: 1_000_000, faults: {} });
  });

  test('mindre forbruk: 500 000 kWh cut by 12 % at 1.25 kroner is 75 000 kroner', () => {
    const result = of('mindre_forbruk', { forbruk: 500_000, reduksjon: 0.12, pris: 1.25 });
    expect(result?.perYear).toBe(75_000);
  });

  test('reforhandling: what cost 100 kroner costs 96, 200 000 times a year', () => {
    const result = of('reforhandling', { dagensPris: 100, nyPris: 96, volum: 200_000 });
    expect(result).toEqual({ unit: 'kroner', perYear: 800_000, faults: {} });
  });
});

describe('what cannot be right', () => {
  it('says nothing without a calculator', () => {
    expect(calculate({ kind: null, factors: { antall: 1 }, assumptions: '' })).toBeUndefined();
  });

  it('has no result while a factor is missing, and calls none of them wrong', () => {
    expect(of('spart_tid', { antall: 10, minutterFor: 5 })).toEqual({
      unit: 'timer',
      perYear: undefined,
      faults: {},
    });
  });

  it('tells each factor below zero', () => {
    const result = of('reforhandling', { dagensPris: -1, nyPris: 3, volum: -2 });
    expect(result).toEqual({
      unit: 'kroner',
      perYear: undefined,
      faults: { dagensPris: 'negative', volum: 'negative' },
    });
  });

  it('tells more minutes after than before, and a new price above today’s', () => {
    const time = of('spart_tid', { antall: 10, minutterFor: 4, minutterEtter: 5 });
    expect(time?.faults).toEqual({ minutterEtter: 'moreThanBefore' });
    const price = of('reforhandling', { dagensPris: 96, nyPris: 100, volum: 1 });
    expect(price?.faults).toEqual({ nyPris: 'moreThanBefore' });
    expect([time?.perYear, price?.perYear]).toEqual([undefined, undefined]);
  });

  it('tells them before the last factor is there', () => {
    const result = of('spart_tid', { minutterFor: 4, minutterEtter: 5 });
    expect(result?.faults).toEqual({ minutterEtter: 'moreThanBefore' });
  });

  it('tells a reduction of more than everything', () => {
    const result = of('mindre_forbruk', { forbruk: 10, reduksjon: 1.5, pris: 1 });
    expect(result?.faults).toEqual({ reduksjon: 'shareOverOne' });
    expect(of('mindre_forbruk', { forbruk: 10, reduksjon: 1, pris: 2 })?.perYear).toBe(20);
  });

  it('takes no time and no price for what they are: nothing is saved, and nothing is wrong', () => {
    const result = of('spart_tid', { antall: 0, minutterFor: 5, minutterEtter: 5 });
    expect(result).toEqual({ unit: 'timer', perYear: 0, faults: {} });
  });

  it('has no result where the numbers are too large for one', () => {
    const result = of('faerre_oppgaver', { kostnadPerOppgave: 1e300, unngaatteOppgaver: 1e300 });
    expect(result).toEqual({ unit: 'kroner', perYear: undefined, faults: {} });
  });
});

describe('for all factors', () => {
  test('a result is a number of its unit, never below zero, and comes only without faults', () => {
    always(aCalculation, (calculation) => {
      const result = calculate(calculation);
      if (calculation.kind === null) return expect(result).toBeUndefined();
      expect(result?.unit).toBe(unitOfCalculation(calculation.kind));
      if (result?.perYear === undefined) return;
      expect(Number.isFinite(result.perYear)).toBe(true);
      expect(result.perYear).toBeGreaterThanOrEqual(0);
      expect(result.faults).toEqual({});
    });
  });

  test('without faults and with all factors there is a result', () => {
    always(aCalculation, (calculation) => {
      const result = calculate(calculation);
      if (calculation.kind === null || result === undefined) return;
      const names = CALCULATION_FACTORS[calculation.kind];
      const isWhole = names.every((name) => name in calculation.factors);
      const isRight = Object.keys(result.faults).length === 0;
      expect(result.perYear !== undefined).toBe(isWhole && isRight);
    });
  });

  test('a fault stands at a factor that was entered; the others do not change it', () => {
    always(aCalculation, (calculation) => {
      for (const name of Object.keys(calculate(calculation)?.faults ?? {})) {
        expect(calculation.factors[name]).toBeDefined();
      }
    });
  });

  test('what stands beside the calculator’s own factors changes nothing', () => {
    always(fc.tuple(aCalculation, fc.double({ noNaN: true })), ([calculation, other]) => {
      const factors = { ...calculation.factors, ukjent: other };
      expect(calculate({ ...calculation, factors })).toEqual(calculate(calculation));
    });
  });

  test('twice as many is twice as much', () => {
    const linear = { faerre_oppgaver: 'unngaatteOppgaver', mindre_forbruk: 'forbruk' } as const;
    const first = { ...linear, reforhandling: 'volum', spart_tid: 'antall' } as const;
    always(
      fc.tuple(fc.constantFrom(...CALCULATION_KINDS), fc.array(fc.nat(10_000), { minLength: 3 })),
      ([kind, numbers]) => {
        const names = CALCULATION_FACTORS[kind];
        const factors = Object.fromEntries(names.map((name, at) => [name, numbers[at] ?? 0]));
        const once = of(kind, factors)?.perYear;
        const twice = of(kind, { ...factors, [first[kind]]: 2 * (factors[first[kind]] ?? 0) });
        if (once !== undefined) expect(twice?.perYear).toBeCloseTo(2 * once, 3);
      },
    );
  });
});
