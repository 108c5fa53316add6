/**
 * Words on their way into lapper and out of them: pasted lines, one lapp each, and the parts that a
 * lapp falls into when it is turned into something else.
 */

/** As many lapper as one paste may make, and characters in each. */
export const MOST_LINES = 500;
export const LONGEST_LINE = 2000;

const BULLET = /^\s*(?:(?:[-–—*+•·‣▪◦●○■□☐☑✓]|\[[ xX]?\])(?:\s+|$))+/u;
const NUMBER = /^\s*(?:(\d{1,3})[.)]|([a-zæøå])\))\s+/u;

/**
 * The lines of a text that are to become lapper: trimmed, without bullets and numbering, blank ones
 * left out, at most `MOST_LINES` of at most `LONGEST_LINE` characters each.
 */
export function linesOf(text: string): readonly string[] {
  return unmarked(text.split(/\r\n?|\n|\u2028|\u2029|\v|\f/))
    .slice(0, MOST_LINES)
    .map(shortened);
}

/** What a lapp falls into: its first line, and the words below it. */
export interface LappParts {
  readonly title: string;
  /** As they were written. */
  readonly rest: string;
  /** The same, one point a line, without bullets. */
  readonly points: string;
}

export function partsOf(text: string): LappParts {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const below = first === -1 ? [] : lines.slice(first + 1);
  return {
    title: (lines[first] ?? '').trim(),
    rest: below
      .join('\n')
      .replace(/^(?:[^\S\n]*\n)+/, '')
      .trimEnd(),
    points: unmarked(below).join('\n'),
  };
}

function unmarked(lines: readonly string[]): readonly string[] {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  const unnumbered = isNumbered(written)
    ? written.map((line) => line.replace(NUMBER, ''))
    : written;
  return unnumbered.map((line) => line.replace(BULLET, '').trim()).filter((line) => line !== '');
}

/**
 * Whether the numbers before lines only count them: from one upwards, and not all before the same
 * word («1. tertial», «2. tertial»), where they are part of what is said.
 */
function isNumbered(lines: readonly string[]): boolean {
  const numbered = lines.filter((line) => NUMBER.test(line));
  if (numbered.length < 2) return false;
  const isCounting = numbered.every((line, index) => {
    const [, digits, letter] = NUMBER.exec(line) ?? [];
    return digits === undefined ? letter === LETTERS[index] : Number(digits) === index + 1;
  });
  const nextWords = numbered.map((line) => line.replace(NUMBER, '').split(/\s/)[0]);
  return isCounting && new Set(nextWords).size > 1;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøå';

function shortened(line: string): string {
  const characters = [...line];
  return characters.length > LONGEST_LINE ? characters.slice(0, LONGEST_LINE).join('') : line;
}
