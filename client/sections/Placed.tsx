/**
 * Where somebody can be: the mark by which presence knows where this person's focus is, and the
 * names of the others who are here. A screen reader hears them as part of the field's surroundings,
 * never as an interruption.
 */
import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { useParticipants } from '../presence/context.tsx';
import { isIn, type Place } from '../presence/participants.ts';
import { cx } from '../ui/cx.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

export type { Place } from '../presence/participants.ts';

interface PlacedProps {
  readonly place: Place;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Placed({ place, className, children }: PlacedProps) {
  const t = useT();
  const others = useParticipants().filter(
    (participant) => !participant.isSelf && isIn(participant.place, place),
  );
  const [first] = others;
  return (
    <div
      className={cx('placed', className)}
      data-place={JSON.stringify(place)}
      data-others={first === undefined ? undefined : others.length}
      style={first === undefined ? undefined : { ['--placed-color' as string]: first.color }}
    >
      {first !== undefined && (
        <div className="placed__names">
          <VisuallyHidden>{`${t('presence.alsoHere')} `}</VisuallyHidden>
          {others.map(({ personId, name, color }) => (
            <span key={personId} className="placed__name" style={{ backgroundColor: color }}>
              {name}
            </span>
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
