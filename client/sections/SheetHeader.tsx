/** The top of the A3: Tittel · Dato · Utgave · Eier · Veileder. */
import type { ReactNode } from 'react';
import { type HeaderText, patchHeader } from '../../shared/sheet/commands/header.ts';
import { useT } from '../i18n/i18n.ts';
import { useHeader, useRun, useSession } from '../sheet/session.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Cell } from './Cell.tsx';
import { LateWhereabouts } from './lateParts.tsx';
import { Placed } from './Placed.tsx';
import './sheetHeader.css';

export function SheetHeader() {
  const t = useT();
  return (
    <section className="sheet-header" aria-label={t('header.label')}>
      <HeaderCell of="title" className="sheet-header__title" />
      <Labelled label={t('header.date')} className="sheet-header__date">
        <HeaderDate />
      </Labelled>
      <HeaderCell of="edition" className="sheet-header__edition" />
      <HeaderCell of="owner" className="sheet-header__owner" />
      <HeaderCell of="mentor" className="sheet-header__mentor" />
      <LateWhereabouts />
    </section>
  );
}

function HeaderCell({ of, className }: { readonly of: HeaderText; readonly className: string }) {
  const t = useT();
  const label = t(`header.${of}`);
  return (
    <Labelled label={label} className={className}>
      <Cell
        address={{ of: 'header', key: of }}
        place={{ section: 'header', field: of }}
        label={label}
        placeholder={of === 'title' ? t('sheet.untitled') : ''}
      />
    </Labelled>
  );
}

function HeaderDate() {
  const t = useT();
  const { date } = useHeader();
  const { canWrite } = useSession();
  const run = useRun();
  return (
    <Placed place={{ section: 'header', field: 'date' }}>
      <DateField
        label={t('header.date')}
        hideLabel
        size="sm"
        value={date}
        readOnly={!canWrite}
        onValueChange={(value) => run(patchHeader({ date: value }))}
      />
    </Placed>
  );
}

interface LabelledProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** The label for the eye; the field inside carries its own for those who listen. */
function Labelled({ label, className, children }: LabelledProps) {
  return (
    <div className={`sheet-header__item ${className}`}>
      <span className="sheet-header__label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
