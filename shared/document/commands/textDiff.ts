/**
 * The one insert and one removal that turn a text into another: what they have in common at both
 * ends stays untouched, so that others' carets and words there do too. Indices count UTF-16 units
 * as Yjs does, and never fall inside a surrogate pair.
 */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

export function textDiff(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  if (isInsidePair(before, before.length - end) || isInsidePair(after, after.length - end))
    end -= 1;
  return {
    index: start,
    remove: before.length - start - end,
    insert: after.slice(start, after.length - end),
  };
}

function isInsidePair(text: string, index: number): boolean {
  const left = text.charCodeAt(index - 1);
  const right = text.charCodeAt(index);
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
}
