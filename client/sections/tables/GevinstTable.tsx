/** The gains: what they are, whose they are, which tiltak they come from and what they are worth. */
import { calculatedByYear, nearestIn, planPeriod } from '../../../shared/gevinst/amounts.ts';
import {
  linkGevinstToTiltak,
  patchGevinst,
  setGevinstYear,
} from '../../../shared/sheet/commands/gevinst.ts';
import type { Gevinst } from '../../../shared/sheet/schema/entities.ts';
import { GEVINST_SLAG, type GevinstSlag } from '../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCollection, useHeader, useRun, useSession } from '../../sheet/session.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Cell } from '../Cell.tsx';
import { openDetails } from '../details/openDetails.ts';
import { usePlan } from '../details/planSettings.ts';
import { Placed } from '../Placed.tsx';
import { SectionProblems } from '../SectionProblems.tsx';
import { useToday } from '../useToday.ts';
import { AddRow, NoRows } from './AddRow.tsx';
import { estimateText } from './estimateText.ts';
import { LinkPicker } from './LinkPicker.tsx';
import { RowTools } from './RowTools.tsx';
import { rowName } from './rowNames.ts';
import { type Rows, useRows } from './useRows.ts';

export function GevinstTable() {
  const t = useT();
  const { canWrite } = useSession();
  const rows = useRows('gevinster');
  return (
    <div ref={rows.container} className="entity-table">
      <SectionProblems collection="gevinster" />
      {rows.rows.length === 0 ? (
        <NoRows text={t('gevinst.empty')} />
      ) : (
        <Table caption={t('gevinst.table')} hideCaption head={<Head />}>
          {rows.rows.map((gevinst) => (
            <GevinstRow key={gevinst.id} rows={rows} gevinst={gevinst} />
          ))}
        </Table>
      )}
      {canWrite && <AddRow label={t('gevinst.add')} onAdd={() => rows.add()} />}
    </div>
  );
}

function Head() {
  const t = useT();
  return (
    <>
      <Th>{t('gevinst.title')}</Th>
      <Th>{t('gevinst.slag')}</Th>
      <Th>{t('gevinst.eier')}</Th>
      <Th>{t('gevinst.estimate')}</Th>
      <Th>
        <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
      </Th>
    </>
  );
}

interface GevinstRowProps {
  readonly rows: Rows<'gevinster'>;
  readonly gevinst: Gevinst;
}

function GevinstRow({ rows, gevinst }: GevinstRowProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const tiltak = useCollection('tiltak');
  const linked = tiltak.filter(({ id }) => gevinst.tiltak.includes(id));
  const place = { section: 'tiltak', entityId: gevinst.id } as const;
  const label = (column: string) => t('row.cell', { column, row: rows.nameOf(gevinst) });
  return (
    <Tr {...rows.reorder.rowProps(gevinst.id)} data-row={gevinst.id} className="entity-row">
      <Td isRowHeader className="cell-words">
        <Cell
          address={{ of: 'gevinster', id: gevinst.id, key: 'title' }}
          place={{ ...place, field: 'title' }}
          label={label(t('gevinst.title'))}
        />
        <Placed place={{ ...place, field: 'tiltak' }}>
          <LinkPicker
            label={label(t('gevinst.tiltak'))}
            summary={t('gevinst.from', { count: linked.length })}
            options={tiltak.map((each) => ({ id: each.id, name: rowName('tiltak', tiltak, each) }))}
            chosen={gevinst.tiltak}
            readOnly={!canWrite}
            onChange={(id, isLinked) => run(linkGevinstToTiltak(gevinst.id, id, isLinked))}
          />
        </Placed>
      </Td>
      <Td label={t('gevinst.slag')} className="cell-type">
        <Placed place={{ ...place, field: 'slag' }}>
          <Select<GevinstSlag>
            label={label(t('gevinst.slag'))}
            hideLabel
            size="sm"
            value={gevinst.slag}
            disabled={!canWrite}
            options={GEVINST_SLAG.map((value) => ({ value, label: t(`gevinst.slag.${value}`) }))}
            onValueChange={(slag) => run(patchGevinst(gevinst.id, { slag }))}
          />
        </Placed>
      </Td>
      <Td label={t('gevinst.eier')} className="cell-name">
        <Cell
          address={{ of: 'gevinster', id: gevinst.id, key: 'eier' }}
          place={{ ...place, field: 'eier' }}
          label={label(t('gevinst.eier'))}
        />
      </Td>
      <Td label={t('gevinst.estimate')} className="cell-estimate">
        <EstimateFields gevinst={gevinst} label={label} />
      </Td>
      <Td isActions>
        <RowTools
          rows={rows}
          row={gevinst}
          onDetails={() => openDetails({ of: 'gevinster', id: gevinst.id })}
        />
      </Td>
    </Tr>
  );
}

interface EstimateProps {
  readonly gevinst: Gevinst;
  readonly label: (column: string) => string;
}

/**
 * One amount for each year that has one; for those who write, also the year after the sheet's date,
 * or the nearest one that counts.
 * What the calculator gives for a year stands there in grey. Below them the sum of all.
 */
function EstimateFields({ gevinst, label }: EstimateProps) {
  const t = useT();
  const { canWrite } = useSession();
  const { date } = useHeader();
  const today = useToday();
  const plan = usePlan();
  const sum = estimateText(gevinst, plan, t);
  if (gevinst.slag === 'okt_kvalitet')
    return <p className="cell-quiet">{t('gevinst.notPriced')}</p>;
  const offered = canWrite ? [String(nearestIn(plan.period, planPeriod(date ?? today).from))] : [];
  const years = [...new Set([...Object.keys(gevinst.estimate), ...offered])].sort();
  return (
    <>
      {years.map((year) => (
        <EstimateField key={year} gevinst={gevinst} year={year} label={label} />
      ))}
      {sum !== undefined && (
        <p className="estimate__sum">{t('gevinst.sum', { ...plan.period, amount: sum })}</p>
      )}
    </>
  );
}

function EstimateField({ gevinst, label, year }: EstimateProps & { readonly year: string }) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const { period } = usePlan();
  const unit = gevinst.slag === 'spart_tid' ? t('gevinst.hours') : t('gevinst.kroner');
  return (
    <div className="estimate">
      <span aria-hidden="true" className="estimate__year">
        {year}
      </span>
      <Placed place={{ section: 'tiltak', entityId: gevinst.id, field: `estimate/${year}` }}>
        <NumberField
          label={label(t('gevinst.estimateOf', { year, unit }))}
          hideLabel
          size="sm"
          readOnly={!canWrite}
          value={gevinst.estimate[year] ?? null}
          suggestion={calculatedByYear(gevinst, period)[year]}
          onValueChange={(amount) =>
            run(setGevinstYear(gevinst.id, 'estimate', year, amount ?? undefined))
          }
        />
      </Placed>
      <span aria-hidden="true">{unit}</span>
    </div>
  );
}
