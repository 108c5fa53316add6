/** What a person should know about the connection, above the document, each with what can be done. */
import { useStore } from 'zustand';
import type { OpenConnection } from '../connection/documentConnection.ts';
import { errorText, useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';

interface NoticesProps {
  readonly connection: OpenConnection;
  /** Saves all the words of the document as a file on the person's device. */
  readonly onTakeOut: () => void;
}

export function Notices({ connection, onTakeOut }: NoticesProps) {
  const t = useT();
  const state = useStore(connection.state);
  return (
    <div className="notices">
      {state.failure !== undefined && (
        <Alert
          kind="danger"
          isLive
          title={errorText(state.failure)}
          actions={
            <>
              <Button variant="secondary" size="sm" onClick={() => connection.retry()}>
                {t('notice.retry')}
              </Button>
              <TakeOutButton onTakeOut={onTakeOut} />
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
        <Alert kind="danger" actions={<TakeOutButton onTakeOut={onTakeOut} />}>
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

function TakeOutButton({ onTakeOut }: Pick<NoticesProps, 'onTakeOut'>) {
  const t = useT();
  return (
    <Button variant="secondary" size="sm" icon="download" onClick={onTakeOut}>
      {t('notice.takeOut')}
    </Button>
  );
}
