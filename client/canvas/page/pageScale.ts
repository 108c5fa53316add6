/**
 * How the page is set. An A3 keeps its size: what no longer fits is set in other columns, then
 * smaller, in steps; and when the smallest step does not hold it either, the sections scroll.
 *
 * A step of 1 is 16 px in a page of 4 px a millimetre, 11 points on paper; the smallest is 7 points.
 */
export const SCALE_STEPS = [1, 0.92, 0.85, 0.78, 0.72, 0.67, 0.62] as const;

/** The left column's share of the width. The first is the template's; the others make room. */
export const LEFT_SHARES = [5 / 12, 1 / 2, 1 / 3] as const;

export interface PageSetting {
  readonly scale: number;
  readonly leftShare: number;
  /** Not even the smallest words fit. */
  readonly isFull: boolean;
}

export const FIRST_SETTING: PageSetting = { scale: 1, leftShare: LEFT_SHARES[0], isFull: false };

/** The largest words that fit in any columns, asking `fits` as seldom as can be. */
export function chooseSetting(fits: (scale: number, leftShare: number) => boolean): PageSetting {
  for (const scale of SCALE_STEPS) {
    for (const leftShare of LEFT_SHARES) {
      if (fits(scale, leftShare)) return { scale, leftShare, isFull: false };
    }
  }
  const smallest = SCALE_STEPS[SCALE_STEPS.length - 1] ?? 1;
  return { scale: smallest, leftShare: LEFT_SHARES[0], isFull: true };
}
