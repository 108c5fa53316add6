/** The languages in a menu, for a bar where room is scarce. */

import { chooseLanguage, useLanguage, useT } from '../i18n/i18n.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../i18n/keys.ts';
import { Menu } from './Menu.tsx';

export function LanguageMenu() {
  const t = useT();
  const chosen = useLanguage();
  return (
    <Menu
      label={t('app.language')}
      icon="language"
      iconOnly
      align="end"
      items={LANGUAGES.map((language) => ({
        label: LANGUAGE_NAMES[language],
        isChecked: language === chosen,
        onSelect: () => void chooseLanguage(language),
      }))}
    />
  );
}
