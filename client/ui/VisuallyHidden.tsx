/** Text for those who listen to the page. */
import type { ReactNode } from 'react';

interface VisuallyHiddenProps {
  readonly children: ReactNode;
  readonly id?: string;
}

export function VisuallyHidden({ children, id }: VisuallyHiddenProps) {
  return (
    <span className="ds-sr-only" id={id}>
      {children}
    </span>
  );
}
