/** A text of the row with its label above it, as a field of a form. */
import { Cell, type CellAddress } from '../Cell.tsx';
import type { Place } from '../Placed.tsx';

interface DetailCellProps {
  readonly address: CellAddress;
  readonly place: Place;
  readonly label: string;
  readonly help?: string;
  readonly isMultiline?: boolean;
}

export function DetailCell({ address, place, label, help, isMultiline }: DetailCellProps) {
  return (
    <div className="details__field" data-wide={isMultiline}>
      {/* For the eye; the field carries its own label for those who listen. */}
      <span className="details__label" aria-hidden="true">
        {label}
      </span>
      {help !== undefined && <p className="details__help">{help}</p>}
      <Cell
        address={address}
        place={place}
        label={label}
        {...(isMultiline === undefined ? {} : { isMultiline })}
      />
    </div>
  );
}
