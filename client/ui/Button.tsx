/** A native button in Designsystemet's look. */
import type { ComponentPropsWithRef } from 'react';
import './Button.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` for the one thing a view is for, `secondary` beside it, `tertiary` in rows. */
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly size?: 'sm' | 'md' | 'lg';
  /** `danger` for what takes something away. */
  readonly color?: 'accent' | 'neutral' | 'danger';
  /** Shown before the label. */
  readonly icon?: IconName;
  /**
   * Something is on its way: shows a spinner and takes no more clicks, yet keeps the focus where
   * a disabled button would lose it.
   */
  readonly busy?: boolean;
}

export function Button({
  variant = 'primary',
  size,
  color,
  icon,
  busy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx('ds-button', className)}
      data-variant={variant}
      data-size={size}
      data-color={color}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <Spinner size="xs" /> : icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
