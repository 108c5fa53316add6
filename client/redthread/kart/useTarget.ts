/** Goes to the card that was asked for before the kart was there, once its cards are. */
import { useEffect, useEffectEvent } from 'react';
import type { NodeRef } from '../../../shared/redthread/chain.ts';
import { setTarget, useRedThread } from '../state.ts';

export function useTarget(goTo: (target: NodeRef) => void): void {
  const target = useRedThread((state) => state.target);
  const go = useEffectEvent(goTo);
  useEffect(() => {
    if (target === undefined) return;
    go(target);
    setTarget(undefined);
  }, [target]);
}
