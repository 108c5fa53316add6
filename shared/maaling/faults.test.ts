import { expect, test } from 'vitest';
import type { Measure } from '../document/schema/fields.ts';
import { maalingFaults } from './faults.ts';

const at = (value: number | null, date: string | null): Measure => ({ value, date });

test.each<[string, Measure, Measure, string[]]>([
  ['nothing is filled in', at(null, null), at(null, null), []],
  ['all is well', at(32.8, '2023-12-31'), at(60, '2025-12-31'), []],
  ['the ends are equal', at(0, '2023-12-31'), at(0, '2025-12-31'), ['target.value sameAsStart']],
  ['the days are equal', at(1, '2023-12-31'), at(2, '2023-12-31'), ['target.date notAfterStart']],
  ['time runs back', at(1, '2023-12-31'), at(2, '2023-12-30'), ['target.date notAfterStart']],
])('what is odd when %s', (_when, start, target, odd) => {
  expect(maalingFaults({ start, target }).map(({ field, fault }) => `${field} ${fault}`)).toEqual(
    odd,
  );
});
