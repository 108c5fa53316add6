/** The product's mark and name. */
import { useT } from '../i18n/i18n.ts';
import './Logo.css';

interface LogoProps {
  /** Only the mark is seen where room is scarce; the name is still told. */
  readonly isCompact?: boolean;
}

export function Logo({ isCompact = false }: LogoProps) {
  const t = useT();
  return (
    <span className="logo" data-compact={isCompact || undefined}>
      <svg viewBox="0 0 36 26" aria-hidden="true">
        <rect
          x="1"
          y="1"
          width="34"
          height="24"
          rx="2"
          fill="#fff"
          stroke="currentcolor"
          strokeWidth="2"
        />
        <path d="M1 8h34M18 8v17M18 16h17M1 17h17" stroke="currentcolor" strokeWidth="2" />
      </svg>
      <span className="logo__name">{t('app.name')}</span>
    </span>
  );
}
