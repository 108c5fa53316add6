/** Shown when there is nothing of the sheet to show: why, and what helps. */
import { useStore } from 'zustand';
import { errorEntry } from '../../shared/errors/catalogue.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { errorText, useT } from '../i18n/i18n.ts';
import { Link } from '../router/Link.tsx';
import { MessagePage } from '../router/MessagePage.tsx';
import { usePageTitle } from '../router/usePageTitle.ts';
import { Button } from '../ui/Button.tsx';

export function OpenFailed({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  const code = useStore(sheet.state, (state) => state.failure) ?? 'internal';
  usePageTitle(t('failed.title'));
  return (
    <MessagePage title={t('failed.title')} text={errorText(code)}>
      {errorEntry(code).retryable && (
        <Button onClick={() => sheet.retry()}>{t('notice.retry')}</Button>
      )}
      <Link href="/">{t('app.toStart')}</Link>
    </MessagePage>
  );
}
