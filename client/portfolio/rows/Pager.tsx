/** The pages of the rows. */
import { formatNumber } from '../../../shared/format/number.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { usePortfolioView } from '../view.tsx';

export function Pager() {
  const t = useT();
  const { query, answer, askForRows } = usePortfolioView();
  const { side, antall, total } = answer.page;
  const last = Math.max(1, Math.ceil(total / antall));
  if (last === 1 && side === 1) return null;
  const turnTo = (page: number) => askForRows({ ...query, side: page });
  return (
    <nav className="pager" aria-label={t('portefolje.sider')}>
      <Button
        variant="secondary"
        size="sm"
        aria-disabled={side <= 1}
        onClick={() => side > 1 && turnTo(Math.min(side - 1, last))}
      >
        {t('portefolje.forrige')}
      </Button>
      <span className="pager__at">
        {t('portefolje.sideAv', { side: formatNumber(side), last: formatNumber(last) })}
      </span>
      <Button
        variant="secondary"
        size="sm"
        aria-disabled={side >= last}
        onClick={() => side < last && turnTo(side + 1)}
      >
        {t('portefolje.neste')}
      </Button>
    </nav>
  );
}
