/**
 * Asks before something that cannot be undone. The focus begins on the safe answer. For what can
 * be undone, do it at once and offer «Angre» in a toast instead.
 */
import { type ReactNode, useRef } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and to whom. */
  readonly children: ReactNode;
  /** The verb: «Lag ny lenke», never «OK». */
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly isBusy?: boolean;
}

export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  onConfirm,
  onCancel,
  isBusy = false,
}: ConfirmDialogProps) {
  const t = useT();
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={title}
      role="alertdialog"
      width="sm"
      onClose={onCancel}
      initialFocus={safe}
      footer={
        <>
          <Button ref={safe} variant="secondary" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button color="danger" busy={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
