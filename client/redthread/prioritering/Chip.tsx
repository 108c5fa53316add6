/** A tiltak in the matrix: its number, and its name where there is room for it. */

import { isDropped } from '../../../shared/gevinst/amounts.ts';
import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { useTooltip } from '../../ui/useTooltip.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type ChipDesk, ratingsInWords, refOf } from './chipDesk.ts';
import { placeOf } from './places.ts';
import type { Drag } from './useMatrixDrag.ts';

interface ChipProps {
  readonly tiltak: Tiltak;
  readonly desk: ChipDesk;
}

export function Chip({ tiltak, desk }: ChipProps) {
  const t = useT();
  const { nameOf, numberOf, canWrite, drag } = desk;
  const name = nameOf(refOf(tiltak));
  // Beside the matrix there is room for the whole name.
  const { handlers, tooltip } = useTooltip(
    drag.drag === undefined && placeOf(tiltak) !== undefined ? name : undefined,
  );
  return (
    <button
      {...handlers}
      type="button"
      className="prio-chip"
      data-chip={tiltak.id}
      data-movable={canWrite || undefined}
      data-dragged={drag.drag?.id === tiltak.id || undefined}
      data-dropped={isDropped(tiltak) || undefined}
      onClick={() => desk.open(tiltak)}
      onKeyDown={(event) => desk.onKeyDown(tiltak, event)}
      onPointerDown={(event) => {
        handlers.onPointerDown();
        if (canWrite) drag.onPointerDown(tiltak.id, event);
      }}
    >
      <ChipWords number={numberOf(tiltak)} name={name} />
      <VisuallyHidden>{`. ${ratingsInWords(t, tiltak)}`}</VisuallyHidden>
      {tooltip}
    </button>
  );
}

function ChipWords({ number, name }: { readonly number: number; readonly name: string }) {
  return (
    <>
      <span className="prio-chip__number" data-grip>
        {number}
      </span>
      <span className="prio-chip__name">{name}</span>
    </>
  );
}

interface ChipGhostProps {
  readonly drag: Drag;
  readonly number: number;
  readonly name: string;
}

/** What is under the hand while it is dragged. */
export function ChipGhost({ drag: { x, y, width }, number, name }: ChipGhostProps) {
  return (
    <div
      className="prio-chip prio-chip--ghost"
      aria-hidden="true"
      style={{ left: x, top: y, width }}
    >
      <ChipWords number={number} name={name} />
    </div>
  );
}
