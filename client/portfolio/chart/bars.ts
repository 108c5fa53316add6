/**
 * What is drawn for a year: what is estimated, adopted and proposed on top of each other, and beside it
 * what was really gained, which is part of what was adopted and so must not be stacked on it.
 */
import type { StagedSums } from '../../../shared/portfolio/portfolio.ts';
import type { ShownStage } from '../words.ts';

export interface Bar {
  readonly stage: ShownStage;
  readonly amount: number;
  /** The amounts that it lies between. */
  readonly from: number;
  readonly to: number;
}

export interface YearBars {
  readonly year: string;
  /** From zero outwards; a lowering lies under zero. */
  readonly estimated: readonly Bar[];
  readonly realised: readonly Bar[];
}

/** Without bars for what is zero. */
export function barsOf(sums: StagedSums, year: string): YearBars {
  const amountOf = (stage: ShownStage) => sums[stage].byYear[year] ?? 0;
  return {
    year,
    estimated: stacked(['vedtatt', 'potensial'], amountOf),
    realised: stacked(['realisert'], amountOf),
  };
}

function stacked(
  stages: readonly ShownStage[],
  amountOf: (stage: ShownStage) => number,
): readonly Bar[] {
  const reached = { above: 0, below: 0 };
  return stages.flatMap((stage) => {
    const amount = amountOf(stage);
    if (amount === 0) return [];
    const side = amount > 0 ? 'above' : 'below';
    const from = reached[side];
    reached[side] += amount;
    return [{ stage, amount, from, to: reached[side] }];
  });
}
