/**
 * The page of the address, fetched when it is first asked for. Around it stand the parts that
 * every page shares: the link past the top, the messages, and the voice for screen readers.
 */
import { lazy, Suspense } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import './App.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { matchRoute, type Route, usePathname } from './router.ts';

const loadStart = async () => ({ default: (await import('../start/StartPage.tsx')).StartPage });
const loadSheet = async () => ({ default: (await import('../page/SheetPage.tsx')).SheetPage });

const StartPage = lazy(loadStart);
const SheetPage = lazy(loadSheet);

/** Begins to fetch a page before it is shown; when that fails, showing it will tell. */
export function prefetchPage(route: Route): void {
  if (route.page === 'start') loadStart().catch(() => undefined);
  if (route.page === 'ark') loadSheet().catch(() => undefined);
}

export function App() {
  const pathname = usePathname();
  return (
    <>
      <ErrorBoundary resetKey={pathname}>
        <Suspense fallback={<Loading />}>
          <Page route={matchRoute(pathname)} />
        </Suspense>
      </ErrorBoundary>
      <ToastRegion />
      <Announcer />
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'start':
      return <StartPage />;
    case 'ark':
      return <SheetPage sheetId={route.sheetId} />;
    case 'unknown':
      return <NotFoundPage />;
  }
}

function Loading() {
  const t = useT();
  return (
    <div className="page-loading">
      <Spinner label={t('app.loading')} />
    </div>
  );
}
