/** The milepæler: each with its criterion and day, whether it is reached, and which are late. */
import { patchEntity } from '../../../shared/program/commands/program.ts';
import type { Milepael } from '../../../shared/program/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { Placed } from '../../sections/Placed.tsx';
import { RowProblems } from '../../sections/SectionProblems.tsx';
import { AddRow, NoRows } from '../../sections/tables/AddRow.tsx';
import { RowTools } from '../../sections/tables/RowTools.tsx';
import { useToday } from '../../sections/useToday.ts';
import { useRun } from '../../sheet/documentSession.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ProgramCell } from '../ProgramCell.tsx';
import { useProgramCollection, useProgramProblems, useProgramSession } from '../session.tsx';
import { type ProgramRows, useProgramRows } from '../useProgramRows.ts';

export function MilepaelTable() {
  const t = useT();
  const { canWrite } = useProgramSession();
  const rows = useProgramRows('milepaeler', useProgramCollection('milepaeler'));
  return (
    <div ref={rows.container} className="entity-table">
      <RowProblems problems={useProgramProblems('milepaeler')} />
      {rows.rows.length === 0 ? (
        <NoRows text={t('program.milepaeler.empty')} />
      ) : (
        <Table caption={t('program.section.milepaeler')} hideCaption head={<Head />}>
          {rows.rows.map((milepael) => (
            <MilepaelRow key={milepael.id} rows={rows} milepael={milepael} />
          ))}
        </Table>
      )}
      {canWrite && <AddRow label={t('program.milepaeler.add')} onAdd={() => rows.add()} />}
    </div>
  );
}

function Head() {
  const t = useT();
  const { canWrite } = useProgramSession();
  return (
    <>
      <Th>{t('program.milepaeler.title')}</Th>
      <Th>{t('program.milepaeler.criterion')}</Th>
      <Th>{t('program.ansvarlig')}</Th>
      <Th>{t('program.milepaeler.date')}</Th>
      <Th>{t('program.milepaeler.state')}</Th>
      {canWrite && (
        <Th>
          <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
        </Th>
      )}
    </>
  );
}

interface MilepaelRowProps {
  readonly rows: ProgramRows<'milepaeler'>;
  readonly milepael: Milepael;
}

function MilepaelRow({ rows, milepael }: MilepaelRowProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  const { id } = milepael;
  const label = (column: string) => t('row.cell', { column, row: rows.nameOf(milepael) });
  const words = { title: 'cell-words', criterion: 'cell-words', ansvarlig: 'cell-name' } as const;
  const cell = (key: keyof typeof words, heading: string) => (
    <Td
      isRowHeader={key === 'title'}
      className={words[key]}
      {...(key === 'title' ? {} : { label: heading })}
    >
      <ProgramCell
        address={{ of: 'milepaeler', id, key }}
        place={{ section: 'milepaeler', entityId: id, field: key }}
        label={label(heading)}
        isMultiline={key === 'criterion'}
        {...(key === 'title' && { onEnter: () => rows.add({}, id) })}
      />
    </Td>
  );
  return (
    <Tr {...rows.reorder.rowProps(id)} data-row={id} className="entity-row">
      {cell('title', t('program.milepaeler.title'))}
      {cell('criterion', t('program.milepaeler.criterion'))}
      {cell('ansvarlig', t('program.ansvarlig'))}
      <Td label={t('program.milepaeler.date')} className="cell-date">
        <Placed place={{ section: 'milepaeler', entityId: id, field: 'date' }}>
          <DateField
            label={label(t('program.milepaeler.date'))}
            hideLabel
            size="sm"
            value={milepael.date}
            readOnly={!canWrite}
            onValueChange={(date) => run(patchEntity('milepaeler', id, { date }))}
          />
        </Placed>
      </Td>
      <Td label={t('program.milepaeler.state')} className="cell-state">
        <Placed place={{ section: 'milepaeler', entityId: id, field: 'isReached' }}>
          <Reached milepael={milepael} name={rows.nameOf(milepael)} />
        </Placed>
      </Td>
      {canWrite && (
        <Td isActions>
          <RowTools rows={rows} row={milepael} />
        </Td>
      )}
    </Tr>
  );
}

/** Ticked when it is reached; a word beside it when its day has passed and it is not. */
function Reached({ milepael, name }: { readonly milepael: Milepael; readonly name: string }) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const run = useRun();
  const today = useToday();
  const { id, date, isReached } = milepael;
  const isLate = !isReached && date !== null && date < today;
  return (
    <div className="milepael__state">
      <Checkbox
        label={
          <>
            {t('program.milepaeler.reached')}
            <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
          </>
        }
        isChecked={isReached}
        disabled={!canWrite}
        onCheckedChange={(checked) => run(patchEntity('milepaeler', id, { isReached: checked }))}
      />
      {isLate && <Tag color="warning">{t('program.milepaeler.late')}</Tag>}
    </div>
  );
}
