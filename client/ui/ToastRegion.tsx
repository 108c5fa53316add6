/**
 * Where the toasts are shown. Each stays at least eight seconds, and as long as the pointer or the
 * focus rests in the region or the tab is hidden. F8 moves the focus here, and back again.
 *
 * A modal dialog makes everything outside it inert, toasts too. So each dialog holds a region of its
 * own, and the one that was mounted last shows them.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { useT } from '../i18n/i18n.ts';
import type { TextKey } from '../i18n/keys.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import './ToastRegion.css';
import { dismissToast, type Toast, useToasts } from './toasts.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

const KIND_TEXT = {
  info: 'alert.info',
  success: 'alert.success',
  warning: 'alert.warning',
  danger: 'alert.danger',
} as const satisfies Record<Toast['kind'], TextKey>;

const KIND_ICON = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'error',
} as const;

/** The regions on the page, the last one over the others. */
const useRegions = create<{ readonly mounted: readonly RefObject<HTMLElement | null>[] }>(() => ({
  mounted: [],
}));

export function ToastRegion() {
  const t = useT();
  const all = useToasts((state) => state.toasts);
  const region = useRef<HTMLElement>(null);
  const toasts = useIsTopmost(region) ? all : [];
  const [isHeld, setHeld] = useState(false);
  const isHidden = useIsTabHidden();
  useF8(region, toasts.length > 0);

  return (
    <section
      ref={region}
      className="ui-toasts"
      aria-label={t('toast.region')}
      tabIndex={-1}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="ui-toasts__list" role="status" aria-atomic="false">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} isPaused={isHeld || isHidden} />
        ))}
      </div>
    </section>
  );
}

function useIsTopmost(region: RefObject<HTMLElement | null>): boolean {
  useLayoutEffect(() => {
    useRegions.setState(({ mounted }) => ({ mounted: [...mounted, region] }));
    return () => {
      useRegions.setState(({ mounted }) => ({
        mounted: mounted.filter((other) => other !== region),
      }));
    };
  }, [region]);
  return useRegions(({ mounted }) => mounted.at(-1) === region);
}

interface ToastCardProps {
  readonly toast: Toast;
  readonly isPaused: boolean;
}

function ToastCard({ toast, isPaused }: ToastCardProps) {
  const t = useT();
  const { id, text, kind, action, durationMs } = toast;
  const remaining = useRef(durationMs);
  useEffect(() => {
    if (isPaused) return;
    const startedAt = performance.now();
    const timer = setTimeout(() => dismissToast(id), remaining.current);
    return () => {
      clearTimeout(timer);
      remaining.current -= performance.now() - startedAt;
    };
  }, [id, isPaused]);

  function act() {
    dismissToast(id);
    action?.run();
  }
  return (
    <div className="ui-toast">
      <Icon name={KIND_ICON[kind]} />
      <p className="ui-toast__text">
        <VisuallyHidden>{`${t(KIND_TEXT[kind])}: `}</VisuallyHidden>
        {text}
      </p>
      {action !== undefined && (
        <Button variant="secondary" size="sm" onClick={act}>
          {action.label}
        </Button>
      )}
      <IconButton
        icon="close"
        size="sm"
        label={t('toast.dismiss')}
        tooltip={false}
        onClick={() => dismissToast(id)}
      />
    </div>
  );
}

/** F8 takes the focus to the newest toast's first button, and from there back to where it was. */
function useF8(region: RefObject<HTMLElement | null>, hasToasts: boolean): void {
  const cameFrom = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || !hasToasts) return;
      event.preventDefault();
      if (region.current?.contains(document.activeElement)) {
        cameFrom.current?.focus();
        return;
      }
      cameFrom.current =
        document.activeElement instanceof HTMLElement ? document.activeElement : null;
      region.current?.querySelector<HTMLElement>('.ui-toast:last-child button')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [region, hasToasts]);
  // When the last toast leaves with the focus in it, the person is not left nowhere.
  useEffect(() => {
    if (!hasToasts && document.activeElement === document.body) cameFrom.current?.focus();
  }, [hasToasts]);
}

function useIsTabHidden(): boolean {
  const [isHidden, setHidden] = useState(document.hidden);
  useEffect(() => {
    const update = () => setHidden(document.hidden);
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
  return isHidden;
}
