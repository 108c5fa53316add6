/** Shown when there is nothing of the document to show: why, and what helps. */
import { useStore } from 'zustand';
import { errorEntry } from '../../shared/errors/catalogue.ts';
import type { OpenConnection } from '../connection/documentConnection.ts';
import { errorText, useT } from '../i18n/i18n.ts';
import { Link } from '../router/Link.tsx';
import { MessagePage } from '../router/MessagePage.tsx';
import { usePageTitle } from '../router/usePageTitle.ts';
import { Button } from '../ui/Button.tsx';

interface OpenFailedProps {
  readonly connection: OpenConnection;
  /** Says what could not be opened. */
  readonly title: string;
}

export function OpenFailed({ connection, title }: OpenFailedProps) {
  const t = useT();
  const code = useStore(connection.state, (state) => state.failure) ?? 'internal';
  usePageTitle(title);
  return (
    <MessagePage title={title} text={errorText(code)}>
      {errorEntry(code).retryable && (
        <Button onClick={() => connection.retry()}>{t('notice.retry')}</Button>
      )}
      <Link href="/">{t('app.toStart')}</Link>
    </MessagePage>
  );
}
