/**
 * A modal dialog on the native element: the page behind is inert, Escape closes, and the focus
 * goes back to where it was. It is open while it is mounted: `{isOpen && <Dialog … />}`.
 */
import {
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { useT } from '../i18n/i18n.ts';
import { Announcer } from './Announcer.tsx';
import './Dialog.css';
import { IconButton } from './IconButton.tsx';
import { ToastRegion } from './ToastRegion.tsx';

export interface DialogProps {
  readonly title: string;
  /** Asked for by Escape or the cross; unmount the dialog in answer. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom that stay in sight; the main one last. */
  readonly footer?: ReactNode;
  readonly width?: 'sm' | 'md' | 'lg' | 'full';
  /** `alertdialog` when it asks before something is lost. */
  readonly role?: 'dialog' | 'alertdialog';
  /** Where the focus goes first; the title when left out. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
}

export function Dialog({
  title,
  onClose,
  children,
  footer,
  width = 'md',
  role = 'dialog',
  initialFocus,
}: DialogProps) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    // Closing before the element leaves the page is what gives the focus back.
    return () => element.close();
  }, []);
  useEffect(() => (initialFocus?.current ?? heading.current)?.focus(), [initialFocus]);

  function cancel(event: SyntheticEvent<HTMLDialogElement>) {
    // A file input's own cancel bubbles up here too.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  }
  function closed(event: SyntheticEvent<HTMLDialogElement>) {
    // The browser may close without asking, when Escape is pressed a second time.
    if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
  }

  return (
    <dialog
      ref={dialog}
      className="ds-dialog ui-dialog"
      data-width={width}
      role={role === 'dialog' ? undefined : role}
      aria-labelledby={titleId}
      onCancel={cancel}
      onClose={closed}
    >
      <div className="ui-dialog__header">
        <h2 id={titleId} className="ui-dialog__title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" label={t('common.close')} tooltip={false} onClick={onClose} />
      </div>
      <div className="ui-dialog__body">{children}</div>
      {footer !== undefined && <div className="ui-dialog__footer">{footer}</div>}
      <ToastRegion />
      <Announcer />
    </dialog>
  );
}
