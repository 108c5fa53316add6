/** The parts of a sheet that tell of other sheets. Their code comes once there is something to tell. */
import type { Tiltak } from '../../shared/sheet/schema/entities.ts';
import { loadLateTexts } from '../i18n/i18n.ts';
import { latePage } from '../router/latePage.tsx';
import { useHeader } from '../sheet/session.tsx';
import { useSheetContext } from './surroundings.ts';

const dypdykk = latePage(async () => {
  const [{ DypdykkOfRow }] = await Promise.all([
    import('../dypdykk/DypdykkOfRow.tsx'),
    loadLateTexts(),
  ]);
  return DypdykkOfRow;
}, null);

/** What the dypdykk of a tiltak has come to, under its name in the table. */
export function LateDypdykk({ tiltak }: { readonly tiltak: Tiltak }) {
  const context = useSheetContext();
  const isThere = context?.dypdykk.some(({ tiltakId }) => tiltakId === tiltak.id);
  return isThere ? <dypdykk.Page tiltak={tiltak} /> : null;
}

const whereabouts = latePage(async () => {
  const [{ Whereabouts }] = await Promise.all([
    import('../dypdykk/Whereabouts.tsx'),
    loadLateTexts(),
  ]);
  return Whereabouts;
}, null);

/** Under the header: the enhet that the sheet belongs to, and the sheet that it digs into. */
export function LateWhereabouts() {
  const context = useSheetContext();
  const { parent } = useHeader();
  const hasEnheter = context !== undefined && context.enheter.length > 0;
  return hasEnheter || parent !== null ? <whereabouts.Page /> : null;
}
