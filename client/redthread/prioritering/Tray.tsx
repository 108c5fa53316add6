/** The tiltak that the group has not placed in the matrix yet. */
import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { Chip } from './Chip.tsx';
import type { ChipDesk } from './chipDesk.ts';
import { TRAY } from './places.ts';

interface TrayProps {
  readonly tiltak: readonly Tiltak[];
  readonly desk: ChipDesk;
}

export function Tray({ tiltak, desk }: TrayProps) {
  const t = useT();
  return (
    <section
      className="prio-tray"
      aria-labelledby="prio-ikke-plassert"
      data-cell={TRAY}
      data-over={desk.drag.drag?.over === TRAY || undefined}
    >
      <h3 id="prio-ikke-plassert" className="prio-tray__title">
        {t('prio.tray')}
        <span className="kart-column__count">{tiltak.length}</span>
      </h3>
      {tiltak.length === 0 ? (
        <p className="kart-column__empty">{t('prio.allPlaced')}</p>
      ) : (
        <ul className="prio-cell__chips">
          {tiltak.map((each) => (
            <li key={each.id}>
              <Chip tiltak={each} desk={desk} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
