/** The short messages at the bottom of the page, each perhaps with a way back. */
import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'info' | 'success' | 'warning' | 'danger';
  readonly action: { readonly label: string; readonly run: () => void } | undefined;
  /** How long it stays, not counting the time it is paused. */
  readonly durationMs: number;
}

export interface NewToast {
  readonly text: string;
  readonly kind?: Toast['kind'];
  /** Such as «Angre»; running it takes the toast away. */
  readonly action?: Toast['action'];
}

/** Long enough to be read slowly, and longer where something is to be decided. */
const PLAIN_MS = 8_000;
const WITH_ACTION_MS = 12_000;

interface ToastState {
  readonly toasts: readonly Toast[];
}

export const useToasts = create<ToastState>(() => ({ toasts: [] }));

let lastId = 0;

/** Shows a message; gives its id for `dismissToast`. */
export function showToast({ text, kind = 'info', action }: NewToast): number {
  lastId += 1;
  const durationMs = action === undefined ? PLAIN_MS : WITH_ACTION_MS;
  const toast: Toast = { id: lastId, text, kind, action, durationMs };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, toast] }));
  return toast.id;
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
