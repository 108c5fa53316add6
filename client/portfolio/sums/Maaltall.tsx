/** The programme's måltall in words: where it is to come, where it is, and what the portfolio gives. */
import { formatDate } from '../../../shared/format/date.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import type { PortfolioMaaltall } from '../../../shared/portfolio/portfolio.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { amountText } from '../../sections/tables/estimateText.ts';
import { EVERYTHING } from '../query.ts';
import { usePortfolioView } from '../view.tsx';
import { SHOWN_STAGES, SLAG_OF_UNIT, unitSize } from '../words.ts';
import { SumLine } from './SumCard.tsx';

export function MaaltallList() {
  const t = useT();
  const { maaltall } = usePortfolioView().answer;
  if (maaltall.length === 0) return null;
  return (
    <section aria-labelledby="maaltall" className="portfolio__part">
      <h2 id="maaltall" className="portfolio__heading">
        {t('portefolje.maaltall')}
      </h2>
      <ul className="portfolio__cards">
        {maaltall.map((each) => (
          <li key={each.id} className="maaltall__one">
            <h3 className="maaltall__name">{each.name || t('portefolje.utenNavn')}</h3>
            <p>{[targetText(each, t), latestText(each, t)].filter(Boolean).join(' ')}</p>
            <Counted maaltall={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function withUnit(value: number, { unit }: PortfolioMaaltall): string {
  return `${formatNumber(value)} ${unit}`.trim();
}

function targetText(maaltall: PortfolioMaaltall, t: Translate): string {
  const { target, comparison } = maaltall;
  if (target.value === null) return t('portefolje.maaltall.utenMaal');
  const value = withUnit(target.value, maaltall);
  return target.date === null
    ? t(`portefolje.maaltall.${comparison}`, { value })
    : t(`portefolje.maaltall.${comparison}Innen`, { value, date: formatDate(target.date) });
}

function latestText(maaltall: PortfolioMaaltall, t: Translate): string {
  const { latest, target, comparison } = maaltall;
  if (latest === null) return maaltall.sums === null ? t('portefolje.maaltall.ikkeFoert') : '';
  const value = withUnit(latest.value, maaltall);
  const told = t('portefolje.maaltall.sist', { value, date: formatDate(latest.date) });
  if (target.value === null) return told;
  const left = comparison === 'minst' ? target.value - latest.value : latest.value - target.value;
  if (left <= 0) return `${told} ${t('portefolje.maaltall.naadd')}`;
  return `${told} ${t(`portefolje.maaltall.${comparison}Igjen`, { value: withUnit(left, maaltall) })}`;
}

/** What all tiltak give together; how much of the måltall that is, where its unit can be compared. */
function Counted({ maaltall }: { readonly maaltall: PortfolioMaaltall }) {
  const t = useT();
  const { query } = usePortfolioView();
  const { name, sums, basis, target, unit } = maaltall;
  if (sums === null || basis === null) return null;
  const size = unitSize(unit, basis);
  const goal = size === undefined || target.value === null ? undefined : target.value * size;
  return SHOWN_STAGES.map((stage) => {
    const { total } = sums[stage];
    const share = goal !== undefined && goal > 0 ? percentText((total / goal) * 100) : undefined;
    return (
      <SumLine
        key={stage}
        stage={stage}
        query={
          total === 0
            ? undefined
            : { ...EVERYTHING, gruppe: query.gruppe, slag: [SLAG_OF_UNIT[basis]], stage: [stage] }
        }
        amount={amountText(total, basis, t)}
        name={name || t('portefolje.utenNavn')}
        note={share && t('portefolje.avMaalet', { percent: share })}
      />
    );
  });
}

/** «7», «0,4»: little of a large goal is not nothing. */
function percentText(percent: number): string {
  return formatNumber(percent, { maxDecimals: Math.abs(percent) < 10 ? 1 : 0 });
}
