/**
 * Finds out what stands around the open sheet, once the sheet itself is there to be written in, and
 * asks for what making another sheet needs.
 */
import { useEffect } from 'react';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useAdminKeyRequest } from '../dypdykk/adminKeyRequest.ts';
import { loadLateTexts } from '../i18n/i18n.ts';
import { latePage } from '../router/latePage.tsx';
import { whenIdle } from '../sections/prose/idle.ts';
import { forgetSurroundings, useSurroundings } from '../sections/surroundings.ts';

const adminKeyDialog = latePage(async () => {
  const [{ AdminKeyDialog }] = await Promise.all([
    import('../dypdykk/AdminKeyDialog.tsx'),
    loadLateTexts(),
  ]);
  return AdminKeyDialog;
}, null);

export function SurroundingsHost({ sheet }: { readonly sheet: OpenSheet }) {
  useEffect(() => {
    useSurroundings.setState({ connection: sheet, context: undefined });
    let isClosed = false;
    let stop: (() => void) | undefined;
    async function begin() {
      const { followContext } = await import('../dypdykk/followContext.ts');
      if (!isClosed) stop = followContext(sheet);
    }
    // Offline before this was ever fetched: the sheet is whole without it.
    const cancel = whenIdle(() => void begin().catch(() => undefined));
    return () => {
      isClosed = true;
      cancel();
      stop?.();
      forgetSurroundings();
    };
  }, [sheet]);
  const isAsking = useAdminKeyRequest(({ retry }) => retry !== undefined);
  return isAsking ? <adminKeyDialog.Page /> : null;
}
