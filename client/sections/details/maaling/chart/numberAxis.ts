/** The scale up the side of a chart: which numbers stand there, and in which unit they are short. */

export interface NumberAxis {
  /** In order, already divided; the first and the last are the ends of the axis. */
  readonly ticks: readonly number[];
  /** What values are divided by before they are written: 1, or a power of a thousand. */
  readonly divisor: number;
  readonly decimals: number;
}

/** Below this, numbers are written in full. */
const FULL_BELOW = 1e6;
/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];
/** Values that differ by less, for their size, are drawn as one. */
const SAME = 1e-9;

/**
 * An axis that holds all values with about `wanted` steps. One value, or several that are equal, stand
 * in the middle. Values are finite, and there is one at least.
 */
export function numberAxis(values: readonly number[], wanted: number): NumberAxis {
  const divisor = divisorFor(Math.max(...values.map(Math.abs)));
  // Divided first: the distance between two huge numbers may be more than a number can be.
  const [low, high] = spread(Math.min(...values) / divisor, Math.max(...values) / divisor);
  const step = niceStep((high - low) / Math.max(1, wanted));
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  const decimals = Math.max(0, Math.ceil(-Math.log10(step) - SAME)) + (isHalf(step) ? 1 : 0);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    rounded((first + index) * step),
  );
  return { ticks, divisor, decimals };
}

/** The place of a value between the ends of an axis, 0 to 1. */
export function placeOn({ ticks, divisor }: NumberAxis, value: number): number {
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  return (value / divisor - low) / (high - low);
}

function spread(low: number, high: number): readonly [number, number] {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > SAME * Math.max(size, 1)) return [low, high];
  const room = size <= SAME ? 1 : size / 10;
  return [low - room, high + room];
}

/** A power of a thousand, so that the largest number has at most three digits before the comma. */
function divisorFor(largest: number): number {
  if (largest < FULL_BELOW) return 1;
  return 10 ** (3 * Math.floor(Math.log10(largest) / 3));
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((each) => each * power >= rough * (1 - SAME)) ?? 10;
  return rounded(step * power);
}

/** 2.5 and its kin need one more decimal than their size tells. */
function isHalf(step: number): boolean {
  const digits = step / 10 ** Math.floor(Math.log10(step) + SAME);
  return Math.abs(digits - 2.5) < 1e-6 && step < 10;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
