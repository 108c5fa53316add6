/** What somebody should look at, with how much of it there is among the rows that are chosen. */
import { formatNumber } from '../../../shared/format/number.ts';
import { PORTFOLIO_FLAGS } from '../../../shared/portfolio/portfolio.ts';
import { useT } from '../../i18n/i18n.ts';
import { toggled } from '../query.ts';
import { usePortfolioView } from '../view.tsx';

export function FlagChips() {
  const t = useT();
  const { query, answer, ask } = usePortfolioView();
  return (
    <fieldset className="flag-chips">
      <legend className="flag-chips__title">{t('portefolje.flagg.tittel')}</legend>
      {PORTFOLIO_FLAGS.map((flag) => {
        const isChosen = query.flagg.includes(flag);
        const count = answer.flags[flag];
        return (
          <button
            key={flag}
            type="button"
            className="chip"
            aria-pressed={isChosen}
            data-empty={count === 0 || undefined}
            onClick={() => ask(toggled(query, 'flagg', flag))}
          >
            <strong className="chip__count">{formatNumber(count)}</strong>{' '}
            {t(`portefolje.flagg.${flag}`)}
          </button>
        );
      })}
    </fieldset>
  );
}
