/** What a person should know about the connection, above the sheet, each with what can be done. */
import { useStore } from 'zustand';
import type { OpenSheet } from '../connection/openSheet.ts';
import { errorText, useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { downloadText } from './takeOut.ts';

export function Notices({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  const state = useStore(sheet.state);
  return (
    <div className="notices">
      {state.failure !== undefined && (
        <Alert
          kind="danger"
          isLive
          title={errorText(state.failure)}
          actions={
            <>
              <Button variant="secondary" size="sm" onClick={() => sheet.retry()}>
                {t('notice.retry')}
              </Button>
              <TakeOutButton sheet={sheet} />
            </>
          }
        >
          <p>{t('notice.localCopy')}</p>
        </Alert>
      )}
      {state.deadLink !== undefined && (
        <Alert kind="warning">{t('notice.deadLink', { reason: errorText(state.deadLink) })}</Alert>
      )}
      {state.failure === undefined && state.saved === 'avvist' && (
        <Alert kind="danger" actions={<TakeOutButton sheet={sheet} />}>
          <p>{t('notice.refusedWords')}</p>
        </Alert>
      )}
      {state.saved === 'frakoblet-ulagret' && (
        <Alert kind="danger">{t('notice.notSavedHere')}</Alert>
      )}
      {state.isStoreInTrouble && <Alert kind="warning">{t('notice.storeTrouble')}</Alert>}
      {state.isSocketBlocked && <Alert kind="warning">{t('notice.socketBlocked')}</Alert>}
    </div>
  );
}

function TakeOutButton({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  return (
    <Button variant="secondary" size="sm" icon="download" onClick={() => downloadText(sheet.doc)}>
      {t('notice.takeOut')}
    </Button>
  );
}
