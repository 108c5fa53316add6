/** Sets the tab's title: what the page is, then the product's name. */
import { useEffect } from 'react';
import { useT } from '../i18n/i18n.ts';

/** `undefined` shows the product's name alone. */
export function usePageTitle(title: string | undefined): void {
  const t = useT();
  const name = t('app.name');
  useEffect(() => {
    document.title = title === undefined ? name : `${title} – ${name}`;
  }, [title, name]);
}
