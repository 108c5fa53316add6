/** Many measured numbers, and their percentiles. */
export class Samples {
  #values = new Float64Array(1024);
  #count = 0;
  #isSorted = true;

  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const grown = new Float64Array(this.#count * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
    this.#isSorted = false;
  }

  /** The smallest value that `percent` of all do not exceed; NaN when there are none. */
  percentile(percent: number): number {
    if (!this.#isSorted) {
      this.#values.subarray(0, this.#count).sort();
      this.#isSorted = true;
    }
    const index = Math.max(0, Math.ceil((percent / 100) * this.#count) - 1);
    return this.#count === 0 ? Number.NaN : (this.#values[index] ?? Number.NaN);
  }
}
