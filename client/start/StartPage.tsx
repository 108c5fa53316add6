/** The first page: what this is, and the ways to a sheet. */
import { useT } from '../i18n/i18n.ts';
import { usePageTitle } from '../router/usePageTitle.ts';

export function StartPage() {
  const t = useT();
  usePageTitle(undefined);
  return (
    <main id="innhold">
      <h1 className="ds-heading" data-size="xl">
        {t('app.name')}
      </h1>
    </main>
  );
}
