/** Rotårsakene: clusters beside each other, each a heading with points under it. */
import type { Rotaarsak } from '../../../shared/sheet/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { useSession } from '../../sheet/session.tsx';
import { Cell } from '../Cell.tsx';
import { SectionProblems } from '../SectionProblems.tsx';
import { AddRow, NoRows } from './AddRow.tsx';
import { RowTools } from './RowTools.tsx';
import './rotaarsaker.css';
import { type Rows, useRows } from './useRows.ts';

export function RotaarsakList() {
  const t = useT();
  const { canWrite } = useSession();
  const rows = useRows('rotaarsaker');
  return (
    <div ref={rows.container}>
      <SectionProblems collection="rotaarsaker" />
      {rows.rows.length === 0 ? (
        <NoRows text={t('rotaarsak.empty')} />
      ) : (
        <ul className="rotaarsaker" aria-label={t('rotaarsak.list')}>
          {rows.rows.map((rotaarsak) => (
            <RotaarsakCard key={rotaarsak.id} rows={rows} rotaarsak={rotaarsak} />
          ))}
        </ul>
      )}
      {canWrite && <AddRow label={t('rotaarsak.add')} onAdd={() => rows.add()} />}
    </div>
  );
}

interface CardProps {
  readonly rows: Rows<'rotaarsaker'>;
  readonly rotaarsak: Rotaarsak;
}

function RotaarsakCard({ rows, rotaarsak }: CardProps) {
  const t = useT();
  const { canWrite } = useSession();
  const place = { section: 'rotaarsaker', entityId: rotaarsak.id } as const;
  const label = (column: string) => t('row.cell', { column, row: rows.nameOf(rotaarsak) });
  return (
    <li
      {...rows.reorder.rowProps(rotaarsak.id)}
      data-row={rotaarsak.id}
      className="rotaarsaker__card"
    >
      <div className="rotaarsaker__head">
        <Cell
          address={{ of: 'rotaarsaker', id: rotaarsak.id, key: 'title' }}
          place={{ ...place, field: 'title' }}
          label={label(t('rotaarsak.title'))}
          placeholder={t('rotaarsak.titlePlaceholder')}
          className="rotaarsaker__title"
        />
        {canWrite && <RowTools rows={rows} row={rotaarsak} />}
      </div>
      <Cell
        address={{ of: 'rotaarsaker', id: rotaarsak.id, key: 'points' }}
        place={{ ...place, field: 'points' }}
        label={label(t('rotaarsak.points'))}
        placeholder={t('rotaarsak.pointsPlaceholder')}
        isMultiline
        bulletsFor={rotaarsak.points}
      />
    </li>
  );
}
