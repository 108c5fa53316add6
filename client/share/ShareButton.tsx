/** The button that opens the links of an open sheet. */
import { useState } from 'react';
import { formatLink } from '../connection/link.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useT } from '../i18n/i18n.ts';
import { useHeader, useSession } from '../sheet/session.tsx';
import { Button } from '../ui/Button.tsx';
import { SharePanel } from './SharePanel.tsx';

export function ShareButton({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  const { role } = useSession();
  const { title } = useHeader();
  const [accessKey, setAccessKey] = useState<string>();
  const link = formatLink({ sheetId: sheet.sheetId, key: accessKey });

  function adopt(key: string): void {
    sheet.adoptKey(key);
    setAccessKey(key);
  }

  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        icon="share"
        aria-haspopup="dialog"
        onClick={() => setAccessKey(sheet.accessKey)}
      >
        {t('share.open')}
      </Button>
      {accessKey !== undefined && (
        <SharePanel
          sheetId={sheet.sheetId}
          title={title}
          role={role}
          accessKey={accessKey}
          ownLink={`${location.origin}${link}`}
          onClose={() => setAccessKey(undefined)}
          onAccessKeyRenewed={adopt}
        />
      )}
    </>
  );
}
