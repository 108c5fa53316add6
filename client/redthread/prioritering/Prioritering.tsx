/**
 * Tiltak against gevinstpotensial and gjennomførbarhet, as the group sees them: a matrix to drag and
 * to steer by the arrow keys, and the same in a table to choose in.
 */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { TiltakId } from '../../../shared/ids/ids.ts';
import { patchTiltak } from '../../../shared/sheet/commands/tiltak.ts';
import type { Tiltak } from '../../../shared/sheet/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { openDetails } from '../../sections/details/openDetails.ts';
import { localOrigin } from '../../sheet/origins.ts';
import { useCollection, useRun, useSession } from '../../sheet/session.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { type NameOf, useNames } from '../names.ts';
import { useChain } from '../useChain.ts';
import { ChipGhost } from './Chip.tsx';
import { type ChipDesk, ratingsInWords, refOf } from './chipDesk.ts';
import { Matrix } from './Matrix.tsx';
import { PrioriteringTable } from './PrioriteringTable.tsx';
import { cellKey, movedBy, placeOf, type Ratings, ratingsOfCell } from './places.ts';
import { Tray } from './Tray.tsx';
import { useMatrixDrag } from './useMatrixDrag.ts';
import './prioritering.css';

export function Prioritering() {
  const t = useT();
  const { canWrite } = useSession();
  const tiltak = useCollection('tiltak');
  const nameOf = useNames(useChain());
  const body = useRef<HTMLDivElement>(null);
  const rate = useRate(nameOf);
  const refocus = useRefocus(body);
  const byId = (id: TiltakId) => tiltak.find((each) => each.id === id);
  const drag = useMatrixDrag((id, cell) => {
    const [dragged, ratings] = [byId(id), ratingsOfCell(cell)];
    if (dragged === undefined || ratings === undefined || cellKey(dragged) === cell) return;
    refocus(id);
    rate(dragged, ratings);
  });
  const desk: ChipDesk = {
    nameOf,
    numberOf: (each) => tiltak.indexOf(each) + 1,
    canWrite,
    drag,
    open: ({ id }) => {
      if (!drag.takeDragged()) openDetails({ of: 'tiltak', id });
    },
    onKeyDown: (each, event) => {
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
      const ratings = canWrite && isPlain ? movedBy(event.key, each) : undefined;
      if (ratings === undefined) return;
      event.preventDefault();
      refocus(each.id);
      rate(each, ratings, each.id);
    },
  };
  if (tiltak.length === 0) return <p className="kart__help">{t('prio.empty')}</p>;
  const dragged = drag.drag && byId(drag.drag.id);
  return (
    <>
      <div ref={body} className="prio">
        <p className="kart__help">{canWrite ? t('prio.help') : t('prio.helpReader')}</p>
        <div className="prio__boards">
          <Matrix tiltak={tiltak} desk={desk} />
          <Tray tiltak={tiltak.filter((each) => placeOf(each) === undefined)} desk={desk} />
        </div>
        <PrioriteringTable tiltak={tiltak} nameOf={nameOf} onRate={rate} />
      </div>
      {drag.drag !== undefined && dragged !== undefined && (
        <ChipGhost drag={drag.drag} number={desk.numberOf(dragged)} name={nameOf(refOf(dragged))} />
      )}
    </>
  );
}

type Rate = (tiltak: Tiltak, ratings: Partial<Ratings>, step?: string) => void;

/** Writes ratings as one undo step; those with the same `step` in quick succession are one together. */
function useRate(nameOf: NameOf): Rate {
  const t = useT();
  const run = useRun();
  return (tiltak, ratings, step) => {
    const origin = localOrigin('prioritering');
    const after = { ...tiltak, ...ratings };
    if (isSame(tiltak, after)) return;
    const patch = patchTiltak(tiltak.id, ratings);
    const outcome = run(patch, step === undefined ? origin : { ...origin, step: `rate ${step}` });
    if (outcome.ok) announce(`${nameOf(refOf(tiltak))}: ${ratingsInWords(t, after)}`);
  };
}

function isSame(a: Ratings, b: Ratings): boolean {
  return a.gevinstpotensial === b.gevinstpotensial && a.gjennomforbarhet === b.gjennomforbarhet;
}

/** A chip that moves to another cell is another element there; the focus goes with it. */
function useRefocus(body: RefObject<HTMLElement | null>): (id: TiltakId) => void {
  const wanted = useRef<TiltakId>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const chip = `[data-chip="${CSS.escape(wanted.current)}"]`;
    wanted.current = undefined;
    body.current?.querySelector<HTMLElement>(chip)?.focus();
  });
  return (id) => {
    wanted.current = id;
  };
}
