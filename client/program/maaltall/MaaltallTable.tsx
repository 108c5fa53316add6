/** The måltall: what is to be reached and by when, what was measured last, and whether it is there. */
import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { setTargetDate, setTargetValue } from '../../../shared/program/commands/maaltall.ts';
import { patchEntity } from '../../../shared/program/commands/program.ts';
import { standingOf } from '../../../shared/program/maaltall.ts';
import type { Maaltall } from '../../../shared/program/schema/entities.ts';
import { COMPARISONS, type Comparison } from '../../../shared/program/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { Placed } from '../../sections/Placed.tsx';
import { RowProblems } from '../../sections/SectionProblems.tsx';
import { AddRow, NoRows } from '../../sections/tables/AddRow.tsx';
import { RowTools } from '../../sections/tables/RowTools.tsx';
import { useRun } from '../../sheet/documentSession.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ProgramCell } from '../ProgramCell.tsx';
import { useProgramCollection, useProgramProblems, useProgramSession } from '../session.tsx';
import { type ProgramRows, useProgramRows } from '../useProgramRows.ts';
import { BasisField } from './BasisField.tsx';
import './maaltall.css';
import { MeasuredDialog } from './MeasuredDialog.tsx';

export function MaaltallTable() {
  const t = useT();
  const { canWrite } = useProgramSession();
  const rows = useProgramRows('maaltall', useProgramCollection('maaltall'));
  return (
    <div ref={rows.container} className="entity-table">
      <RowProblems problems={useProgramProblems('maaltall')} />
      {rows.rows.length === 0 ? (
        <NoRows text={t('program.maaltall.empty')} />
      ) : (
        <Table caption={t('program.section.maaltall')} hideCaption head={<Head />}>
          {rows.rows.map((maaltall) => (
            <MaaltallRow key={maaltall.id} rows={rows} maaltall={maaltall} />
          ))}
        </Table>
      )}
      {canWrite && <AddRow label={t('program.maaltall.add')} onAdd={() => rows.add()} />}
    </div>
  );
}

function Head() {
  const t = useT();
  const { canWrite } = useProgramSession();
  return (
    <>
      <Th>{t('program.maaltall.name')}</Th>
      <Th>{t('program.maaltall.unit')}</Th>
      <Th>{t('program.maaltall.target')}</Th>
      <Th>{t('program.maaltall.by')}</Th>
      <Th>{t('program.maaltall.latest')}</Th>
      <Th>{t('program.maaltall.basis')}</Th>
      {canWrite && (
        <Th>
          <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
        </Th>
      )}
    </>
  );
}

interface MaaltallRowProps {
  readonly rows: ProgramRows<'maaltall'>;
  readonly maaltall: Maaltall;
}

function MaaltallRow({ rows, maaltall }: MaaltallRowProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  const { id, target } = maaltall;
  const name = rows.nameOf(maaltall);
  const label = (column: string) => t('row.cell', { column, row: name });
  const place = (field: string) => ({ section: 'maaltall', entityId: id, field }) as const;
  return (
    <Tr {...rows.reorder.rowProps(id)} data-row={id} className="entity-row">
      <Td isRowHeader className="cell-words">
        <ProgramCell
          address={{ of: 'maaltall', id, key: 'name' }}
          place={place('name')}
          label={label(t('program.maaltall.name'))}
          onEnter={() => rows.add({}, id)}
        />
      </Td>
      <Td label={t('program.maaltall.unit')} className="cell-unit">
        <ProgramCell
          address={{ of: 'maaltall', id, key: 'unit' }}
          place={place('unit')}
          label={label(t('program.maaltall.unit'))}
        />
      </Td>
      <Td label={t('program.maaltall.target')} className="cell-target">
        <div className="maaltall__target">
          <Placed place={place('comparison')}>
            <Select<Comparison>
              label={label(t('program.maaltall.comparison'))}
              hideLabel
              size="sm"
              value={maaltall.comparison}
              disabled={!canWrite}
              options={COMPARISONS.map((value) => ({
                value,
                label: t(`program.comparison.${value}`),
              }))}
              onValueChange={(comparison) => run(patchEntity('maaltall', id, { comparison }))}
            />
          </Placed>
          <Placed place={place('target')}>
            <NumberField
              label={label(t('program.maaltall.target'))}
              hideLabel
              size="sm"
              value={target.value}
              readOnly={!canWrite}
              onValueChange={(value) => run(setTargetValue(id, value ?? undefined))}
            />
          </Placed>
        </div>
      </Td>
      <Td label={t('program.maaltall.by')} className="cell-date">
        <Placed place={place('targetDate')}>
          <DateField
            label={label(t('program.maaltall.by'))}
            hideLabel
            size="sm"
            value={target.date}
            readOnly={!canWrite}
            onValueChange={(date) => run(setTargetDate(id, date ?? undefined))}
          />
        </Placed>
      </Td>
      <Td label={t('program.maaltall.latest')} className="cell-latest">
        <Latest maaltall={maaltall} name={name} />
      </Td>
      <Td label={t('program.maaltall.basis')} className="cell-basis">
        <BasisField maaltall={maaltall} label={label(t('program.maaltall.basis'))} />
      </Td>
      {canWrite && (
        <Td isActions>
          <RowTools rows={rows} row={maaltall} />
        </Td>
      )}
    </Tr>
  );
}

interface LatestProps {
  readonly maaltall: Maaltall;
  readonly name: string;
}

/** The newest value with its day, whether it is enough, and the way to all values. */
function Latest({ maaltall, name }: LatestProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const [isOpen, setOpen] = useState(false);
  const latest = maaltall.series.at(-1);
  const label = t(canWrite ? 'program.maaltall.record' : 'program.maaltall.values');
  return (
    <div className="maaltall__latest">
      {latest !== undefined && (
        <p>
          {`${formatNumber(latest.value)} ${maaltall.unit} `}
          <span className="maaltall__day">{formatDate(latest.date)}</span>
        </p>
      )}
      <StandingTag maaltall={maaltall} />
      {(canWrite || latest !== undefined) && (
        <Button
          variant="tertiary"
          size="sm"
          className="maaltall__record"
          aria-haspopup="dialog"
          aria-label={t('row.cell', { column: label, row: name })}
          onClick={() => setOpen(true)}
        >
          {label}
        </Button>
      )}
      {isOpen && <MeasuredDialog maaltall={maaltall} name={name} onClose={() => setOpen(false)} />}
    </div>
  );
}

function StandingTag({ maaltall }: { readonly maaltall: Maaltall }) {
  const t = useT();
  const standing = standingOf(maaltall);
  switch (standing.state) {
    case 'utenMaal':
      return <p className="cell-quiet">{t('program.maaltall.withoutTarget')}</p>;
    case 'ikkeMaalt':
      return <p className="cell-quiet">{t('program.maaltall.notMeasured')}</p>;
    case 'naadd':
      return <Tag color="success">{t('program.maaltall.reached')}</Tag>;
    case 'ikkeNaadd':
      return (
        <Tag color="warning">
          {t(`program.maaltall.missing.${maaltall.comparison}`, {
            amount: `${formatNumber(standing.missing)} ${maaltall.unit}`.trim(),
          })}
        </Tag>
      );
  }
}
