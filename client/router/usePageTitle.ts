/**
 * Sets the tab's title: what the page is, then the product's name. Whoever comes from another page
 * of ours gets the focus on the new page's content and hears its title, as on a page load.
 */
import { useEffect } from 'react';
import { useT } from '../i18n/i18n.ts';
import { announce } from '../ui/Announcer.tsx';
import { takeArrival } from './router.ts';

/** `undefined` shows the product's name alone. Call it where the page's content is shown. */
export function usePageTitle(title: string | undefined): void {
  const t = useT();
  const name = t('app.name');
  useEffect(() => {
    document.title = title === undefined ? name : `${title} – ${name}`;
  }, [title, name]);
  useEffect(() => {
    if (!takeArrival()) return;
    announce(document.title);
    // Not from something on the new page that has taken it already.
    if (document.activeElement !== document.body) return;
    document.getElementById('innhold')?.focus({ preventScroll: true });
  }, []);
}
