/**
 * The årshjul: what is done in each quarter of every year. Four panels in the order of the year, each
 * with its part of the wheel; an activity is moved within its quarter and to the ones beside it.
 */
import type { KeyboardEvent } from 'react';
import type { AktivitetId } from '../../../shared/ids/ids.ts';
import { patchEntity } from '../../../shared/program/commands/program.ts';
import type { Aktivitet } from '../../../shared/program/schema/entities.ts';
import { QUARTERS, type Quarter } from '../../../shared/program/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { RowProblems } from '../../sections/SectionProblems.tsx';
import { AddRow } from '../../sections/tables/AddRow.tsx';
import { RowTools } from '../../sections/tables/RowTools.tsx';
import { useNextFocus } from '../../sections/tables/useNextFocus.ts';
import { useToday } from '../../sections/useToday.ts';
import { useRun } from '../../sheet/documentSession.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { ProgramCell } from '../ProgramCell.tsx';
import { useProgramCollection, useProgramProblems, useProgramSession } from '../session.tsx';
import { type ProgramRows, useProgramRows } from '../useProgramRows.ts';
import './aarshjul.css';
import { QuarterName } from './QuarterName.tsx';
import { useQuarterNames } from './useQuarterNames.ts';
import { WheelPart } from './WheelPart.tsx';

export function Aarshjul() {
  const all = useProgramCollection('aktiviteter');
  const problems = useProgramProblems('aktiviteter');
  const today = useToday();
  const names = useQuarterNames();
  const t = useT();
  const run = useRun();
  const { container, focusNext } = useNextFocus();

  function toQuarter(aktivitet: Aktivitet, quarter: Quarter): void {
    if (!run(patchEntity('aktiviteter', aktivitet.id, { quarter })).ok) return;
    focusNext({ row: aktivitet.id, target: 'handle' });
    announce(t('program.aktiviteter.moved', { quarter: names[quarter] }));
  }
  return (
    <div ref={container}>
      <RowProblems problems={problems} />
      <div className="aarshjul">
        {QUARTERS.map((quarter) => (
          <QuarterPanel
            key={quarter}
            quarter={quarter}
            all={all}
            isNow={quarterOf(today) === quarter}
            onMove={toQuarter}
          />
        ))}
      </div>
    </div>
  );
}

/** `date` is `YYYY-MM-DD`. */
function quarterOf(date: string): Quarter | undefined {
  return QUARTERS[Math.floor((Number(date.slice(5, 7)) - 1) / 3)];
}

interface QuarterPanelProps {
  readonly quarter: Quarter;
  /** The activities of all quarters. */
  readonly all: readonly Aktivitet[];
  readonly isNow: boolean;
  readonly onMove: (aktivitet: Aktivitet, quarter: Quarter) => void;
}

function QuarterPanel({ quarter, all, isNow, onMove }: QuarterPanelProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const rows = useProgramRows(
    'aktiviteter',
    all.filter((aktivitet) => aktivitet.quarter === quarter),
  );
  const name = useQuarterNames()[quarter];
  return (
    <section ref={rows.container} className="aarshjul__quarter" aria-label={name}>
      <div className="aarshjul__head">
        <WheelPart quarter={quarter} />
        <QuarterName quarter={quarter} />
        {isNow && <Tag color="info">{t('program.aktiviteter.now')}</Tag>}
      </div>
      {rows.rows.length === 0 ? (
        <p className="no-rows">{t('program.aktiviteter.empty')}</p>
      ) : (
        <ul className="aarshjul__list">
          {rows.rows.map((aktivitet) => (
            <Activity key={aktivitet.id} rows={rows} aktivitet={aktivitet} onMove={onMove} />
          ))}
        </ul>
      )}
      {canWrite && (
        <AddRow label={t('program.aktiviteter.add')} onAdd={() => rows.add({ quarter })} />
      )}
    </section>
  );
}

interface ActivityProps {
  readonly rows: ProgramRows<'aktiviteter'>;
  readonly aktivitet: Aktivitet;
  readonly onMove: QuarterPanelProps['onMove'];
}

function Activity({ rows, aktivitet, onMove }: ActivityProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const names = useQuarterNames();
  const { id, quarter } = aktivitet;
  const label = (column: string) => t('row.cell', { column, row: rows.nameOf(aktivitet) });
  // On the handle, up and down move within the quarter; to the sides lie the quarters before and after.
  function onKeyDown(event: KeyboardEvent) {
    const isOnHandle = event.target instanceof Element && event.target.matches('[data-handle]');
    const next = isOnHandle ? besideQuarter(quarter, event.key) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(aktivitet, next);
  }
  return (
    <li
      {...rows.reorder.rowProps(id)}
      data-row={id}
      className="aarshjul__activity"
      onKeyDownCapture={canWrite ? onKeyDown : undefined}
    >
      <div className="aarshjul__words">
        <ActivityCell
          id={id}
          of="title"
          label={label(t('program.aktiviteter.title'))}
          rows={rows}
        />
        <ActivityCell id={id} of="ansvarlig" label={label(t('program.ansvarlig'))} rows={rows} />
      </div>
      <RowTools
        rows={rows}
        row={aktivitet}
        moveHelp={t('program.aktiviteter.moveHelp')}
        actions={[
          {
            label: t('program.aktiviteter.moveTo'),
            icon: 'arrowRight',
            items: QUARTERS.map((to) => ({
              label: names[to],
              isChecked: to === quarter,
              onSelect: () => to !== quarter && onMove(aktivitet, to),
            })),
          },
        ]}
      />
    </li>
  );
}

function besideQuarter(quarter: Quarter, key: string): Quarter | undefined {
  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : undefined;
  return by === undefined ? undefined : QUARTERS[QUARTERS.indexOf(quarter) + by];
}

interface ActivityCellProps {
  readonly id: AktivitetId;
  readonly of: 'title' | 'ansvarlig';
  readonly label: string;
  readonly rows: ProgramRows<'aktiviteter'>;
}

function ActivityCell({ id, of, label, rows }: ActivityCellProps) {
  const t = useT();
  const quarter = rows.rows.find((row) => row.id === id)?.quarter;
  return (
    <ProgramCell
      address={{ of: 'aktiviteter', id, key: of }}
      place={{ section: 'aktiviteter', entityId: id, field: of }}
      label={label}
      className={`aarshjul__${of}`}
      placeholder={t(`program.aktiviteter.placeholder.${of}`)}
      {...(of === 'title' && quarter !== undefined && { onEnter: () => rows.add({ quarter }, id) })}
    />
  );
}
