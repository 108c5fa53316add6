import { expect, test } from 'vitest';
import { planImport } from './importPlan.ts';

const SERIES = [
  { date: '2025-01-31', value: 1, comment: 'først' },
  { date: '2025-02-28', value: 2, comment: '' },
];
const ROWS = [
  { line: 1, date: '2025-01-31', value: 1, comment: '' },
  { line: 2, date: '2025-02-28', value: 3, comment: '' },
  { line: 3, date: '2025-03-31', value: 4, comment: 'ny' },
];

test('says what each row does, and records only what changes something', () => {
  const replacing = planImport(ROWS, SERIES, 'replace');
  expect(replacing.rows.map(({ effect }) => effect.is)).toEqual(['same', 'replaces', 'new']);
  expect(replacing.toRecord.map(({ date }) => date)).toEqual(['2025-02-28', '2025-03-31']);
  expect(replacing.clashes).toBe(1);

  const keeping = planImport(ROWS, SERIES, 'keep');
  expect(keeping.rows.map(({ effect }) => effect.is)).toEqual(['same', 'kept', 'new']);
  expect(keeping.toRecord).toEqual([{ date: '2025-03-31', value: 4, comment: 'ny' }]);
  expect(keeping.clashes).toBe(1);
});

test('a new comment is a change', () => {
  const rows = [{ line: 1, date: '2025-01-31', value: 1, comment: 'rettet' }];
  expect(planImport(rows, SERIES, 'replace').toRecord).toHaveLength(1);
});
