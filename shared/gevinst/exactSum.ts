/**
 * Adding up without loss: the sum is worked out exactly and rounded once, so that it does not depend
 * on the order of what is added (Shewchuk, «Adaptive Precision Floating-Point Arithmetic», 1997; the
 * rounding as in Python's `math.fsum`). A number is then the same on the sheet, in the portfolio and
 * after a rebuild, to the last digit.
 */

/** No amount is larger, and so many of them as there can be stay finite together. */
const LARGEST = 1e290;

export class ExactSum {
  /** The sum of whole amounts, itself exact: most kroner are whole. */
  #whole = 0;
  /** The rest, as numbers that do not overlap, smallest first. */
  readonly #parts: number[] = [];

  add(amount: number): void {
    const whole = this.#whole + amount;
    if (Number.isSafeInteger(whole) && Number.isSafeInteger(amount)) this.#whole = whole;
    else addPart(this.#parts, Math.min(Math.max(amount, -LARGEST), LARGEST));
  }

  /** Adds another sum, as if all its amounts had been added here. */
  addSum(other: ExactSum): void {
    this.add(other.#whole);
    for (const part of other.#parts) addPart(this.#parts, part);
  }

  get value(): number {
    if (this.#parts.length === 0) return this.#whole;
    const parts = [...this.#parts];
    addPart(parts, this.#whole);
    return rounded(parts);
  }
}

/** The exact sum of amounts, rounded once. */
export function exactSum(amounts: Iterable<number>): number {
  const sum = new ExactSum();
  for (const amount of amounts) sum.add(amount);
  return sum.value;
}

/** Adds an amount to parts that do not overlap; they do not overlap afterwards either. */
function addPart(parts: number[], amount: number): void {
  let carried = amount;
  let kept = 0;
  for (const part of parts) {
    const isLarger = Math.abs(carried) >= Math.abs(part);
    const high = carried + part;
    const low = isLarger ? part - (high - carried) : carried - (high - part);
    if (low !== 0) parts[kept++] = low;
    carried = high;
  }
  parts.length = kept;
  parts.push(carried);
}

/** The parts as one number: the nearest there is, and the even one of two that are equally near. */
function rounded(parts: readonly number[]): number {
  let index = parts.length - 1;
  let high = parts[index] ?? 0;
  let low = 0;
  while (index > 0 && low === 0) {
    index -= 1;
    const larger = high;
    const smaller = parts[index] ?? 0;
    high = larger + smaller;
    low = smaller - (high - larger);
  }
  const below = parts[index - 1] ?? 0;
  if (low !== 0 && low < 0 === below < 0 && below !== 0) {
    const twice = low * 2;
    const next = high + twice;
    if (next - high === twice) return next;
  }
  return high;
}
