/**
 * The amounts of each year as bars, in words above them, and as a table behind them. Every bar and
 * every number leads to the gevinster it is made of.
 */
import { useId, useRef } from 'react';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import { useT } from '../../i18n/i18n.ts';
import { amountText } from '../../sections/tables/estimateText.ts';
import { usePortfolioView } from '../view.tsx';
import { SHOWN_STAGES, shownYears } from '../words.ts';
import { barsOf } from './bars.ts';
import './chart.css';
import { Drawing } from './Drawing.tsx';
import { useWidth } from './useWidth.ts';
import { YearSumsTable } from './YearSumsTable.tsx';

export function YearChart({ unit }: { readonly unit: AmountUnit }) {
  const t = useT();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { query, answer } = usePortfolioView();
  const sums = answer.sums[unit];
  const years = shownYears(query, answer.program.period).map((year) => barsOf(sums, year));
  const isEmpty = years.every((year) => year.estimated.length + year.realised.length === 0);
  return (
    <section className="year-chart" aria-labelledby={id}>
      <h3 id={id} className="year-chart__title">
        {t(`portefolje.diagram.${unit}`)}
      </h3>
      {isEmpty ? (
        <p className="year-chart__words">{t('portefolje.diagram.tomt')}</p>
      ) : (
        <>
          <Words unit={unit} />
          <ul className="year-chart__legend">
            {SHOWN_STAGES.map((stage) => (
              <li key={stage}>
                <span className="stage-mark" data-stage={stage} />
                {t(`portefolje.stage.${stage}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div ref={frame} className="year-chart__frame">
        {!isEmpty && width !== undefined && (
          <Drawing unit={unit} years={years} widthPx={width} labelledBy={id} />
        )}
      </div>
      {!isEmpty && (
        <details className="year-chart__numbers">
          <summary>{t('portefolje.diagram.tabell')}</summary>
          <YearSumsTable unit={unit} />
        </details>
      )}
    </section>
  );
}

/** What there is to be seen, for those who do not see it and those who are in a hurry. */
function Words({ unit }: { readonly unit: AmountUnit }) {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const { potensial, vedtatt, realisert } = answer.sums[unit];
  const estimateOf = (year: string) => (potensial.byYear[year] ?? 0) + (vedtatt.byYear[year] ?? 0);
  const years = shownYears(query, answer.program.period);
  const year = years.reduce((most, each) => (estimateOf(each) > estimateOf(most) ? each : most));
  const words = (amount: number) => amountText(amount, unit, t);
  return (
    <p className="year-chart__words">
      {t('portefolje.diagram.beskrivelse', {
        year,
        vedtatt: words(vedtatt.byYear[year] ?? 0),
        potensial: words(potensial.byYear[year] ?? 0),
        realisert: words(realisert.total),
      })}
    </p>
  );
}
