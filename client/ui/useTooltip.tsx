/**
 * A short text that appears beside a control under the pointer or with keyboard focus. It repeats
 * what the control is called, so it is hidden from screen readers. Escape takes it away, and the
 * pointer may rest on it.
 */
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import './Tooltip.css';
import { keepPlaced } from './place.ts';

/** How long the pointer rests on a control before the text comes. */
const REST_MS = 400;

interface TooltipHandlers {
  readonly onPointerEnter: (event: React.PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: React.FocusEvent) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: () => void;
}

/**
 * `handlers` go on the control, `tooltip` inside it. `text` undefined means no tooltip.
 */
export function useTooltip(text: ReactNode | undefined): {
  readonly handlers: TooltipHandlers;
  readonly tooltip: ReactNode;
} {
  const [isShown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setShown(false);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  // As soon as the text is there, so that no Escape is lost on it.
  useLayoutEffect(() => {
    if (!isShown) return;
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isShown, hide]);

  const handlers: TooltipHandlers = {
    onPointerEnter: (event) => {
      // A finger has no hover; it would leave the text behind after a tap.
      if (event.pointerType === 'touch') return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setShown(true), REST_MS);
    },
    onPointerLeave: hide,
    onFocus: (event) => {
      if (!event.currentTarget.matches(':focus-visible')) return;
      // Not at once: the focus may have come from a popover that is just closing, and the browser
      // opens no other before that is done.
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setShown(true));
    },
    onBlur: hide,
    onPointerDown: hide,
  };
  const isWanted = isShown && text !== undefined;
  return { handlers, tooltip: isWanted ? <TooltipText>{text}</TooltipText> : null };
}

function TooltipText({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const popover = element.current;
    const anchor = popover?.parentElement;
    if (popover === null || anchor === null || anchor === undefined) return;
    popover.showPopover();
    return keepPlaced(popover, anchor, { side: 'bottom', align: 'center', gap: 6 });
  }, []);
  return (
    <span ref={element} popover="manual" className="ui-tooltip" aria-hidden="true">
      {children}
    </span>
  );
}
