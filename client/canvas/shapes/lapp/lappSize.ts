/**
 * The size of a note, which follows its words: a square for a few, wider and taller for more.
 * Measured without the page, so that hundreds of notes open at once.
 */

/** As in lapp.css. */
const FONT = '500 17px Inter, system-ui, sans-serif';
const LINE_PX = 23;
const PADDING_PX = 12;
const FOOT_PX = 24;
const MIN_HEIGHT_PX = 112;
/** Width by number of letters. */
const WIDTHS = [
  { upTo: 140, width: 176 },
  { upTo: 420, width: 264 },
  { upTo: Number.POSITIVE_INFINITY, width: 352 },
] as const;
/** For where letters cannot be measured, and a little more than letters are. */
const LETTER_PX = 9;
const REMEMBERED = 2000;

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Measure = (text: string) => number;

const sizes = new Map<string, Size>();
let measure: Measure | undefined;

/** Width and height of a note with this text, in page units. */
export function sizeOfLapp(text: string): Size {
  const known = sizes.get(text);
  if (known !== undefined) return known;
  measure ??= letterMeasure();
  const size = sizeWith(text, measure);
  if (sizes.size >= REMEMBERED) sizes.clear();
  sizes.set(text, size);
  return size;
}

/** Resolves when notes can be measured: their letters have come, or will not. */
export async function whenMeasurable(): Promise<void> {
  await document.fonts.load(FONT).catch(() => []);
}

export function sizeWith(text: string, measureWidth: Measure): Size {
  const { width } = WIDTHS.find(({ upTo }) => text.length <= upTo) ?? WIDTHS[2];
  const lines = countLines(text, width - 2 * PADDING_PX, measureWidth);
  const height = Math.max(MIN_HEIGHT_PX, lines * LINE_PX + 2 * PADDING_PX + FOOT_PX);
  return { width, height };
}

/** How many lines a text takes, broken as the browser breaks it: at spaces, or within long words. */
export function countLines(text: string, width: number, measureWidth: Measure): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.match(/\S+\s*|\s+/g) ?? []) {
      const needed = measureWidth(word.trimEnd());
      if (used > 0 && used + needed > width) {
        lines += 1;
        used = 0;
      }
      used += measureWidth(word);
      // A space may stand over the edge; a word may not.
      if (needed > width) {
        lines += Math.floor(needed / (width * 0.96));
        used %= width;
      }
    }
  }
  return lines;
}

function letterMeasure(): Measure {
  const context =
    typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return (text) => text.length * LETTER_PX;
  context.font = FONT;
  return (text) => context.measureText(text).width;
}
