/** What a person sees when a page could not be shown. */
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { MessagePage } from './MessagePage.tsx';

export function CrashMessage() {
  const t = useT();
  return (
    <MessagePage title={t('crash.title')} text={t('crash.text')}>
      <Button icon="refresh" onClick={() => location.reload()}>
        {t('crash.reload')}
      </Button>
    </MessagePage>
  );
}
