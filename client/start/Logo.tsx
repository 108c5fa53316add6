/** The product's mark and name. */
import { useT } from '../i18n/i18n.ts';

export function Logo() {
  const t = useT();
  return (
    <p className="start__logo">
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
      {t('app.name')}
    </p>
  );
}
