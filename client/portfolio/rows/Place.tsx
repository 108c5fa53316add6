/** Which sheet an item stands on, and whose it is: a link for whoever has a key of the sheet here. */
import { useSyncExternalStore } from 'react';
import type { SheetId } from '../../../shared/ids/ids.ts';
import type { PortfolioItem } from '../../../shared/portfolio/portfolio.ts';
import { browserStorage } from '../../connection/environment.ts';
import { knownKeys } from '../../connection/keyRing.ts';
import { useT } from '../../i18n/i18n.ts';
import { Link } from '../../router/Link.tsx';
import { useEnheter } from '../places.ts';

export function Place({ item }: { readonly item: PortfolioItem }) {
  const t = useT();
  const enheter = useEnheter();
  const title = item.sheetTitle || t('sheet.untitled');
  const enhet = enheter.find(({ id }) => id === item.enhetId);
  const isKnown = useHasKey(item.sheetId);
  return (
    <>
      {isKnown ? (
        <Link href={`/ark/${item.sheetId}`}>{title}</Link>
      ) : (
        <span className="portfolio-row__line">{title}</span>
      )}
      {enhet !== undefined && <span className="portfolio-row__note">{enhet.name}</span>}
    </>
  );
}

/** Whether this browser has a key of a sheet: it may get one in another tab. */
function useHasKey(sheetId: SheetId): boolean {
  return useSyncExternalStore(onStorage, () => knownKeys(browserStorage, sheetId).length > 0);
}

function onStorage(listener: () => void): () => void {
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
}
