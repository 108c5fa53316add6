/** The vertical axis of a chart: round numbers that hold all amounts, and where an amount lies. */

export interface Scale {
  /** Round numbers from the lowest to the highest, zero among them. */
  readonly ticks: readonly number[];
  /** How far up an amount lies: 0 at the lowest tick, 1 at the highest. */
  readonly at: (amount: number) => number;
}

/** About this many steps from end to end. */
const STEPS = 4;
/** Steps are one of these times a power of ten, and so are their multiples easy to read. */
const ROUND = [1, 2, 2.5, 5, 10];

/** Amounts are kroner and hours: what is smaller cannot be seen, and its powers are not numbers. */
const NOTHING = 1e-9;

/** A scale that holds zero and all amounts. */
export function scaleOf(amounts: readonly number[]): Scale {
  const highest = Math.max(0, ...amounts);
  const lowest = Math.min(0, ...amounts);
  const step = roundStep((highest - lowest) / STEPS);
  const from = Math.floor(lowest / step);
  const to = Math.max(Math.ceil(highest / step), from + 1);
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
  return { ticks, at: (amount) => (amount / step - from) / (to - from) };
}

/** The smallest round step that is not below the given one. */
function roundStep(least: number): number {
  if (!(least > NOTHING)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return (ROUND.find((times) => times * power >= least) ?? 10) * power;
}
