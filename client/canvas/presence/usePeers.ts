/** The others on the board, as a component shows them: read anew once a frame at most. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { useDesk } from '../desk.ts';
import { type Peer, peersOf } from './peers.ts';

interface Peers {
  subscribe(listener: () => void): () => void;
  get(): readonly Peer[];
}

const kept = new WeakMap<Awareness, Peers>();

export function peersIn(awareness: Awareness): Peers {
  let peers = kept.get(awareness);
  if (peers === undefined) {
    peers = watched(awareness);
    kept.set(awareness, peers);
  }
  return peers;
}

/** `select` gives what matters of the peers; the component is rendered anew when its text differs. */
export function usePeers<T>(select: (peers: readonly Peer[]) => T): T {
  const peers = peersIn(useDesk().awareness);
  const text = useSyncExternalStore(peers.subscribe, () => JSON.stringify(select(peers.get())));
  return useMemo(() => JSON.parse(text) as T, [text]);
}

function watched(awareness: Awareness): Peers {
  const listeners = new Set<() => void>();
  let current: readonly Peer[] | undefined;
  let isComing = false;
  const onChange = () => {
    current = undefined;
    if (isComing) return;
    isComing = true;
    requestAnimationFrame(() => {
      isComing = false;
      for (const listener of listeners) listener();
    });
  };
  return {
    subscribe: (listener) => {
      if (listeners.size === 0) {
        awareness.on('change', onChange);
        current = undefined;
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) awareness.off('change', onChange);
      };
    },
    get: () => {
      current ??= peersOf(awareness);
      return current;
    },
  };
}
