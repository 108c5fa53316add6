/**
 * Stands around a page. When rendering throws, the person sees what to do instead of an empty
 * window; nothing that was written is lost by a reload. React writes the error to the console.
 */
import { Component, type ReactNode } from 'react';
import { CrashMessage } from './CrashMessage.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What to show instead of the general message. */
  readonly fallback?: ReactNode;
  /** A new value tries the children again, such as the path after going elsewhere. */
  readonly resetKey?: string;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
  readonly resetKey: string | undefined;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null {
    if (props.resetKey === state.resetKey) return null;
    return { failed: false, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback ?? <CrashMessage />;
  }
}
