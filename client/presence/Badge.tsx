/** A person's initials on their colour. Always beside or under a name for those who listen. */
import { cx } from '../ui/cx.ts';
import './presence.css';
import type { Participant } from './participants.ts';

interface BadgeProps {
  readonly participant: Pick<Participant, 'initials' | 'color' | 'isActive'>;
  readonly className?: string;
}

export function Badge({ participant, className }: BadgeProps) {
  return (
    <span
      className={cx('badge', className)}
      style={{ backgroundColor: participant.color }}
      data-idle={!participant.isActive || undefined}
      aria-hidden="true"
    >
      {participant.initials}
    </span>
  );
}
