/**
 * Breaks text into lines of a width. Lines break at spaces; a word that is wider than a line breaks
 * inside, between whole letters, so that nothing ever runs out of its column.
 */
import type { Run } from '../blocks.ts';
import { byFace, type Face, faceOf, graphemesOf, type Measure } from './face.ts';

export interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
}
export type Line = readonly Piece[];

/** A word of more letters fits no line: it is broken, and never shaped and measured whole. */
const LONGEST_WORD = 1000;
/** Spaces that are drawn between two words at most. */
const LONGEST_GAP = 12;

/** What has been broken so far: whole lines, and the one being filled. */
interface Filling {
  readonly lines: Line[];
  line: Piece[];
  width: number;
  /** Spaces that are drawn only when a word follows on the same line. */
  spaces: Piece[];
}

/** At least one line, which may be empty. `width` and the widths of pieces are in points. */
export function breakLines(
  runs: readonly Run[],
  size: number,
  width: number,
  measure: Measure,
): Line[] {
  const filling: Filling = { lines: [], line: [], width: 0, spaces: [] };
  let word: Piece[] = [];
  const closeWord = () => {
    if (word.length > 0) addWord(filling, word, width, size, measure);
    word = [];
  };
  for (const run of runs) {
    const face = faceOf(run);
    for (const token of run.text.split(/([ \t]+|\n)/)) {
      if (token === '') continue;
      if (token === '\n') {
        closeWord();
        closeLine(filling);
      } else if (/^[ \t]/.test(token)) {
        closeWord();
        const text = token.slice(0, LONGEST_GAP).replaceAll('\t', '  ');
        filling.spaces.push({ text, face, width: measure(face, text) * size });
      } else word.push(...piecesOf(token, face, size, measure));
    }
  }
  closeWord();
  closeLine(filling);
  return filling.lines.map(joinPieces);
}

function piecesOf(token: string, face: Face, size: number, measure: Measure): Piece[] {
  return byFace(token, face).map((part) => {
    const isTooLong = part.text.length > LONGEST_WORD;
    const width = isTooLong ? Number.POSITIVE_INFINITY : measure(part.face, part.text);
    return { ...part, width: width * size };
  });
}

function widthOfLine(line: Line): number {
  return line.reduce((sum, piece) => sum + piece.width, 0);
}

function closeLine(filling: Filling): void {
  filling.lines.push(filling.line);
  filling.line = [];
  filling.width = 0;
  filling.spaces = [];
}

function addWord(
  filling: Filling,
  word: readonly Piece[],
  width: number,
  size: number,
  measure: Measure,
): void {
  const [wordWidth, spaceWidth] = [widthOfLine(word), widthOfLine(filling.spaces)];
  if (filling.width + spaceWidth + wordWidth > width) {
    if (filling.line.length > 0) closeLine(filling);
    filling.spaces = [];
  }
  if (wordWidth > width) {
    for (const piece of word) addInParts(filling, piece, width, size, measure);
    return;
  }
  for (const piece of [...filling.spaces, ...word]) add(filling, piece);
  filling.spaces = [];
}

function addInParts(
  filling: Filling,
  { text, face }: Piece,
  width: number,
  size: number,
  measure: Measure,
): void {
  let [part, partWidth] = ['', 0];
  for (const letter of graphemesOf(text)) {
    const letterWidth = measure(face, letter) * size;
    if (filling.width + partWidth + letterWidth > width && filling.width + partWidth > 0) {
      if (part !== '') add(filling, { text: part, face, width: partWidth });
      closeLine(filling);
      [part, partWidth] = ['', 0];
    }
    part += letter;
    partWidth += letterWidth;
  }
  add(filling, { text: part, face, width: partWidth });
}

function add(filling: Filling, piece: Piece): void {
  filling.line.push(piece);
  filling.width += piece.width;
}

/** Neighbours in one face are drawn in one go. */
function joinPieces(line: Line): Line {
  const joined: Piece[] = [];
  for (const piece of line) {
    const last = joined.at(-1);
    if (last?.face !== piece.face) joined.push(piece);
    else {
      const { face } = piece;
      joined[joined.length - 1] = {
        text: last.text + piece.text,
        face,
        width: last.width + piece.width,
      };
    }
  }
  return joined;
}
