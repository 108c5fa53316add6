/**
 * How the page is set. An A3 keeps its size: what no longer fits is set in other columns, then
 * smaller, in steps; and when the smallest step does not hold it either, the sections scroll.
 *
 * A step of 1 is 16 px in a page of 4 px a millimetre, 11 points on paper; the smallest is 7 points.
 */
export const SCALE_STEPS = [1, 0.92, 0.85, 0.78, 0.72, 0.67, 0.62] as const;

/** The left column's share of the width. The first is the template's; the others make room. */
export const LEFT_SHARES = [5 / 12, 1 / 2, 1 / 3] as const;

const [TEMPLATE_SHARE, WIDER_LEFT, NARROWER_LEFT] = LEFT_SHARES;
const SMALLEST = SCALE_STEPS[SCALE_STEPS.length - 1] ?? 1;

export interface PageSetting {
  readonly scale: number;
  readonly leftShare: number;
  /** Not even the smallest words fit. */
  readonly isFull: boolean;
}

export const FIRST_SETTING: PageSetting = { scale: 1, leftShare: TEMPLATE_SHARE, isFull: false };

/** How much of the page's height each column takes: with 1 it just fits. */
export interface Fill {
  readonly left: number;
  readonly right: number;
}

type FillAt = (scale: number, leftShare: number) => Fill;

/**
 * The largest words that fit in any columns. Each question to `fillAt` is a layout of the whole
 * page, so it begins at the step that is `likely` and goes on from what the answers tell. Words
 * that fit are taken to fit when they are smaller, and in a column that is wider; larger by some
 * factor they take more room by that factor at least.
 */
export function chooseSetting(fillAt: FillAt, likely = 1): PageSetting {
  let chosen: PageSetting | undefined;
  // Steps before `from` are too large, and those from `to` on fit.
  let [from, to]: [number, number] = [0, SCALE_STEPS.length];
  let guess = stepUpTo(likely);
  while (from < to) {
    const step = Math.min(Math.max(guess, from), to - 1);
    const scale = SCALE_STEPS[step] ?? SMALLEST;
    const { leftShare, fill, holds } = columnsAt(fillAt, scale);
    if (fill <= 1) {
      chosen = { scale, leftShare, isFull: false };
      const next = SCALE_STEPS[step - 1];
      if (next === undefined || !holds(next / scale)) break;
      to = step;
    } else {
      from = step + 1;
    }
    // Words of half the size take a quarter of the room.
    guess = stepUpTo(scale / Math.sqrt(fill));
  }
  return chosen ?? { scale: SMALLEST, leftShare: TEMPLATE_SHARE, isFull: true };
}

/** The first step of words that are no larger. */
function stepUpTo(scale: number): number {
  const step = SCALE_STEPS.findIndex((each) => each <= scale);
  return step === -1 ? SCALE_STEPS.length - 1 : step;
}

interface Columns {
  readonly leftShare: number;
  /** Of the column that takes more. */
  readonly fill: number;
  /** Whether some columns may hold words that are larger by this factor. */
  holds(factor: number): boolean;
}

/** The template's columns; where one does not hold its words and the other does, wider ones for it. */
function columnsAt(fillAt: FillAt, scale: number): Columns {
  const { left, right } = fillAt(scale, TEMPLATE_SHARE);
  const asTemplate = {
    leftShare: TEMPLATE_SHARE,
    fill: Math.max(left, right),
    // Where one of them still holds its words, it can give room to the other.
    holds: (factor: number) => Math.min(left, right) * factor <= 1,
  };
  if (left <= 1 === right <= 1) return asTemplate;
  const leftShare = left > 1 ? WIDER_LEFT : NARROWER_LEFT;
  const wider = fillAt(scale, leftShare);
  const fill = Math.max(wider.left, wider.right);
  if (fill > 1) return asTemplate;
  return { leftShare, fill, holds: (factor) => fill * factor <= 1 };
}
