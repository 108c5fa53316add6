/** The portfolio of an open programme: the bar above it, and what its query is answered with. */
import { memo, type RefObject, useCallback, useMemo, useRef } from 'react';
import type { PortfolioAnswer, PortfolioQuery } from '../../shared/portfolio/portfolio.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import '../page/topBar.css';
import { useProgramHeader } from '../program/session.tsx';
import { Link } from '../router/Link.tsx';
import { usePageTitle } from '../router/usePageTitle.ts';
import { Alert } from '../ui/Alert.tsx';
import { Button } from '../ui/Button.tsx';
import { LanguageMenu } from '../ui/LanguageMenu.tsx';
import { Logo } from '../ui/Logo.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { showQuery, useAddressedQuery } from './address.ts';
import { PortfolioContent } from './PortfolioContent.tsx';
import { EnheterProvider, PlacesProvider } from './places.ts';
import './portfolio.css';
import { type FirstAnswer, usePortfolio } from './usePortfolio.ts';
import { useProgramPlaces } from './useProgramPlaces.ts';
import { type PortfolioView, PortfolioViewProvider } from './view.tsx';

interface PortfolioDeskProps {
  readonly program: OpenProgram;
  /** An answer that is on its way already. */
  readonly first: RefObject<FirstAnswer | undefined>;
}

export function PortfolioDesk({ program, first }: PortfolioDeskProps) {
  const t = useT();
  const { name } = useProgramHeader();
  const shown = name.trim() === '' ? t('program.untitled') : name;
  usePageTitle(`${t('portefolje.tittel')} – ${shown}`);
  const query = useAddressedQuery();
  const { answer, answered, failure, retry } = usePortfolio({ program, query, first });
  const places = useProgramPlaces(program, answer);
  return (
    <div className="desk">
      <SkipLink targetId="innhold">{t('app.skipToContent')}</SkipLink>
      <header className="top-bar portfolio__bar">
        <div className="top-bar__start">
          <Link href="/" className="top-bar__home">
            <Logo isCompact />
          </Link>
          <Link href={`/program/${program.id}${location.hash}`} className="portfolio__up">
            {shown}
          </Link>
        </div>
        <div className="top-bar__end">
          <LanguageMenu />
        </div>
      </header>
      <main id="innhold" tabIndex={-1} className="portfolio" aria-busy={answered !== query}>
        <h1 className="portfolio__title">{t('portefolje.tittel')}</h1>
        {failure !== undefined && (
          <Alert
            kind="warning"
            isLive
            title={t(answer === undefined ? 'portefolje.feilet' : 'portefolje.gamle')}
            actions={
              <Button variant="secondary" size="sm" icon="refresh" onClick={retry}>
                {t('notice.retry')}
              </Button>
            }
          >
            <p>{failure.text}</p>
          </Alert>
        )}
        {answer === undefined ? (
          failure === undefined && <Spinner label={t('portefolje.henter')} />
        ) : (
          <EnheterProvider value={places.enheter}>
            <PlacesProvider value={places}>
              <Shown program={program} query={query} answer={answer} />
            </PlacesProvider>
          </EnheterProvider>
        )}
      </main>
    </div>
  );
}

interface ShownProps {
  readonly program: OpenProgram;
  readonly query: PortfolioQuery;
  readonly answer: PortfolioAnswer;
}

const Shown = memo(function Shown({ program, query, answer }: ShownProps) {
  const rows = useRef<HTMLHeadingElement>(null);
  const askForRows = useCallback((asked: PortfolioQuery) => {
    showQuery(asked, false);
    rows.current?.focus({ preventScroll: true });
    rows.current?.scrollIntoView({ block: 'start' });
  }, []);
  const view = useMemo<PortfolioView>(
    () => ({
      query,
      answer,
      ask: (asked, { goesOn = false } = {}) => showQuery(asked, goesOn),
      askForRows,
    }),
    [query, answer, askForRows],
  );
  return (
    <PortfolioViewProvider value={view}>
      <PortfolioContent program={program} rowsHeading={rows} />
    </PortfolioViewProvider>
  );
});
