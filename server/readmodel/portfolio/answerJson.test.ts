import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PORTFOLIO_GROUPINGS } from '../../../shared/portfolio/portfolio.ts';
import { A_PROGRAM, ALL, aProgramOfSheets, rowsOf } from '../../../tests/world/portfolios.ts';
import { answerJson } from './answerJson.ts';
import { Portfolio } from './portfolio.ts';

const MOMENT = { now: 0, today: '2026-06-15' };

const runs = { numRuns: 60 };

test('an answer reads as it is, however often it is asked for and whatever changes between', () => {
  const someGroupings = fc.array(fc.constantFrom(undefined, ...PORTFOLIO_GROUPINGS), {
    maxLength: 6,
  });
  const reads = fc.property(aProgramOfSheets, someGroupings, (sheets, groupings) => {
    const portfolio = new Portfolio(A_PROGRAM);
    for (const sheet of sheets) portfolio.putSheet(rowsOf(sheet));
    for (const [turn, gruppe] of groupings.entries()) {
      const content = portfolio.answer({ ...ALL, gruppe }, MOMENT);
      const answer = { version: turn, pending: 0, ...content, problems: [] };
      const read: unknown = JSON.parse(new TextDecoder().decode(answerJson(answer).bytes));
      expect(read).toEqual(JSON.parse(JSON.stringify(answer)));
      const [first, second] = [sheets[turn], sheets[turn + 1]];
      if (first !== undefined && second !== undefined) {
        portfolio.putSheet(rowsOf({ ...first, snapshot: second.snapshot }));
      }
    }
  });
  void fc.assert(reads, runs);
});
