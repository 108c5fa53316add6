/** The languages, each in its own words, and which one is shown. */
import { chooseLanguage, useLanguage, useT } from './i18n.ts';
import { LANGUAGES } from './keys.ts';
import './LanguageChoice.css';

/** A language's own name, which is the same in all of them. */
const NAMES = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const;

export function LanguageChoice() {
  const t = useT();
  const chosen = useLanguage();
  return (
    <ul className="language-choice" aria-label={t('app.language')}>
      {LANGUAGES.map((language) => (
        <li key={language}>
          <button
            type="button"
            lang={language}
            aria-pressed={language === chosen}
            onClick={() => void chooseLanguage(language)}
          >
            {NAMES[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}
