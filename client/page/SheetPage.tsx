/** The page of one sheet: opens it, shows it, and says in plain words when it cannot be opened. */
import { useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { SheetId } from '../../shared/ids/ids.ts';
import { parseLink } from '../connection/link.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useT } from '../i18n/i18n.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { OpenFailed } from './OpenFailed.tsx';
import { openOrTake } from './opening.ts';
import { SheetDesk } from './SheetDesk.tsx';
import './sheetPage.css';

/** A new link to the same sheet changes only the fragment: the sheet is then opened anew with it. */
export function SheetPage({ sheetId }: { readonly sheetId: SheetId }) {
  const [opening, setOpening] = useState(0);
  const [sheet, setSheet] = useState<OpenSheet | undefined>(undefined);

  // Before the page is painted: a sheet that has come already is then the first thing shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new opening opens the sheet anew.
  useLayoutEffect(() => {
    const opened = openOrTake(sheetId);
    setSheet(opened);
    return () => {
      setSheet(undefined);
      void opened.close();
    };
  }, [sheetId, opening]);

  useEffect(() => {
    const onHashChange = () => {
      if (parseLink(location.href)?.key !== undefined) setOpening((count) => count + 1);
    };
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);

  return sheet === undefined ? <Opening /> : <OpenedSheet key={opening} sheet={sheet} />;
}

function OpenedSheet({ sheet }: { readonly sheet: OpenSheet }) {
  const phase = useStore(sheet.state, (state) => state.phase);
  switch (phase) {
    case 'opening':
      return <Opening />;
    case 'failed':
      return <OpenFailed sheet={sheet} />;
    case 'ready':
      return <SheetDesk sheet={sheet} />;
  }
}

function Opening() {
  const t = useT();
  return (
    <div className="sheet-opening">
      <Spinner label={t('sheet.loading')} />
    </div>
  );
}
