/**
 * A gevinst year by year: estimate, what was realised, and what it does to the budget. A year that
 * the calculator fills shows that amount in grey until somebody enters another.
 */
import { useEffect, useRef, useState } from 'react';
import {
  calculatedByYear,
  estimateByYear,
  inPeriod,
  isInPeriod,
  monthsOfEffect,
  type Period,
  unitOfSlag,
  yearsOf,
} from '../../../../shared/gevinst/amounts.ts';
import { total } from '../../../../shared/gevinst/sums.ts';
import {
  type YearTable as Amounts,
  setGevinstYear,
} from '../../../../shared/sheet/commands/gevinst.ts';
import type { Gevinst } from '../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../i18n/i18n.ts';
import { useRun, useSession } from '../../../sheet/session.tsx';
import { Button } from '../../../ui/Button.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { Table, Td, Th, Tr } from '../../../ui/Table.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { Placed } from '../../Placed.tsx';
import { aarsverkText, amountText } from '../../tables/estimateText.ts';
import { usePlan } from '../planSettings.ts';
import { AddYear } from './AddYear.tsx';

interface YearTableProps {
  readonly gevinst: Gevinst;
}

const MONTHS_PER_YEAR = 12;

export function YearTable({ gevinst }: YearTableProps) {
  const t = useT();
  const { canWrite } = useSession();
  const { period } = usePlan();
  const [added, setAdded] = useState<readonly string[]>([]);
  const container = useRef<HTMLDivElement>(null);
  const nextFocus = useRef<string>(undefined);
  const years = yearsShown(gevinst, period, added);
  const hasCalculated = Object.keys(calculatedByYear(gevinst, period)).length > 0;

  useEffect(() => {
    if (nextFocus.current === undefined) return;
    const selector = `[data-year="${nextFocus.current}"] input`;
    nextFocus.current = undefined;
    container.current?.querySelector<HTMLElement>(selector)?.focus();
  });

  function add(year: string): void {
    nextFocus.current = year;
    setAdded([...added, year]);
  }

  return (
    <div ref={container} className="year-table">
      {hasCalculated && canWrite && <p className="details__help">{t('aar.graa')}</p>}
      <Table caption={t('aar.tabell')} hideCaption head={<Head years={years} period={period} />}>
        {rowsOf(gevinst).map((amounts) => (
          <YearRow key={amounts} gevinst={gevinst} amounts={amounts} years={years} />
        ))}
      </Table>
      {canWrite && (
        <>
          <p className="details__help">{t('aar.periode', period)}</p>
          <AddYear years={years} onAdd={add} />
        </>
      )}
    </div>
  );
}

/** Økt kvalitet is not priced, but a budget may be changed for it all the same. */
function rowsOf({ slag }: Gevinst): readonly Amounts[] {
  return unitOfSlag(slag) === undefined
    ? ['budsjettvirkning']
    : ['estimate', 'realised', 'budsjettvirkning'];
}

/** All years of the period, those that have an amount, and those that somebody has asked for. */
function yearsShown(gevinst: Gevinst, period: Period, added: readonly string[]) {
  const entered = rowsOf(gevinst).flatMap((amounts) => Object.keys(gevinst[amounts]));
  return [...new Set([...yearsOf(period), ...entered, ...added])].sort();
}

function Head({ years, period }: { readonly years: readonly string[]; readonly period: Period }) {
  const t = useT();
  return (
    <>
      <Th>
        <VisuallyHidden>{t('aar.rader')}</VisuallyHidden>
      </Th>
      {years.map((year) => (
        <Th key={year} isNumeric>
          {year}
        </Th>
      ))}
      <Th isNumeric>{t('aar.sum', period)}</Th>
    </>
  );
}

interface YearRowProps extends YearTableProps {
  readonly amounts: Amounts;
  readonly years: readonly string[];
}

