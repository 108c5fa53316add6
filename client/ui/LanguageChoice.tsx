/** The languages, each in its own words, and which one is shown. */
import { chooseLanguage, useLanguage, useT } from '../i18n/i18n.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/keys.ts';
import './LanguageChoice.css';

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
            {LANGUAGE_NAMES[language]}
          </button>
        </li>
      ))}
    </ul>
  );
}
