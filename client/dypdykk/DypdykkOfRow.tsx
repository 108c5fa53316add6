/** Under a tiltak in the table: what its dypdykk has come to, in two lines or three. Read-only. */
import type { Tiltak } from '../../shared/sheet/schema/entities.ts';
import { browserStorage } from '../connection/environment.ts';
import { knownKeys } from '../connection/keyRing.ts';
import { useT } from '../i18n/i18n.ts';
import { Link } from '../router/Link.tsx';
import { useSheetContext } from '../sections/surroundings.ts';
import './dypdykk.css';
import { sumTexts, tiltakText } from './summary.ts';

export function DypdykkOfRow({ tiltak }: { readonly tiltak: Tiltak }) {
  const t = useT();
  const context = useSheetContext();
  const dypdykk = context?.dypdykk.filter(({ tiltakId }) => tiltakId === tiltak.id) ?? [];
  return dypdykk.map(({ sheetId, sums, content }) => (
    <div key={sheetId} className="dypdykk-row">
      <p>
        {knownKeys(browserStorage, sheetId).length > 0 ? (
          <Link href={`/ark/${sheetId}`}>
            {t('dypdykk.navn', { title: content?.title || t('sheet.untitled') })}
          </Link>
        ) : (
          t('dypdykk.uten')
        )}
        {' · '}
        {tiltakText(sums.tiltak, content?.tiltak, t)}
      </p>
      <p>{sumTexts(sums, t).join(' · ') || t('dypdykk.ingenSummer')}</p>
    </div>
  ));
}
