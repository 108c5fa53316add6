/** Whether a font face is for a text, by its `unicode-range`. */

const WHOLE_RANGE: readonly (readonly [number, number])[] = [[0, 0x10_ffff]];

/** @param range as in a style sheet, such as `U+0-FF, U+1E??`; empty for every letter */
export function isFontFor(text: string, range: string): boolean {
  const spans = parseRange(range);
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    if (spans.some(([first, last]) => code >= first && code <= last)) return true;
  }
  return false;
}

function parseRange(range: string): readonly (readonly [number, number])[] {
  const spans = range
    .split(',')
    .map((part) => /^u\+([0-9a-f?]+)(?:-([0-9a-f]+))?$/i.exec(part.trim()))
    .filter((match) => match !== null)
    .map(
      ([, first = '', last]) =>
        [
          Number.parseInt(first.replaceAll('?', '0'), 16),
          Number.parseInt(last ?? first.replaceAll('?', 'f'), 16),
        ] as const,
    );
  return range.trim() === '' ? WHOLE_RANGE : spans;
}
