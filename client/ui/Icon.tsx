/** One of our icons. Always a picture beside a name, so it is hidden from screen readers. */
import './Icon.css';
import { cx } from './cx.ts';
import { ICONS, type IconName } from './icons.ts';

export type { IconName };

/** Icons made of dots need a thicker stroke than those made of lines. */
const DOTTED: readonly IconName[] = ['drag', 'more'];

interface IconProps {
  readonly name: IconName;
  readonly className?: string;
}

export function Icon({ name, className }: IconProps) {
  return (
    <svg
      className={cx('ui-icon', className)}
      viewBox="0 0 24 24"
      aria-hidden="true"
      data-dots={DOTTED.includes(name) || undefined}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
