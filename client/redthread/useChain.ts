/** The chain of the open sheet, live, and what is missing in it. */
import { useMemo } from 'react';
import { type Chain, type Finding, redThread } from '../../shared/redthread/redThread.ts';
import { useToday } from '../sections/useToday.ts';
import { useCollection } from '../sheet/session.tsx';

/** The same object until one of the four collections changes. */
export function useChain(): Chain {
  const rotaarsaker = useCollection('rotaarsaker');
  const tiltak = useCollection('tiltak');
  const gevinster = useCollection('gevinster');
  const maalinger = useCollection('maalinger');
  return useMemo(
    () => ({ rotaarsaker, tiltak, gevinster, maalinger }),
    [rotaarsaker, tiltak, gevinster, maalinger],
  );
}

export function useFindings(): readonly Finding[] {
  const chain = useChain();
  const today = useToday();
  return useMemo(() => redThread(chain, today), [chain, today]);
}
