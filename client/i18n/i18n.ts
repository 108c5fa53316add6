/**
 * The chosen language and its texts. Bokmål is always there; nynorsk and English are fetched when
 * they are chosen. The choice is remembered on the device; without one the browser's languages
 * decide, and without a match it is bokmål. `<html lang>` follows.
 *
 * Components call `useT()`; other code calls `t()` at the moment the text is shown.
 */
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { ERRORS, type ErrorCode } from '../../shared/errors/catalogue.ts';
import {
  LANGUAGES,
  type Language,
  type LateTexts,
  type TextKey,
  type ValuesArgument,
} from './keys.ts';
import { nb } from './nb.ts';

const STORAGE_KEY = 'a3:sprak';
const NAMESPACE = 'a3';

export type Translate = <K extends TextKey>(key: K, ...values: ValuesArgument<K>) => string;

const i18n = i18next.createInstance();
const listeners = new Set<() => void>();
/** A new function for each language, so that whatever depends on it is rendered anew. */
let translate = makeTranslate();
/** The languages whose late texts are wanted, or here; empty until a view first asked for them. */
const late = new Map<Language, Promise<void>>();

/** Picks the language, fetches its texts and sets `<html lang>`. Call once, before rendering. */
export async function startI18n(): Promise<void> {
  await i18n.init({
    lng: 'nb',
    fallbackLng: 'nb',
    supportedLngs: [...LANGUAGES],
    ns: [NAMESPACE],
    defaultNS: NAMESPACE,
    resources: { nb: { [NAMESPACE]: withErrors() } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  await show(rememberedLanguage() ?? preferredLanguage(navigator.languages));
}

/** The text of a key in the language shown now. */
export const t: Translate = (key, ...values) => translate(key, ...values);

/** `t` for a component, which is rendered anew when the language changes. */
export function useT(): Translate {
  return useSyncExternalStore(subscribe, () => translate);
}

/** The text for an error code of the catalogue. */
export function errorText(code: ErrorCode): string {
  return t(`errors.${code}`);
}

export function currentLanguage(): Language {
  return LANGUAGES.find((language) => language === i18n.language) ?? 'nb';
}

/** `currentLanguage` for a component. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** Shows the interface in another language and remembers the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await show(language);
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be shut off; the choice then lasts until the page is left.
  }
}

/** The first language of the list that we have, by its primary tag; `no` is bokmål. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'no') return 'nb';
    const known = LANGUAGES.find((language) => language === primary);
    if (known !== undefined) return known;
  }
  return 'nb';
}

async function show(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, NAMESPACE)) {
    try {
      i18n.addResourceBundle(language, NAMESPACE, await loadTexts(language));
    } catch {
      // Offline before this language was ever fetched: bokmål is better than nothing.
      language = 'nb';
    }
  }
  if (late.size > 0) await fetchLate(language);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  translate = makeTranslate();
  for (const listener of listeners) listener();
}

/**
 * Fetches the texts of what is not on the first screen. A view that shows any of them waits for this
 * before it is shown. Rejects when they cannot be had; asking again tries again.
 */
export async function loadLateTexts(): Promise<void> {
  await fetchLate('nb');
  await fetchLate(currentLanguage());
  // What was asked for before it was here is asked for again.
  translate = makeTranslate();
}

/** Another language than bokmål that cannot be had is shown in bokmål. */
function fetchLate(language: Language): Promise<void> {
  const known = late.get(language);
  if (known !== undefined) return known;
  const fetched = lateTextsOf(language).then(
    (texts) => {
      i18n.addResourceBundle(language, NAMESPACE, texts, true);
    },
    (error: unknown) => {
      late.delete(language);
      if (language === 'nb') throw error;
    },
  );
  late.set(language, fetched);
  return fetched;
}

async function lateTextsOf(language: Language): Promise<LateTexts> {
  switch (language) {
    case 'nb':
      return (await import('./late/nb.ts')).lateNb;
    case 'nn':
      return (await import('./late/nn.ts')).lateNn;
    case 'en':
      return (await import('./late/en.ts')).lateEn;
  }
}

async function loadTexts(language: Language): Promise<Readonly<Record<string, string>>> {
  switch (language) {
    case 'nb':
      return withErrors();
    case 'nn':
      return (await import('./nn.ts')).nn;
    case 'en':
      return (await import('./en.ts')).en;
  }
}

/** Bokmål's error texts stand in the catalogue, which the server uses too. */
function withErrors(): Readonly<Record<string, string>> {
  const errors = Object.entries(ERRORS).map(([code, entry]) => [`errors.${code}`, entry.message]);
  return { ...nb, ...Object.fromEntries(errors) };
}

function makeTranslate(): Translate {
  // Looking a text up costs; most ask for no values, and every cell of a sheet asks for the same.
  const plain = new Map<TextKey, string>();
  return (key, ...values) => {
    const known = values.length === 0 ? plain.get(key) : undefined;
    if (known !== undefined) return known;
    const text = i18n.t(key, { ...values[0] });
    if (values.length === 0) plain.set(key, text);
    return text;
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function rememberedLanguage(): Language | undefined {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return LANGUAGES.find((language) => language === stored);
  } catch {
    return undefined;
  }
}