function YearRow({ gevinst, amounts, years }: YearRowProps) {
  const t = useT();
  const unit = amounts === 'budsjettvirkning' ? 'kroner' : unitOfSlag(gevinst.slag);
  const unitName = unit === 'timer' ? t('gevinst.hours') : t('gevinst.kroner');
  const name = t(`aar.rad.${amounts}`, { unit: unitName });
  return (
    <Tr>
      <Td isRowHeader className="year-table__name">
        {name}
        {amounts === 'budsjettvirkning' && (
          <span className="details__note">{t('aar.budsjettvirkningHjelp')}</span>
        )}
      </Td>
      {years.map((year) => (
        <Td key={year} label={year} isNumeric data-year={year}>
          <YearField gevinst={gevinst} amounts={amounts} year={year} rowName={name} />
        </Td>
      ))}
      <RowSum gevinst={gevinst} amounts={amounts} />
    </Tr>
  );
}

interface YearFieldProps extends YearTableProps {
  readonly amounts: Amounts;
  readonly year: string;
  readonly rowName: string;
}

function YearField({ gevinst, amounts, year, rowName }: YearFieldProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const { period } = usePlan();
  const entered = gevinst[amounts][year];
  const calculated = amounts === 'estimate' ? calculatedByYear(gevinst, period)[year] : undefined;
  const isOutside = entered !== undefined && !isInPeriod(year, period);
  const set = (amount: number | undefined) =>
    run(setGevinstYear(gevinst.id, amounts, year, amount));
  return (
    <Placed place={{ section: 'tiltak', entityId: gevinst.id, field: `${amounts}/${year}` }}>
      <NumberField
        label={t('row.cell', { column: rowName, row: year })}
        hideLabel
        size="sm"
        readOnly={!canWrite}
        // A reader sees what counts; it is nobody's to change.
        value={entered ?? (canWrite ? null : (calculated ?? null))}
        suggestion={calculated}
        error={isOutside ? t('aar.utenfor', period) : undefined}
        note={calculated !== undefined && <CalculatedNote {...{ gevinst, year, calculated }} />}
        onValueChange={(amount) => set(amount ?? undefined)}
      />
      {canWrite && calculated !== undefined && entered !== undefined && (
        <Button
          variant="tertiary"
          size="sm"
          className="year-table__back"
          onClick={() => set(undefined)}
        >
          {t('aar.brukKalkulator')}
          <VisuallyHidden>{` ${year}`}</VisuallyHidden>
        </Button>
      )}
    </Placed>
  );
}

interface CalculatedNoteProps extends YearTableProps {
  readonly year: string;
  readonly calculated: number;
}

/** Where the amount of a year comes from, and what stands behind one that was entered. */
function CalculatedNote({ gevinst, year, calculated }: CalculatedNoteProps) {
  const t = useT();
  const unit = unitOfSlag(gevinst.slag) ?? 'kroner';
  const months = monthsOfEffect(gevinst, year);
  const entered = gevinst.estimate[year];
  if (entered === calculated) return t('aar.likt');
  if (entered !== undefined) {
    return t('aar.overstyrt', { amount: amountText(calculated, unit, t) });
  }
  return months < MONTHS_PER_YEAR ? t('aar.fraKalkulatorDel', { months }) : t('aar.fraKalkulator');
}

/** The cell with the years of the period together; hours as årsverk too. */
function RowSum({ gevinst, amounts }: YearTableProps & { readonly amounts: Amounts }) {
  const t = useT();
  const { period, hoursPerAarsverk } = usePlan();
  const byYear = inPeriod(
    amounts === 'estimate' ? estimateByYear(gevinst, period) : gevinst[amounts],
    period,
  );
  if (Object.keys(byYear).length === 0) return <Td />;
  const unit = amounts === 'budsjettvirkning' ? 'kroner' : (unitOfSlag(gevinst.slag) ?? 'kroner');
  const sum = total(byYear);
  return (
    <Td label={t('aar.sum', period)} isNumeric className="year-table__sum">
      {amountText(sum, unit, t)}
      {unit === 'timer' && (
        <span className="details__note">{aarsverkText(sum, hoursPerAarsverk, t)}</span>
      )}
    </Td>
  );
}
