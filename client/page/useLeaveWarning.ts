/** Asks before the page is left, while leaving it would lose words. */
import { useEffect } from 'react';
import type { OpenSheet } from '../connection/openSheet.ts';

export function useLeaveWarning(sheet: OpenSheet): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!sheet.state.getState().isSafeToLeave) event.preventDefault();
    };
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, [sheet]);
}
