/** An open sheet on its desk: the bar above it, what has to be said, and the sheet itself. */
import { useMemo } from 'react';
import type * as Y from 'yjs';
import type { OpenSheet } from '../connection/openSheet.ts';
import { FormView } from '../form/FormView.tsx';
import { currentLanguage, loadLateTexts, useT } from '../i18n/i18n.ts';
import { PresenceProvider } from '../presence/context.tsx';
import { NamePrompt } from '../presence/NamePrompt.tsx';
import { useKart } from '../redthread/kart.ts';
import { useRedThread } from '../redthread/state.ts';
import { ErrorBoundary } from '../router/ErrorBoundary.tsx';
import { latePage } from '../router/latePage.tsx';
import { usePageTitle } from '../router/usePageTitle.ts';
import {
  type SheetSession,
  SheetSessionProvider,
  useHeader,
  useSession,
} from '../sheet/session.tsx';
import { SheetUndo } from '../sheet/undo.ts';
import { SheetView } from '../sheet/view.ts';
import { SkipLink } from '../ui/SkipLink.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { DetailsHost } from './DetailsHost.tsx';
import { Notices } from './Notices.tsx';
import { KartHost, RedThreadHost } from './RedThreadHost.tsx';
import { SurroundingsHost } from './SurroundingsHost.tsx';
import { TopBar } from './TopBar.tsx';
import { downloadText } from './takeOut.ts';
import { useKeptScroll } from './useKeptScroll.ts';
import { useLeaveWarning } from './useLeaveWarning.ts';
import { useOpenParts } from './useOpenParts.ts';
import { useUndoKeys } from './useUndoKeys.ts';
import { useVisning } from './visning.ts';

/** Fetched when it is first shown: the first load of a sheet is without it. */
const canvas = latePage(loadCanvas, <CanvasLoading />);

/** The code and what it needs side by side. What cannot be prepared is tried again by the view. */
async function loadCanvas() {
  const view = import('../canvas/CanvasView.tsx');
  const { prepareCanvas } = await import('../canvas/prepare.ts');
  const [{ CanvasView }] = await Promise.all([
    view,
    loadLateTexts(),
    prepareCanvas(currentLanguage()).catch(() => {}),
  ]);
  return CanvasView;
}

export function SheetDesk({ sheet }: { readonly sheet: OpenSheet }) {
  const session = useSheetSession(sheet);
  if (session === undefined) return null;
  return (
    <SheetSessionProvider session={session}>
      <PresenceProvider>
        <Desk sheet={sheet} />
      </PresenceProvider>
    </SheetSessionProvider>
  );
}

function Desk({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  const { title, kind } = useHeader();
  const name = title.trim() === '' ? t('sheet.untitled') : title;
  usePageTitle(`${name} – ${t(`sheet.kind.${kind}`)}`);
  useUndoKeys(useSession().undo);
  useLeaveWarning(sheet);
  useKeptScroll(sheet.sheetId);
  const visning = useVisning();
  const isCovered = useKart() !== undefined;
  const hasPanel = useRedThread((state) => state.isPanelOpen);
  return (
    <div className="desk" data-visning={visning} data-panel={hasPanel || undefined}>
      <SkipLink targetId="innhold">{t('app.skipToContent')}</SkipLink>
      <TopBar sheet={sheet} />
      <NamePrompt />
      <main id="innhold" tabIndex={-1} className="desk__main">
        <h1 className="ds-sr-only">{`${t(`sheet.kind.${kind}`)}: ${name}`}</h1>
        <Notices connection={sheet} onTakeOut={() => downloadText(sheet.doc)} />
        <ErrorBoundary resetKey={visning}>
          <div className="desk__sheet" inert={isCovered}>
            {visning === 'lerret' ? <canvas.Page sheet={sheet} /> : <FormView />}
          </div>
        </ErrorBoundary>
        <ErrorBoundary resetKey={String(isCovered)}>
          <KartHost />
        </ErrorBoundary>
      </main>
      <RedThreadHost />
      <DetailsHost />
      <SurroundingsHost sheet={sheet} />
    </div>
  );
}

function CanvasLoading() {
  const t = useT();
  return (
    <div className="sheet-opening">
      <Spinner label={t('canvas.loading')} />
    </div>
  );
}

function makeParts(doc: Y.Doc) {
  return { view: new SheetView(doc), undo: new SheetUndo(doc) };
}

function useSheetSession(sheet: OpenSheet): SheetSession | undefined {
  const { sheetId } = sheet;
  const parts = useOpenParts(sheet, makeParts);
  return useMemo(() => parts && { sheetId, ...parts }, [sheetId, parts]);
}
