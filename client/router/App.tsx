/**
 * The page of the address. A sheet's is always here, for most come by a link to a sheet; the
 * others are fetched when they are first asked for. Around the page stand the parts that every
 * page shares: the link past the top, the messages, and the voice for screen readers.
 */
import { loadLateTexts, useT } from '../i18n/i18n.ts';
import { openEarly } from '../page/opening.ts';
import { SheetPage } from '../page/SheetPage.tsx';
import { Announcer } from '../ui/Announcer.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import './App.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { latePage } from './latePage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { matchRoute, type Route, usePathname } from './router.ts';

const start = latePage(async () => (await import('../start/StartPage.tsx')).StartPage, <Loading />);

const program = latePage(
  async () => {
    const [{ ProgramPage }] = await Promise.all([
      import('../program/ProgramPage.tsx'),
      loadLateTexts(),
    ]);
    return ProgramPage;
  },
  <Loading />,
);

const portfolio = latePage(
  async () => {
    const [{ PortfolioPage }] = await Promise.all([
      import('../portfolio/PortfolioPage.tsx'),
      loadLateTexts(),
    ]);
    return PortfolioPage;
  },
  <Loading />,
);

/** Begins with what a page needs before it is shown; when that fails, showing it will tell. */
export function preparePage(route: Route): void {
  if (route.page === 'start') start.fetch();
  if (route.page === 'program') program.fetch();
  if (route.page === 'portefolje') portfolio.fetch();
  if (route.page === 'ark') openEarly(route.sheetId);
}

export function App() {
  const pathname = usePathname();
  return (
    <>
      <ErrorBoundary resetKey={pathname}>
        <Page route={matchRoute(pathname)} />
      </ErrorBoundary>
      <ToastRegion />
      <Announcer />
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'start':
      return <start.Page />;
    case 'ark':
      return <SheetPage sheetId={route.sheetId} />;
    case 'program':
      return <program.Page programId={route.programId} />;
    case 'portefolje':
      return <portfolio.Page programId={route.programId} />;
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
