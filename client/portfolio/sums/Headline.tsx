/** The programme in a few numbers: what is proposed, adopted and realised, each a way to its rows. */
import { formatNumber } from '../../../shared/format/number.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import type { PortfolioStage } from '../../../shared/portfolio/portfolio.ts';
import { GEVINST_SLAG, TILTAK_SLAG } from '../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { aarsverkText, amountText } from '../../sections/tables/estimateText.ts';
import { narrowed } from '../query.ts';
import { RowsLink, usePortfolioView } from '../view.tsx';
import { gevinsterText, SHOWN_STAGES, SLAG_OF_UNIT, yearsText } from '../words.ts';
import { SumCard, SumLine } from './SumCard.tsx';

export function Headline() {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const { sums, program } = answer;
  const gevinster = gevinsterText(sums.gevinster, program.gevinstWord, t);
  return (
    <section aria-labelledby="til-sammen" className="portfolio__part">
      <div className="portfolio__heading-row">
        <h2 id="til-sammen" className="portfolio__heading">
          {t('portefolje.tilSammen', { years: yearsText(query, program.period) })}
        </h2>
        <p className="portfolio__counts">
          <RowsLink query={narrowed(query, { slag: among(TILTAK_SLAG, query.slag) })}>
            {t('portefolje.antall.tiltak', { count: sums.tiltak })}
          </RowsLink>
          {' · '}
          <RowsLink query={narrowed(query, { slag: among(GEVINST_SLAG, query.slag) })}>
            {gevinster}
          </RowsLink>
        </p>
      </div>
      <div className="portfolio__cards">
        <AmountCard unit="kroner" />
        <AmountCard unit="timer" />
        <Budsjettvirkning />
        <Kvalitet />
      </div>
    </section>
  );
}

/** Those of some types that the query lets through; all of them when it names none. */
function among(types: readonly string[], chosen: readonly string[]): readonly string[] {
  const both = types.filter((type) => chosen.includes(type));
  return both.length === 0 ? types : both;
}

function AmountCard({ unit }: { readonly unit: AmountUnit }) {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const { sums, program } = answer;
  const slag = SLAG_OF_UNIT[unit];
  const line = (stage: PortfolioStage) => {
    const { total, count } = sums[unit][stage];
    return (
      <SumLine
        key={stage}
        stage={stage}
        query={count === 0 ? undefined : narrowed(query, { slag: [slag], stage: [stage] })}
        amount={amountText(total, unit, t)}
        name={t(`gevinst.slag.${slag}`)}
        note={[
          ...(unit === 'timer' && total !== 0
            ? [aarsverkText(total, program.hoursPerAarsverk, t)]
            : []),
          gevinsterText(count, program.gevinstWord, t),
        ].join(' · ')}
      />
    );
  };
  return (
    <SumCard title={t(`gevinst.slag.${slag}`)}>
      {SHOWN_STAGES.map(line)}
      {sums[unit].avvist.count > 0 && line('avvist')}
    </SumCard>
  );
}

/** As entered, in kroner, whatever the type of the gevinst. */
function Budsjettvirkning() {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const { budsjettvirkning } = answer.sums;
  return (
    <SumCard title={t('portefolje.budsjettvirkning')} help={t('portefolje.budsjettvirkningHjelp')}>
      {(['potensial', 'vedtatt'] as const).map((stage) => {
        const { total, byYear } = budsjettvirkning[stage];
        const isEmpty = Object.keys(byYear).length === 0;
        return (
          <SumLine
            key={stage}
            stage={stage}
            query={isEmpty ? undefined : narrowed(query, { stage: [stage] })}
            amount={amountText(total, 'kroner', t)}
            name={t('portefolje.budsjettvirkning')}
          />
        );
      })}
    </SumCard>
  );
}

/** Not priced: how many there are, and how many of them have come where they should. */
function Kvalitet() {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const { count, maalt, oppnaadd } = answer.sums.kvalitet;
  const rows = narrowed(query, { slag: ['okt_kvalitet'] });
  return (
    <SumCard title={t('gevinst.slag.okt_kvalitet')} help={t('portefolje.kvalitetHjelp')}>
      {count === 0 ? (
        <p className="sum-card__note">{t('portefolje.ingenKvalitet')}</p>
      ) : (
        <p className="sum-card__sentence">
          <RowsLink query={rows}>
            {t('portefolje.kvalitet', {
              maalt: formatNumber(maalt),
              oppnaadd: formatNumber(oppnaadd),
              word: gevinsterText(count, answer.program.gevinstWord, t),
            })}
          </RowsLink>
        </p>
      )}
    </SumCard>
  );
}
