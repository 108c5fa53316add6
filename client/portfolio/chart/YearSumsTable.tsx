/** The numbers behind a chart: a row for each year, and one for all of them. */
import { yearsOf } from '../../../shared/gevinst/amounts.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import { useT } from '../../i18n/i18n.ts';
import { amountText } from '../../sections/tables/estimateText.ts';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { narrowed } from '../query.ts';
import { RowsLink, usePortfolioView } from '../view.tsx';
import { SHOWN_STAGES, type ShownStage, SLAG_OF_UNIT, shownYears } from '../words.ts';

export function YearSumsTable({ unit }: { readonly unit: AmountUnit }) {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const years = shownYears(query, answer.program.period);
  return (
    <Table
      caption={t(`portefolje.diagram.${unit}`)}
      hideCaption
      head={
        <>
          <Th>{t('portefolje.aar')}</Th>
          {SHOWN_STAGES.map((stage) => (
            <Th key={stage} isNumeric>
              {t(`portefolje.stage.${stage}`)}
            </Th>
          ))}
        </>
      }
    >
      {years.map((year) => (
        <Row key={year} unit={unit} year={year} />
      ))}
      {years.length > 1 && <Row unit={unit} year={undefined} />}
    </Table>
  );
}

interface RowProps {
  readonly unit: AmountUnit;
  /** Undefined for all years together. */
  readonly year: string | undefined;
}

function Row({ unit, year }: RowProps) {
  const t = useT();
  const { query, answer } = usePortfolioView();
  const sums = answer.sums[unit];
  const isWhole =
    query.aar.length === 0 || query.aar.length === yearsOf(answer.program.period).length;
  const name = year ?? t(isWhole ? 'portefolje.helePerioden' : 'portefolje.alleValgte');
  const cell = (stage: ShownStage) => {
    const { byYear, total } = sums[stage];
    const amount = year === undefined ? total : (byYear[year] ?? 0);
    const words = amountText(amount, unit, t);
    if (amount === 0) return words;
    const aar = year === undefined ? query.aar : [year];
    const stageName = t(`portefolje.stage.${stage}`);
    return (
      <RowsLink
        query={narrowed(query, { slag: [SLAG_OF_UNIT[unit]], stage: [stage], aar })}
        label={t('portefolje.visRader', { what: `${name}, ${stageName}: ${words}` })}
      >
        {words}
      </RowsLink>
    );
  };
  return (
    <Tr data-total={year === undefined || undefined}>
      <Td isRowHeader>{name}</Td>
      {SHOWN_STAGES.map((stage) => (
        <Td key={stage} isNumeric label={t(`portefolje.stage.${stage}`)}>
          {cell(stage)}
        </Td>
      ))}
    </Tr>
  );
}
