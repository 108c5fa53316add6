/** Field 5 of the A3: what is measured, from which nullpunkt, towards which ønsket verdi. */ import { formatDate } from '../../../shared/format/date.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import {
  isMeasurementLate,
  latestMeasured,
  maaloppnaaelse,
} from '../../../shared/gevinst/maaloppnaaelse.ts';
import { shareInPercent } from '../../../shared/maaling/amount.ts';
import { type MeasurePoint, setMeasureValue } from '../../../shared/sheet/commands/maaling.ts';
import type { Maaling } from '../../../shared/sheet/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { useRun, useSession } from '../../sheet/session.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Cell } from '../Cell.tsx';
import { openDetails } from '../details/openDetails.ts';
import { Placed } from '../Placed.tsx';
import { SectionProblems } from '../SectionProblems.tsx';
import { useToday } from '../useToday.ts';
import { AddRow, NoRows } from './AddRow.tsx';
import { RowTools } from './RowTools.tsx';
import { type Rows, useRows } from './useRows.ts';

export function MaalingTable() {
  const t = useT();
  const { canWrite } = useSession();
  const rows = useRows('maalinger');
  return (
    <div ref={rows.container} className="entity-table">
      <SectionProblems collection="maalinger" />
      {rows.rows.length === 0 ? (
        <NoRows text={t('maaling.empty')} />
      ) : (
        <Table caption={t('maaling.table')} hideCaption head={<Head />}>
          {rows.rows.map((maaling) => (
            <MaalingRow key={maaling.id} rows={rows} maaling={maaling} />
          ))}
        </Table>
      )}
      {canWrite && <AddRow label={t('maaling.add')} onAdd={() => rows.add()} />}
    </div>
  );
}

function Head() {
  const t = useT();
  return (
    <>
      <Th>{t('maaling.name')}</Th>
      <Th>{t('maaling.unit')}</Th>
      <Th isNumeric>{t('maaling.start')}</Th>
      <Th isNumeric>{t('maaling.target')}</Th>
      <Th isNumeric>{t('maaling.latest')}</Th>
      <Th>
        <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
      </Th>
    </>
  );
}

interface MaalingRowProps {
  readonly rows: Rows<'maalinger'>;
  readonly maaling: Maaling;
}

function MaalingRow({ rows, maaling }: MaalingRowProps) {
  const t = useT();
  const place = { section: 'maaling', entityId: maaling.id } as const;
  const name = rows.nameOf(maaling);
  const label = (column: string) => t('row.cell', { column, row: name });
  const showDetails = () => openDetails({ of: 'maalinger', id: maaling.id });
  return (
    <Tr {...rows.reorder.rowProps(maaling.id)} data-row={maaling.id} className="entity-row">
      <Td isRowHeader className="cell-words">
        <Cell
          address={{ of: 'maalinger', id: maaling.id, key: 'name' }}
          place={{ ...place, field: 'name' }}
          label={label(t('maaling.name'))}
        />
      </Td>
      <Td label={t('maaling.unit')} className="cell-name cell-unit">
        <Cell
          address={{ of: 'maalinger', id: maaling.id, key: 'unit' }}
          place={{ ...place, field: 'unit' }}
          label={label(t('maaling.unit'))}
        />
      </Td>
      <Td label={t('maaling.start')} isNumeric className="cell-number">
        <MeasureField maaling={maaling} point="start" label={label(t('maaling.start'))} />
      </Td>
      <Td label={t('maaling.target')} isNumeric className="cell-number">
        <MeasureField maaling={maaling} point="target" label={label(t('maaling.target'))} />
      </Td>
      <Td label={t('maaling.latest')} isNumeric className="cell-latest">
        <Latest maaling={maaling} />
      </Td>
      <Td isActions>
        <RowTools rows={rows} row={maaling} onDetails={showDetails} />
      </Td>
    </Tr>
  );
}

interface MeasureFieldProps {
  readonly maaling: Maaling;
  readonly point: MeasurePoint;
  readonly label: string;
}

function MeasureField({ maaling, point, label }: MeasureFieldProps) {
  const { canWrite } = useSession();
  const run = useRun();
  return (
    <Placed place={{ section: 'maaling', entityId: maaling.id, field: point }}>
      <NumberField
        label={label}
        hideLabel
        size="sm"
        readOnly={!canWrite}
        value={maaling[point].value}
        onValueChange={(value) => run(setMeasureValue(maaling.id, point, value ?? undefined))}
      />
    </Placed>
  );
}

/** The newest measured value with its day, how far it is on the way, and whether the next is late. */
function Latest({ maaling }: { readonly maaling: Maaling }) {
  const t = useT();
  const latest = latestMeasured(maaling);
  const share = maaloppnaaelse(maaling);
  const isLate = isMeasurementLate(maaling, useToday());
  return (
    <div className="latest">
      {latest === undefined ? (
        <p className="cell-quiet">{t('maaling.notMeasured')}</p>
      ) : (
        <p>
          {formatNumber(latest.value)} <span className="cell-quiet">{formatDate(latest.date)}</span>
        </p>
      )}
      <div className="latest__way">
        {share !== undefined && (
          <span className="cell-quiet">
            {t('maaling.shareOfWay', { share: shareInPercent(share) })}
          </span>
        )}
        {isLate && <Tag color="warning">{t('maaling.late')}</Tag>}
      </div>
    </div>
  );
}
