/** The fonts of a PDF: which there are, where their files lie, and how wide words are in them. */
import { createRequire } from 'node:module';

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic' | 'symbols';

const require = createRequire(import.meta.url);

/** Inter for everything that is written, and Noto Emoji for the pictures that people write with. */
export const FACE_FILES: Readonly<Record<Face, string>> = {
  regular: require.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'),
  italic: require.resolve('@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf'),
  boldItalic: require.resolve('@expo-google-fonts/inter/700Bold_Italic/Inter_700Bold_Italic.ttf'),
  symbols: require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
};

/** The width of a text in a face, for a font size of 1. */
export type Measure = (face: Face, text: string) => number;

export function faceOf(style: { readonly isBold?: boolean; readonly isItalic?: boolean }): Face {
  if (style.isBold === true) return style.isItalic === true ? 'boldItalic' : 'bold';
  return style.isItalic === true ? 'italic' : 'regular';
}

const graphemes = new Intl.Segmenter('nb', { granularity: 'grapheme' });
const PICTURE = /\p{Emoji_Presentation}|\uFE0F|[\u{1F000}-\u{1FAFF}]/u;
const ONLY_LETTERS = /^[\0-\u218F]*$/;

export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The text in parts that one face can draw each. */
export function byFace(text: string, face: Face): { readonly text: string; readonly face: Face }[] {
  if (ONLY_LETTERS.test(text)) return [{ text, face }];
  const parts: { text: string; face: Face }[] = [];
  for (const segment of graphemesOf(text)) {
    const drawn = PICTURE.test(segment) ? 'symbols' : face;
    const last = parts.at(-1);
    if (last?.face === drawn) last.text += segment;
    else parts.push({ text: segment, face: drawn });
  }
  return parts;
}
