/** Usikkerhet: the matrix for the eye of the room, and the table that it is drawn from. */
import { isScored, type Scored } from '../../../shared/program/usikkerhet.ts';
import { useT } from '../../i18n/i18n.ts';
import { RowProblems } from '../../sections/SectionProblems.tsx';
import { AddRow, NoRows } from '../../sections/tables/AddRow.tsx';
import { useProgramProblems, useProgramSession } from '../session.tsx';
import { useUsikkerhetRows } from '../useProgramRows.ts';
import { Matrix } from './Matrix.tsx';
import './usikkerheter.css';
import { UsikkerhetTable } from './UsikkerhetTable.tsx';

export function Usikkerheter() {
  const t = useT();
  const { canWrite } = useProgramSession();
  const rows = useUsikkerhetRows();
  const scored = rows.rows.filter(isScored);
  const unscored = rows.rows.filter((row) => !isScored(row));
  function showRow({ id }: Scored) {
    const row = rows.container.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
    row?.querySelector<HTMLElement>('[data-write-first] textarea')?.focus();
  }
  return (
    <div ref={rows.container} className="usikkerheter">
      <RowProblems problems={useProgramProblems('usikkerheter')} />
      {rows.rows.length === 0 ? (
        <NoRows text={t('program.usikkerheter.empty')} />
      ) : (
        <div className="usikkerheter__both">
          <div className="usikkerheter__picture">
            <Matrix usikkerheter={scored} onOpen={showRow} />
            {unscored.length > 0 && (
              <p className="cell-quiet">
                {t('program.matrix.unscored', {
                  codes: unscored.map((row) => rows.nameOf(row)).join(', '),
                })}
              </p>
            )}
          </div>
          <div className="entity-table usikkerheter__table">
            <UsikkerhetTable rows={rows} />
          </div>
        </div>
      )}
      {canWrite && (
        <div className="usikkerheter__add">
          <AddRow label={t('program.usikkerheter.addRisiko')} onAdd={() => rows.add('risiko')} />
          <AddRow
            label={t('program.usikkerheter.addMulighet')}
            onAdd={() => rows.add('mulighet')}
          />
        </div>
      )}
    </div>
  );
}
