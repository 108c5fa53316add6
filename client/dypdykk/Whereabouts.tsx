/** The line under the sheet's header: its enhet in the programme, and the sheet that it digs into. */
import { useId } from 'react';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { SheetContext } from '../../shared/portfolio/sheetContext.ts';
import { patchHeader } from '../../shared/sheet/commands/header.ts';
import { browserStorage } from '../connection/environment.ts';
import { knownKeys } from '../connection/keyRing.ts';
import { recentSheets } from '../connection/recentSheets.ts';
import { useT } from '../i18n/i18n.ts';
import { Link } from '../router/Link.tsx';
import { Placed } from '../sections/Placed.tsx';
import { useSheetContext } from '../sections/surroundings.ts';
import { useHeader, useRun, useSession } from '../sheet/session.tsx';
import './dypdykk.css';

export function Whereabouts() {
  const { parent } = useHeader();
  const context = useSheetContext();
  return (
    <div className="whereabouts">
      {parent !== null && <From sheetId={parent.sheetId as SheetId} />}
      {context !== undefined && context.enheter.length > 0 && <Enhet context={context} />}
    </div>
  );
}

function From({ sheetId }: { readonly sheetId: SheetId }) {
  const t = useT();
  const told = useSheetContext()?.parent?.title;
  const remembered = recentSheets(browserStorage).find(({ id }) => id === sheetId)?.title;
  const title = told || remembered || t('dypdykk.etVirksomhetsA3');
  const isKnown = knownKeys(browserStorage, sheetId).length > 0;
  return (
    <p>
      {t('dypdykk.fra')} {isKnown ? <Link href={`/ark/${sheetId}`}>{title}</Link> : title}
    </p>
  );
}

/** Depths further down than this are not told apart. */
const INDENT = '\u2003';

function Enhet({ context }: { readonly context: SheetContext }) {
  const t = useT();
  const id = useId();
  const run = useRun();
  const { canWrite } = useSession();
  const { enhetId } = useHeader();
  const { enheter } = context;
  const depths = new Map<string, number>();
  for (const { id: own, parentId } of enheter) {
    depths.set(own, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
  }
  const isGone = enhetId !== null && !depths.has(enhetId);
  return (
    <Placed place={{ section: 'header', field: 'enhetId' }}>
      <div className="whereabouts__enhet">
        <label htmlFor={id}>{t('dypdykk.enhet')}</label>
        <select
          id={id}
          className="ds-input"
          data-size="sm"
          value={enhetId ?? ''}
          disabled={!canWrite}
          onChange={({ target: { value } }) =>
            run(patchHeader({ enhetId: value === '' ? null : value }))
          }
        >
          <option value="">{t('dypdykk.ikkeValgtEnhet')}</option>
          {isGone && <option value={enhetId}>{t('portefolje.ukjentEnhet')}</option>}
          {enheter.map(({ id: own, name }) => (
            <option key={own} value={own}>
              {INDENT.repeat(depths.get(own) ?? 0) + (name || t('portefolje.navnloesEnhet'))}
            </option>
          ))}
        </select>
      </div>
    </Placed>
  );
}
