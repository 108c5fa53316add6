/**
 * The page of the address, fetched when it is first asked for. Around it stand the parts that
 * every page shares: the link past the top, the messages, and the voice for screen readers.
 */
import { lazy, Suspense } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { matchRoute, type Route, usePathname } from './router.ts';

const StartPage = lazy(async () => ({
  default: (await import('../start/StartPage.tsx')).StartPage,
}));

const SheetPage = lazy(async () => ({
  default: (await import('../page/SheetPage.tsx')).SheetPage,
}));

export function App() {
  const t = useT();
  const pathname = usePathname();
  return (
    <>
      <ErrorBoundary resetKey={pathname}>
        <Suspense fallback={<Spinner label={t('app.loading')} />}>
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
