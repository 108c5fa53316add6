/** Said quietly: what is not counted in, because it has just changed or could not be read. */
import { useT } from '../i18n/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePortfolioView } from './view.tsx';

export function Unread() {
  const t = useT();
  const { problems, pending } = usePortfolioView().answer;
  if (problems.length === 0 && pending === 0) return null;
  return (
    <div className="portfolio__unread">
      {pending > 0 && <p>{t('portefolje.venter', { count: pending })}</p>}
      {problems.length > 0 && (
        <details>
          <summary>
            <Icon name="info" />
            {t('portefolje.ulest', { count: problems.length })}
          </summary>
          <ul>
            {problems.map(({ sheetId, title, kind, count }) => (
              <li key={sheetId}>
                {kind === 'unreadable'
                  ? t('portefolje.ulest.ark')
                  : t('portefolje.ulest.deler', { title: title || t('sheet.untitled'), count })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
