/**
 * A message that stays where it concerns something. Its kind is told by colour, by icon and in
 * words for those who listen. With `isLive` it is said when it appears.
 */
import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import type { TextKey } from '../i18n/keys.ts';
import './Alert.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

type AlertKind = 'info' | 'success' | 'warning' | 'danger';

interface AlertProps {
  readonly kind: AlertKind;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Buttons and links. */
  readonly actions?: ReactNode;
  readonly isLive?: boolean;
}

const KIND_TEXT = {
  info: 'alert.info',
  success: 'alert.success',
  warning: 'alert.warning',
  danger: 'alert.danger',
} as const satisfies Record<AlertKind, TextKey>;

export function Alert({ kind, title, children, actions, isLive = false }: AlertProps) {
  const t = useT();
  const isUrgent = kind === 'danger' || kind === 'warning';
  return (
    <div
      className="ds-alert ui-alert"
      data-color={kind}
      role={isLive ? (isUrgent ? 'alert' : 'status') : undefined}
    >
      <VisuallyHidden>{`${t(KIND_TEXT[kind])}: `}</VisuallyHidden>
      {title !== undefined && <p className="ui-alert__title">{title}</p>}
      {children}
      {actions !== undefined && <div className="ui-alert__actions">{actions}</div>}
    </div>
  );
}
