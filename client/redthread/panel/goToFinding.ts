/** The way from a finding to the place that mends it. */
import { flushSync } from 'react-dom';
import type { NodeRef } from '../../../shared/redthread/chain.ts';
import type { Finding, FindingKind } from '../../../shared/redthread/redThread.ts';
import { openDetails } from '../../sections/details/openDetails.ts';
import { focusPlace, hasPlace } from '../focusPlace.ts';
import { showKart } from '../kart.ts';
import { setLinking, setTarget } from '../state.ts';

/** What is missing is a link, and links are made in the gevinstkart. */
const IS_LINK: Readonly<Record<FindingKind, boolean>> = {
  rotaarsakUtenTiltak: true,
  tiltakUtenRotaarsak: true,
  tiltakUtenGevinst: true,
  gevinstUtenMaaling: true,
  tiltakUtenAnsvar: false,
  tiltakUtenFrist: false,
  gevinstUtenEier: false,
  maalingUtenNullpunkt: false,
  maalingUtenOnsketVerdi: false,
  maalingForSen: false,
};

/**
 * Takes the focus to the field, in the view of the sheet that is shown. What has no field in the row
 * is mended in the row's details; a link in the gevinstkart, where choosing it has begun for those who
 * may write.
 */
export function goToFinding(finding: Finding, canWrite: boolean): void {
  if (hasPlace(finding.id, finding.field)) {
    // A sheet that lies under a kart takes no focus.
    flushSync(() => showKart(undefined));
    focusPlace(finding.id, finding.field);
    return;
  }
  if (IS_LINK[finding.kind] || finding.of === 'rotaarsaker') {
    const ref: NodeRef = { of: finding.of, id: finding.id };
    setTarget(ref);
    setLinking(canWrite ? ref : undefined);
    showKart('gevinster');
    return;
  }
  openDetails(finding);
}
