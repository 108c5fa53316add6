/** What the board has to say: that something in the document cannot be drawn by this version. */
import { useSyncExternalStore } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Alert } from '../ui/Alert.tsx';
import { useDesk } from './desk.ts';

export function Notices() {
  const t = useT();
  const { notices } = useDesk().binding;
  const { quarantined } = useSyncExternalStore(notices.subscribe, notices.getState);
  if (quarantined.length === 0) return null;
  return (
    <div className="canvas-notices">
      <Alert kind="warning" isLive>
        {t('canvas.quarantined', { count: quarantined.length })}
      </Alert>
    </div>
  );
}
