/**
 * What a person did to a field, read from the text before, the text after and the caret. Where the
 * same change could stand in several places («aaa» → «aaaa») the caret tells which was meant.
 */
import { type TextEdit, textDiff } from '../../../shared/document/commands/textDiff.ts';

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/**
 * The edit that turns `before` into `after`. `caret` is where the caret, or the end of the
 * selection, stands in `after`. A replacement covers whole characters as people see them, so that
 * two who replace one emoji at the same time never mix its parts; what is merely inserted or
 * removed is left as it is. No end of the edit falls inside a surrogate pair.
 */
export function inputEdit(before: string, after: string, caret: number): TextEdit {
  const edit = anchoredEdit(before, after, caret) ?? textDiff(before, after);
  if (!isReplacement(edit)) return edit;
  const trimmed = trimEnd(before, edit);
  return isReplacement(trimmed) ? wholeGraphemes(before, trimmed) : trimmed;
}

/**
 * The edit when everything behind the caret is as it was, which holds for all typing. Undefined
 * when it does not hold: something behind the caret was changed too.
 */
function anchoredEdit(before: string, after: string, caret: number): TextEdit | undefined {
  const behind = after.slice(caret);
  if (!before.endsWith(behind)) return undefined;
  const end = before.length - behind.length;
  const shorter = Math.min(end, caret);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (isInsidePair(before, start) || isInsidePair(after, start)) start -= 1;
  if (isInsidePair(before, end) || isInsidePair(after, caret)) return undefined;
  return { index: start, remove: end - start, insert: after.slice(start, caret) };
}

function isReplacement(edit: TextEdit): boolean {
  return edit.remove > 0 && edit.insert !== '';
}

/** A correction that leaves the end of a word alone need not replace it. */
function trimEnd(before: string, { index, remove, insert }: TextEdit): TextEdit {
  const removed = before.slice(index, index + remove);
  let same = 0;
  while (
    same < Math.min(removed.length, insert.length) &&
    removed[removed.length - 1 - same] === insert[insert.length - 1 - same]
  ) {
    same += 1;
  }
  if (isInsidePair(removed, removed.length - same) || isInsidePair(insert, insert.length - same)) {
    same -= 1;
  }
  return { index, remove: remove - same, insert: insert.slice(0, insert.length - same) };
}

function wholeGraphemes(before: string, { index, remove, insert }: TextEdit): TextEdit {
  const start = graphemeAt(before, index)?.index ?? index;
  const last = graphemeAt(before, index + remove - 1);
  const end = last === undefined ? index + remove : last.index + last.segment.length;
  return {
    index: start,
    remove: end - start,
    insert: before.slice(start, index) + insert + before.slice(index + remove, end),
  };
}

/** The character as people see it that holds a code unit. Looks at its surroundings only. */
function graphemeAt(text: string, index: number): { index: number; segment: string } | undefined {
  if (index >= text.length) return undefined;
  // Segmentation from a line break on is the same as of the whole text, and lines are short.
  const line = text.lastIndexOf('\n', index) + 1;
  const found = graphemes.segment(text.slice(line)).containing(index - line);
  return found === undefined ? undefined : { index: line + found.index, segment: found.segment };
}

function isInsidePair(text: string, index: number): boolean {
  const left = text.charCodeAt(index - 1);
  const right = text.charCodeAt(index);
  return left >= 0xd800 && left <= 0xdbff && right >= 0xdc00 && right <= 0xdfff;
}
