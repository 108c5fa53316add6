/** A gevinst made of a tiltak in one step; one goes on where its name is written. */
import type { TiltakId } from '../../../shared/ids/ids.ts';
import { addGevinstOfTiltak } from '../../../shared/sheet/commands/gevinst.ts';
import { useRun } from '../../sheet/session.tsx';
import { openDetails } from './openDetails.ts';

export function useNewGevinst(): (tiltak: TiltakId) => void {
  const run = useRun();
  return (tiltak) => {
    const outcome = run(addGevinstOfTiltak(tiltak));
    if (outcome.ok) openDetails({ of: 'gevinster', id: outcome.value, field: 'title' });
  };
}
