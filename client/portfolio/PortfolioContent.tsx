/** Everything that an answer is shown as, from the filters down to the rows. */
import { type RefObject, useEffect, useRef } from 'react';
import { PORTFOLIO_GROUPINGS } from '../../shared/portfolio/portfolio.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { YearChart } from './chart/YearChart.tsx';
import { FilterBar } from './filters/FilterBar.tsx';
import { FlagChips } from './filters/FlagChips.tsx';
import { PortfolioDownloads } from './PortfolioDownloads.tsx';
import { EVERYTHING, hasFilters } from './query.ts';
import { Groups } from './rows/Groups.tsx';
import { Pager } from './rows/Pager.tsx';
import { Rows } from './rows/Rows.tsx';
import { Headline } from './sums/Headline.tsx';
import { MaaltallList } from './sums/Maaltall.tsx';
import { Unread } from './Unread.tsx';
import { usePortfolioView } from './view.tsx';

interface ContentProps {
  readonly program: OpenProgram;
  readonly rowsHeading: RefObject<HTMLHeadingElement | null>;
}

export function PortfolioContent({ program, rowsHeading }: ContentProps) {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const isEmpty = answer.page.total === 0 && !hasFilters(query);
  useAnnouncedTotal();
  return (
    <>
      <div className="portfolio__tools">
        <FilterBar />
        {!isEmpty && <PortfolioDownloads program={program} />}
      </div>
      <Unread />
      {isEmpty && <Empty />}
      {!isEmpty && (
        <>
          <Headline />
          <div className="portfolio__charts">
            <YearChart unit="kroner" />
            <YearChart unit="timer" />
          </div>
        </>
      )}
      <MaaltallList />
      {!isEmpty && (
        <section aria-labelledby="rader" className="portfolio__part">
          <h2 id="rader" ref={rowsHeading} tabIndex={-1} className="portfolio__heading">
            {t('portefolje.raderAntall', { count: answer.page.total })}
          </h2>
          <div className="portfolio__rows-tools">
            <FlagChips />
            <Grouping />
          </div>
          {query.gruppe !== undefined && <Groups gruppe={query.gruppe} />}
          {answer.items.length === 0 ? <NothingFound /> : <Rows />}
          <Pager />
        </section>
      )}
    </>
  );
}

/** Says how many rows there are when somebody has asked for others, and not when others write. */
function useAnnouncedTotal(): void {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const heard = useRef(query);
  const { total } = answer.page;
  useEffect(() => {
    if (heard.current === query) return;
    heard.current = query;
    announce(t('portefolje.raderAntall', { count: total }));
  }, [query, total, t]);
}

function Grouping() {
  const t = useT();
  const { query, ask } = usePortfolioView();
  return (
    <Select<(typeof PORTFOLIO_GROUPINGS)[number] | ''>
      label={t('portefolje.grupper')}
      size="sm"
      value={query.gruppe ?? ''}
      options={[
        { value: '', label: t('portefolje.ikkeGrupper') },
        ...PORTFOLIO_GROUPINGS.map((value) => ({ value, label: t(`portefolje.filter.${value}`) })),
      ]}
      onValueChange={(value) =>
        ask({ ...query, gruppe: value === '' ? undefined : value, side: 1 })
      }
    />
  );
}

function Empty() {
  const t = useT();
  return (
    <div className="portfolio__empty">
      <p className="portfolio__empty-title">{t('portefolje.tom')}</p>
      <p>{t('portefolje.tomHjelp')}</p>
    </div>
  );
}

function NothingFound() {
  const t = useT();
  const { query, ask } = usePortfolioView();
  return (
    <div className="portfolio__empty">
      <p>{t('portefolje.ingenTreff')}</p>
      <Button variant="secondary" onClick={() => ask({ ...EVERYTHING, gruppe: query.gruppe })}>
        {t('portefolje.filter.visAlt')}
      </Button>
    </div>
  );
}
