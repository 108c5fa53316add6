import { expect, test } from 'vitest';
import { planOn, setPlan } from './planSettings.ts';

const OWN = { period: { from: 2025, to: 2028 }, hoursPerAarsverk: 1695, isFromProgram: false };

test('without a programme the plan is that of the sheet’s own year, with the usual årsverk', () => {
  expect(planOn('2024-05-24')).toEqual(OWN);
});

test('what a programme sets comes before the sheet’s own, until the sheet is in none', () => {
  const program = { period: { from: 2024, to: 2027 }, hoursPerAarsverk: 1750 };
  setPlan(program);
  expect(planOn('2024-05-24')).toEqual({ ...program, isFromProgram: true });
  setPlan(undefined);
  expect(planOn('2024-05-24')).toEqual(OWN);
});
