/** The sums of each group; every number leads to its rows. */

import { formatNumber } from '../../../shared/format/number.ts';
import type { AmountUnit } from '../../../shared/gevinst/calculators.ts';
import type {
  PortfolioFilters,
  PortfolioGroup,
  PortfolioGrouping,
  StagedSums,
} from '../../../shared/portfolio/portfolio.ts';
import { useT } from '../../i18n/i18n.ts';
import { amountText } from '../../sections/tables/estimateText.ts';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { valueText } from '../filters/options.ts';
import { usePlaces } from '../places.ts';
import { groupFilter, narrowed } from '../query.ts';
import { RowsLink, usePortfolioView } from '../view.tsx';
import { SHOWN_STAGES, type ShownStage, SLAG_OF_UNIT } from '../words.ts';

const UNITS = ['kroner', 'timer'] as const;

export function Groups({ gruppe }: { readonly gruppe: PortfolioGrouping }) {
  const t = useT();
  const { answer } = usePortfolioView();
  const { groups, program } = answer;
  if (groups.length === 0) return null;
  return (
    <div className="portfolio-groups">
      <Table
        caption={t(`portefolje.grupperEtter.${gruppe}`)}
        head={
          <>
            <Th>{t(`portefolje.filter.${gruppe}`)}</Th>
            <Th isNumeric>{t('portefolje.tiltakKort')}</Th>
            <Th isNumeric>{t(`portefolje.ordFlere.${program.gevinstWord}`)}</Th>
            {UNITS.map((unit) =>
              SHOWN_STAGES.map((stage) => (
                <Th key={`${unit}/${stage}`} isNumeric>
                  <span className="portfolio-groups__stage">{t(`portefolje.stage.${stage}`)}</span>
                  <span className="portfolio-groups__unit">{t(`portefolje.i.${unit}`)}</span>
                </Th>
              )),
            )}
          </>
        }
      >
        {groups.map((group) => (
          <Group key={group.key} gruppe={gruppe} group={group} />
        ))}
      </Table>
    </div>
  );
}

interface GroupProps {
  readonly gruppe: PortfolioGrouping;
  readonly group: PortfolioGroup;
}

function Group({ gruppe, group }: GroupProps) {
  const t = useT();
  const places = usePlaces();
  const { query, answer } = usePortfolioView();
  const { sums, depth, key } = group;
  const name = group.name ?? valueText(gruppe, key, places, t);
  const rowsWith = (filters: Partial<PortfolioFilters>) =>
    narrowed(query, { ...groupFilter(gruppe, key), ...filters });
  return (
    <Tr className="portfolio-group">
      <Td isRowHeader>
        <span
          style={{ paddingInlineStart: `${Math.min(depth, 6) * 1.25}rem` }}
          className="portfolio-group__name"
        >
          <RowsLink query={rowsWith({})}>{name || t('portefolje.utenNavn')}</RowsLink>
        </span>
      </Td>
      <Td isNumeric label={t('portefolje.tiltakKort')}>
        {formatNumber(sums.tiltak)}
      </Td>
      <Td isNumeric label={t(`portefolje.ordFlere.${answer.program.gevinstWord}`)}>
        {formatNumber(sums.gevinster)}
      </Td>
      {UNITS.map((unit) =>
        SHOWN_STAGES.map((stage) => (
          <AmountCell
            key={`${unit}/${stage}`}
            {...{ unit, stage, name }}
            sums={sums[unit]}
            // Its own type or nothing: another type has no such amounts.
            query={rowsWith({
              stage: [stage],
              ...(gruppe === 'slag' ? {} : { slag: [SLAG_OF_UNIT[unit]] }),
            })}
          />
        )),
      )}
    </Tr>
  );
}

interface AmountCellProps {
  readonly unit: AmountUnit;
  readonly stage: ShownStage;
  readonly name: string;
  readonly sums: StagedSums;
  readonly query: ReturnType<typeof narrowed>;
}

function AmountCell({ unit, stage, name, sums, query }: AmountCellProps) {
  const t = useT();
  const { total, count } = sums[stage];
  const column = `${t(`portefolje.stage.${stage}`)}, ${t(`portefolje.i.${unit}`)}`;
  return (
    <Td isNumeric label={column}>
      {count === 0 ? (
        '–'
      ) : (
        <RowsLink
          query={query}
          label={t('portefolje.visRader', {
            what: `${name}, ${t(`portefolje.stage.${stage}`)}: ${amountText(total, unit, t)}`,
          })}
        >
          {formatNumber(total, { maxDecimals: 0 })}
        </RowsLink>
      )}
    </Td>
  );
}
