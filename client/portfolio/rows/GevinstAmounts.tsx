/** What a gevinst is worth in the years that are asked for; økt kvalitet by its måling instead. */
import { formatDate } from '../../../shared/format/date.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { type ByYear, unitOfSlag } from '../../../shared/gevinst/amounts.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import { total } from '../../../shared/gevinst/sums.ts';
import type { PortfolioGevinst, PortfolioMaaling } from '../../../shared/portfolio/portfolio.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { amountText } from '../../sections/tables/estimateText.ts';
import { Td } from '../../ui/Table.tsx';
import { usePortfolioView } from '../view.tsx';
import { shownYears } from '../words.ts';

export function GevinstAmounts({ gevinst }: { readonly gevinst: PortfolioGevinst }) {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const years = shownYears(query, answer.program.period);
  const unit = unitOfSlag(gevinst.slag);
  const budsjett = sumText(gevinst.budsjettvirkning, years, 'kroner', t);
  const [measured, reached] = unit === undefined ? maalingText(gevinst.maalinger, t) : ['–', '–'];
  return (
    <>
      <Td isNumeric label={t('portefolje.kolonne.estimat')}>
        {unit === undefined ? measured : <Sum>{sumText(gevinst.estimate, years, unit, t)}</Sum>}
        {budsjett !== undefined && (
          <span className="portfolio-row__note">
            {t('portefolje.iBudsjettet', { amount: budsjett })}
          </span>
        )}
      </Td>
      <Td isNumeric label={t('portefolje.stage.realisert')}>
        {unit === undefined ? reached : <Sum>{sumText(gevinst.realised, years, unit, t)}</Sum>}
      </Td>
    </>
  );
}

function Sum({ children }: { readonly children: string | undefined }) {
  return children === undefined ? '–' : <span className="portfolio-row__amount">{children}</span>;
}

/** Undefined where nothing is entered for any of the years. */
function sumText(
  byYear: ByYear,
  years: readonly string[],
  unit: AmountUnit,
  t: Translate,
): string | undefined {
  const shown = Object.entries(byYear).filter(([year]) => years.includes(year));
  return shown.length === 0 ? undefined : amountText(total(Object.fromEntries(shown)), unit, t);
}

/** Where it is to come, and how far it has come, by the first måling that says it. */
function maalingText(maalinger: readonly PortfolioMaaling[], t: Translate): [string, string] {
  const maaling = maalinger.find(({ maaloppnaaelse }) => maaloppnaaelse !== null) ?? maalinger[0];
  if (maaling === undefined) return ['–', '–'];
  const { target, latest, unit, maaloppnaaelse } = maaling;
  const value = (number: number) => `${formatNumber(number)} ${unit}`.trim();
  return [
    target.value === null ? '–' : t('portefolje.maalet', { value: value(target.value) }),
    latest === null
      ? t('maaling.notMeasured')
      : [
          t('portefolje.maalt', { value: value(latest.value), date: formatDate(latest.date) }),
          ...(maaloppnaaelse === null
            ? []
            : [
                t('portefolje.avMaalet', {
                  percent: formatNumber(maaloppnaaelse * 100, { maxDecimals: 0 }),
                }),
              ]),
        ].join(' · '),
  ];
}
