/**
 * A button that shows only an icon. `label` is its accessible name and its tooltip; make it say
 * what happens to what («Slett tiltaket «Ny rammeavtale»»), or give the longer name apart from
 * the tooltip with `tooltip`.
 */
import type { ComponentPropsWithRef } from 'react';
import './Button.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useTooltip } from './useTooltip.tsx';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label'> {
  readonly label: string;
  readonly icon: IconName;
  /** A shorter text for the eye; `false` for none. */
  readonly tooltip?: string | false;
  /** Shown after the tooltip's text, such as `Ctrl+Z`. */
  readonly shortcut?: string;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly size?: 'sm' | 'md' | 'lg';
  readonly color?: 'accent' | 'neutral' | 'danger';
}

export function IconButton({
  label,
  icon,
  tooltip: tooltipText = label,
  shortcut,
  variant = 'tertiary',
  size,
  color = 'neutral',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const { handlers, tooltip } = useTooltip(
    tooltipText === false ? undefined : (
      <>
        {tooltipText}
        {shortcut !== undefined && <kbd>{shortcut}</kbd>}
      </>
    ),
  );
  return (
    <button
      {...handlers}
      {...rest}
      type={type}
      className={cx('ds-button', className)}
      aria-label={label}
      aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
      data-icon="true"
      data-variant={variant}
      data-size={size}
      data-color={color}
    >
      <Icon name={icon} />
      {tooltip}
    </button>
  );
}
