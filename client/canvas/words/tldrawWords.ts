/**
 * The texts of tldraw's own tools and menus, in the language of the page. They come with our own
 * scripts: the tables that tldraw fetches by itself are empty (see `../assets/assetUrls.ts`).
 */
import type { TLUiTranslationKey } from 'tldraw';
import type { Language } from '../../i18n/keys.ts';

export interface TldrawWords {
  /** For tldraw's user preferences. It knows one Norwegian, which is bokmål and nynorsk here. */
  readonly locale: 'no' | 'en';
  /** For `overrides.translations` of tldraw's interface: locale → key → text. */
  readonly translations: Record<string, Record<string, string>>;
}

const ENGLISH: TldrawWords = { locale: 'en', translations: {} };

/**
 * Fetches the texts of one language. Never rejects: when they cannot be fetched it is English, which
 * tldraw brings itself.
 */
export async function loadTldrawWords(language: Language): Promise<TldrawWords> {
  try {
    switch (language) {
      case 'nb':
        return norwegian((await import('./tldraw.nb.ts')).tldrawNb);
      case 'nn':
        return norwegian((await import('./tldraw.nn.ts')).tldrawNn);
      case 'en':
        return ENGLISH;
    }
  } catch {
    // Offline, and this language was never fetched: tools in English are better than none.
    return ENGLISH;
  }
}

/** Until tldraw has fetched its own table it shows English, so that the words stand there too. */
function norwegian(words: Readonly<Record<TLUiTranslationKey, string>>): TldrawWords {
  return { locale: 'no', translations: { no: { ...words }, en: { ...words } } };
}
