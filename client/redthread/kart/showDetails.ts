/** The way from a card to all that the sheet knows about its thing. */
import { flushSync } from 'react-dom';
import type { GevinstId, MaalingId, TiltakId } from '../../../shared/ids/ids.ts';
import type { NodeRef } from '../../../shared/redthread/chain.ts';
import { openDetails } from '../../sections/details/openDetails.ts';
import { focusPlace } from '../focusPlace.ts';
import { showKart } from '../kart.ts';

/** A rotårsak has no details: its card on the sheet shows all there is. */
export function showDetails({ of, id }: NodeRef): void {
  switch (of) {
    case 'rotaarsaker':
      // A sheet that lies under a kart takes no focus.
      flushSync(() => showKart(undefined));
      focusPlace(id, 'title');
      return;
    case 'tiltak':
      openDetails({ of, id: id as TiltakId });
      return;
    case 'gevinster':
      openDetails({ of, id: id as GevinstId });
      return;
    case 'maalinger':
      openDetails({ of, id: id as MaalingId });
  }
}
