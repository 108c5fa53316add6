/**
 * The first stop of the Tab key: past the top, to the content. It moves the focus and leaves the
 * address as it is, for a sheet's fragment holds its key.
 */
import type { MouseEvent } from 'react';
import './SkipLink.css';

interface SkipLinkProps {
  /** Id of an element that takes focus (`tabIndex={-1}`). */
  readonly targetId: string;
  readonly children: string;
}

export function SkipLink({ targetId, children }: SkipLinkProps) {
  function skip(event: MouseEvent) {
    event.preventDefault();
    const target = document.getElementById(targetId);
    target?.focus();
    target?.scrollIntoView();
  }
  return (
    <a className="ds-skip-link" href={`#${targetId}`} onClick={skip}>
      {children}
    </a>
  );
}
