/** The matrix: five steps of gevinstpotensial upwards, five of gjennomførbarhet to the right. */

import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { RATINGS, type Rating } from '../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { Chip } from './Chip.tsx';
import type { ChipDesk } from './chipDesk.ts';
import { cellKey, cornerOf, type MatrixPlace } from './places.ts';

interface MatrixProps {
  readonly tiltak: readonly Tiltak[];
  readonly desk: ChipDesk;
}

const UPWARDS = RATINGS.toReversed();

export function Matrix({ tiltak, desk }: MatrixProps) {
  const t = useT();
  return (
    <section className="prio-matrix" aria-labelledby="prio-matrise">
      <h3 id="prio-matrise" className="ds-sr-only">
        {t('prio.matrix')}
      </h3>
      <p className="prio-matrix__up" aria-hidden="true">
        {t('prio.gevinstpotensial')}
      </p>
      <p className="prio-matrix__corners" aria-hidden="true">
        <span>{t('prio.corner.planlegg')}</span>
        <span>{t('prio.corner.gjorForst')}</span>
      </p>
      <div className="prio-matrix__cells">
        {UPWARDS.map((gevinstpotensial) => (
          <MatrixRow
            key={gevinstpotensial}
            gevinstpotensial={gevinstpotensial}
            tiltak={tiltak.filter((each) => each.gevinstpotensial === gevinstpotensial)}
            desk={desk}
          />
        ))}
        <span />
        {RATINGS.map((rating) => (
          <span key={rating} className="prio-matrix__step" aria-hidden="true">
            {rating}
          </span>
        ))}
      </div>
      <p className="prio-matrix__corners" aria-hidden="true">
        <span>{t('prio.corner.vent')}</span>
        <span>{t('prio.corner.narDetPasser')}</span>
      </p>
      <p className="prio-matrix__right" aria-hidden="true">
        {t('prio.gjennomforbarhet')}
      </p>
    </section>
  );
}

interface MatrixRowProps extends MatrixProps {
  readonly gevinstpotensial: Rating;
}

function MatrixRow({ gevinstpotensial, tiltak, desk }: MatrixRowProps) {
  return (
    <>
      <span className="prio-matrix__step" aria-hidden="true">
        {gevinstpotensial}
      </span>
      {RATINGS.map((gjennomforbarhet) => (
        <Cell
          key={gjennomforbarhet}
          place={{ gevinstpotensial, gjennomforbarhet }}
          tiltak={tiltak.filter((each) => each.gjennomforbarhet === gjennomforbarhet)}
          desk={desk}
        />
      ))}
    </>
  );
}

interface CellProps extends MatrixProps {
  readonly place: MatrixPlace;
}

function Cell({ place, tiltak, desk }: CellProps) {
  const t = useT();
  const key = cellKey(place);
  return (
    <div
      className="prio-cell"
      data-cell={key}
      data-corner={cornerOf(place)}
      data-over={desk.drag.drag?.over === key || undefined}
    >
      {tiltak.length > 0 && (
        <ul className="prio-cell__chips" aria-label={t('prio.place', place)}>
          {tiltak.map((each) => (
            <li key={each.id}>
              <Chip tiltak={each} desk={desk} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
