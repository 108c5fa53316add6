/**
 * The button that opens the links of an open document. The panel and its QR codes are fetched when
 * somebody is about to press it, so that they cost the first screen nothing.
 */
import { type ComponentType, useState } from 'react';
import type { OpenConnection } from '../connection/documentConnection.ts';
import { useT } from '../i18n/i18n.ts';
import { useOpenDocument } from '../sheet/documentSession.tsx';
import { Button } from '../ui/Button.tsx';
import { showToast } from '../ui/toasts.ts';
import type { SharePanelProps } from './SharePanel.tsx';

async function loadPanel(): Promise<ComponentType<SharePanelProps>> {
  return (await import('./SharePanel.tsx')).SharePanel;
}

/** Fetches the panel ahead of the press; when that fails, the press will tell. */
function prefetchPanel(): void {
  loadPanel().catch(() => undefined);
}

interface OpenPanel {
  readonly Panel: ComponentType<SharePanelProps>;
  readonly accessKey: string;
}

interface ShareButtonProps {
  readonly connection: OpenConnection;
  /** The document's title. */
  readonly title: string;
}

export function ShareButton({ connection, title }: ShareButtonProps) {
  const t = useT();
  const { role } = useOpenDocument();
  const [open, setOpen] = useState<OpenPanel>();

  async function show() {
    try {
      const Panel = await loadPanel();
      const { accessKey } = connection;
      if (accessKey !== undefined) setOpen({ Panel, accessKey });
    } catch {
      showToast({ kind: 'warning', text: t('api.unreachable') });
    }
  }
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        icon="share"
        aria-haspopup="dialog"
        onPointerEnter={prefetchPanel}
        onFocus={prefetchPanel}
        onClick={() => void show()}
      >
        <span className="top-bar__share">{t('share.open')}</span>
      </Button>
      {open !== undefined && (
        <open.Panel
          connection={connection}
          title={title}
          role={role}
          accessKey={open.accessKey}
          onClose={() => setOpen(undefined)}
          onAccessKeyRenewed={(accessKey) => {
            connection.adoptKey(accessKey);
            setOpen({ ...open, accessKey });
          }}
        />
      )}
    </>
  );
}
