/** Field 4 of the A3: Endringstiltak · Ansvar · Frist · Status. */

import { patchTiltak } from '../../../shared/sheet/commands/tiltak.ts';
import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import {
  TILTAK_SLAG,
  TILTAK_STATUS,
  type TiltakSlag,
  type TiltakStatus,
} from '../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { useHeader, useRun, useSession } from '../../sheet/session.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table, Td, Th, Tr } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Cell } from '../Cell.tsx';
import { useNewGevinst } from '../details/newGevinst.ts';
import { openDetails } from '../details/openDetails.ts';
import { isLate } from '../late.ts';
import { LateDypdykk } from '../lateParts.tsx';
import { Placed } from '../Placed.tsx';
import { SectionProblems } from '../SectionProblems.tsx';
import { useToday } from '../useToday.ts';
import { AddRow, NoRows } from './AddRow.tsx';
import { DypdykkButton } from './DypdykkButton.tsx';
import { RowTools } from './RowTools.tsx';
import { type Rows, useRows } from './useRows.ts';

export function TiltakTable() {
  const t = useT();
  const { canWrite } = useSession();
  const rows = useRows('tiltak');
  const isVirksomhet = useHeader().kind === 'virksomhet';
  const add = (after?: Tiltak['id']) =>
    rows.add({ slag: isVirksomhet ? 'utredning' : 'endring' }, after);
  return (
    <div ref={rows.container} className="entity-table">
      <SectionProblems collection="tiltak" />
      {rows.rows.length === 0 ? (
        <NoRows text={t('tiltak.empty')} />
      ) : (
        <Table caption={t('tiltak.table')} hideCaption head={<Head isVirksomhet={isVirksomhet} />}>
          {rows.rows.map((tiltak) => (
            <TiltakRow
              key={tiltak.id}
              rows={rows}
              tiltak={tiltak}
              isVirksomhet={isVirksomhet}
              onEnter={() => add(tiltak.id)}
            />
          ))}
        </Table>
      )}
      {canWrite && <AddRow label={t('tiltak.add')} onAdd={() => add()} />}
    </div>
  );
}

function Head({ isVirksomhet }: { readonly isVirksomhet: boolean }) {
  const t = useT();
  return (
    <>
      <Th>{isVirksomhet ? t('tiltak.utredningTitle') : t('tiltak.title')}</Th>
      {isVirksomhet && <Th>{t('tiltak.slag')}</Th>}
      <Th>{t('tiltak.ansvar')}</Th>
      <Th>{t('tiltak.frist')}</Th>
      <Th>{t('tiltak.status')}</Th>
      <Th>
        <VisuallyHidden>{t('row.actionsColumn')}</VisuallyHidden>
      </Th>
    </>
  );
}

interface TiltakRowProps {
  readonly rows: Rows<'tiltak'>;
  readonly tiltak: Tiltak;
  readonly isVirksomhet: boolean;
  readonly onEnter: () => void;
}

function TiltakRow({ rows, tiltak, isVirksomhet, onEnter }: TiltakRowProps) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const addGevinst = useNewGevinst();
  const name = rows.nameOf(tiltak);
  const place = { section: 'tiltak', entityId: tiltak.id } as const;
  const label = (column: string) => t('row.cell', { column, row: name });
  return (
    <Tr
      {...rows.reorder.rowProps(tiltak.id)}
      data-row={tiltak.id}
      data-slag={tiltak.slag}
      className="entity-row"
    >
      <Td isRowHeader className="cell-words">
        <Cell
          address={{ of: 'tiltak', id: tiltak.id, key: 'title' }}
          place={{ ...place, field: 'title' }}
          label={label(t('tiltak.title'))}
          onEnter={onEnter}
        />
        <LateDypdykk tiltak={tiltak} />
      </Td>
      {isVirksomhet && (
        <Td label={t('tiltak.slag')} className="cell-kind">
          <Placed place={{ ...place, field: 'slag' }}>
            <Select<TiltakSlag>
              label={label(t('tiltak.slag'))}
              hideLabel
              size="sm"
              value={tiltak.slag}
              disabled={!canWrite}
              options={TILTAK_SLAG.map((value) => ({ value, label: t(`tiltak.slag.${value}`) }))}
              onValueChange={(slag) => run(patchTiltak(tiltak.id, { slag }))}
            />
          </Placed>
        </Td>
      )}
      <Td label={t('tiltak.ansvar')} className="cell-name">
        <Cell
          address={{ of: 'tiltak', id: tiltak.id, key: 'ansvar' }}
          place={{ ...place, field: 'ansvar' }}
          label={label(t('tiltak.ansvar'))}
        />
      </Td>
      <Td label={t('tiltak.frist')} className="cell-date">
        <FristField tiltak={tiltak} label={label(t('tiltak.frist'))} />
      </Td>
      <Td label={t('tiltak.status')} className="cell-choice">
        <Placed place={{ ...place, field: 'status' }}>
          <Select<TiltakStatus>
            label={label(t('tiltak.status'))}
            hideLabel
            size="sm"
            value={tiltak.status}
            disabled={!canWrite}
            options={TILTAK_STATUS.map((value) => ({ value, label: t(`tiltak.status.${value}`) }))}
            onValueChange={(status) => run(patchTiltak(tiltak.id, { status }))}
          />
        </Placed>
      </Td>
      <Td isActions>
        <RowTools
          rows={rows}
          row={tiltak}
          onDetails={() => openDetails({ of: 'tiltak', id: tiltak.id })}
          actions={[
            { label: t('tiltak.nyGevinst'), icon: 'plus', onSelect: () => addGevinst(tiltak.id) },
          ]}
        >
          {isVirksomhet && <DypdykkButton tiltak={tiltak} name={name} />}
        </RowTools>
      </Td>
    </Tr>
  );
}

/** The date, and a word beside it when it has passed and the tiltak is not finished. */
function FristField({ tiltak, label }: { readonly tiltak: Tiltak; readonly label: string }) {
  const t = useT();
  const { canWrite } = useSession();
  const run = useRun();
  const today = useToday();
  return (
    <Placed place={{ section: 'tiltak', entityId: tiltak.id, field: 'frist' }}>
      <DateField
        label={label}
        hideLabel
        size="sm"
        value={tiltak.frist}
        readOnly={!canWrite}
        onValueChange={(frist) => run(patchTiltak(tiltak.id, { frist }))}
      />
      {isLate(tiltak, today) && <Tag color="warning">{t('tiltak.late')}</Tag>}
    </Placed>
  );
}
