/**
 * What a board needs beside its code: the words of its tools, the server's settings and the letters
 * that notes are measured in. A small script of its own, so that all of it comes while the code does.
 */
import { fetchCanvasSettings } from '../api/canvas.ts';
import type { Language } from '../i18n/keys.ts';
import { whenMeasurable } from './shapes/lapp/lappSize.ts';
import { loadTldrawWords, type TldrawWords } from './words/tldrawWords.ts';

export interface Prepared {
  readonly language: Language;
  readonly words: TldrawWords;
  readonly licenseKey: string | undefined;
}

let last: Prepared | undefined;

/** Fetches what a board needs in a language. Without an answer of the server there is no key. */
export async function prepareCanvas(language: Language): Promise<Prepared> {
  const needed = [loadTldrawWords(language), fetchCanvasSettings(), whenMeasurable()] as const;
  const [words, settings] = await Promise.all(needed);
  const licenseKey = settings.ok ? (settings.value.licenseKey ?? undefined) : undefined;
  last = { language, words, licenseKey };
  return last;
}

/** What was fetched last, if it was for this language. */
export function preparedFor(language: Language): Prepared | undefined {
  return last?.language === language ? last : undefined;
}
