/** Asks before the page is left, while leaving it would lose words. */
import { useEffect } from 'react';
import type { OpenConnection } from '../connection/documentConnection.ts';

export function useLeaveWarning(connection: OpenConnection): void {
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!connection.state.getState().isSafeToLeave) event.preventDefault();
    };
    addEventListener('beforeunload', onBeforeUnload);
    return () => removeEventListener('beforeunload', onBeforeUnload);
  }, [connection]);
}
