/** What a lapp was turned into, kept up to date for as long as it is shown. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import {
  BECAME_COLLECTIONS,
  type BecameRow,
  becameOf,
} from '../../../shared/sheet/snapshot/became.ts';
import { useSession } from '../../sheet/session.tsx';
import type { SheetView } from '../../sheet/view.ts';

const NOTHING: readonly never[] = [];

export function useBecame(lapp: Lapp): BecameRow | null {
  const { view } = useSession();
  const collection = lapp.became === null ? undefined : BECAME_COLLECTIONS[lapp.became.type];
  useSyncExternalStore<readonly unknown[]>(
    useCallback(
      (listener) => (collection === undefined ? () => {} : view.subscribe(collection, listener)),
      [view, collection],
    ),
    () => (collection === undefined ? NOTHING : view.collection(collection)),
  );
  return becameIn(view, lapp);
}

export function becameIn(view: SheetView, lapp: Pick<Lapp, 'became'>): BecameRow | null {
  if (lapp.became === null) return null;
  return becameOf(lapp, {
    rotaarsaker: view.collection('rotaarsaker'),
    tiltak: view.collection('tiltak'),
    gevinster: view.collection('gevinster'),
    maalinger: view.collection('maalinger'),
  });
}
