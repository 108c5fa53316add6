/**
 * All about one måling: how far it has come, its graph, what was measured, and what it is. What people
 * come for most often stands first.
 */
import { useEffect, useRef, useState } from 'react';
import type { Maaling } from '../../../../shared/sheet/schema/entities.ts';
import { useT } from '../../../i18n/i18n.ts';
import { useSession } from '../../../sheet/session.tsx';
import { Button } from '../../../ui/Button.tsx';
import { MaalingChart } from './chart/MaalingChart.tsx';
import { ImportDialog } from './import/ImportDialog.tsx';
import { MaalingFields } from './MaalingFields.tsx';
import { MaalingSummary } from './MaalingSummary.tsx';
import './maaling.css';
import { AddMeasured } from './series/AddMeasured.tsx';
import { SeriesTable } from './series/SeriesTable.tsx';

interface MaalingDetailsProps {
  readonly maaling: Maaling;
  /** The key of the field that is to be shown first. */
  readonly field: string | undefined;
}

export function MaalingDetails({ maaling, field }: MaalingDetailsProps) {
  const t = useT();
  const { canWrite } = useSession();
  const [isImporting, setImporting] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const name = maaling.name.trim() === '' ? t('maaling.name') : maaling.name;

  useEffect(() => {
    const wanted = field && frame.current?.querySelector(`[data-field="${CSS.escape(field)}"]`);
    if (!wanted) return;
    wanted.scrollIntoView({ block: 'center' });
    // After the dialog around this has put the focus on its title.
    queueMicrotask(() => wanted.querySelector<HTMLElement>('input, textarea, select')?.focus());
  }, [field]);

  return (
    <div ref={frame} className="maaling-details">
      <div className="maaling-overview">
        <MaalingSummary maaling={maaling} />
        <MaalingChart maaling={maaling} name={name} />
      </div>
      <section className="maaling-group" data-field="series" aria-label={t('maaling.group.series')}>
        <div className="maaling-group__head">
          <h3>{t('maaling.group.series')}</h3>
          {canWrite && (
            <Button variant="secondary" size="sm" icon="table" onClick={() => setImporting(true)}>
              {t('maaling.import.open')}
            </Button>
          )}
        </div>
        {canWrite && <AddMeasured maaling={maaling} />}
        <SeriesTable maaling={maaling} name={name} />
      </section>
      <MaalingFields maaling={maaling} />
      {isImporting && <ImportDialog maaling={maaling} onClose={() => setImporting(false)} />}
    </div>
  );
}
