/**
 * A turning ring for what takes more than a moment. It is a picture only: what is being waited
 * for stands in text beside it, or in `label` for those who cannot see the ring.
 */
import './Spinner.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface SpinnerProps {
  readonly size?: '2xs' | 'xs' | 'sm' | 'md' | 'lg';
  readonly label?: string;
}

export function Spinner({ size = 'md', label }: SpinnerProps) {
  return (
    <>
      <svg className="ds-spinner" data-size={size} viewBox="0 0 50 50" aria-hidden="true">
        <circle
          className="ds-spinner__background"
          cx="25"
          cy="25"
          r="20"
          fill="none"
          strokeWidth="5"
        />
        <circle className="ds-spinner__circle" cx="25" cy="25" r="20" fill="none" strokeWidth="5" />
      </svg>
      {label !== undefined && <VisuallyHidden>{label}</VisuallyHidden>}
    </>
  );
}
