/** Opens the dypdykk of a tiltak, and makes it where there is none, in one step. */
import { useState } from 'react';
import type { Tiltak } from '../../shared/sheet/schema/entities.ts';
import { loadLateTexts, t } from '../i18n/i18n.ts';
import { useHeader } from '../sheet/session.tsx';
import { showToast } from '../ui/toasts.ts';
import { useSurroundings } from './surroundings.ts';

interface OpensDypdykk {
  readonly open: (tiltak: Tiltak) => Promise<void>;
  readonly isBusy: boolean;
}

export function useOpenDypdykk(): OpensDypdykk {
  const { owner, enhetId } = useHeader();
  const [isBusy, setBusy] = useState(false);
  async function open(tiltak: Tiltak) {
    const { connection } = useSurroundings.getState();
    if (isBusy || connection === undefined) return;
    setBusy(true);
    try {
      const [{ openDypdykk }] = await Promise.all([
        import('../dypdykk/openDypdykk.ts'),
        loadLateTexts(),
      ]);
      await openDypdykk({ tiltak, connection, owner, enhetId });
    } catch {
      // Its code was never fetched, and there is no network now.
      showToast({ text: t('api.unreachable'), kind: 'warning' });
    }
    setBusy(false);
  }
  return { open, isBusy };
}
