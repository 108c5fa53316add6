/** For an address that leads nowhere. */
import { useT } from '../i18n/i18n.ts';
import { Link } from './Link.tsx';
import { MessagePage } from './MessagePage.tsx';
import { usePageTitle } from './usePageTitle.ts';

export function NotFoundPage() {
  const t = useT();
  usePageTitle(t('notFound.title'));
  return (
    <MessagePage title={t('notFound.title')} text={t('notFound.text')}>
      <Link href="/">{t('app.toStart')}</Link>
    </MessagePage>
  );
}
