/** The keys of the board, for whoever wants to know. */
import { useT } from '../../i18n/i18n.ts';

const LINES = [
  'section',
  'fit',
  'lapp',
  'next',
  'move',
  'edit',
  'delete',
  'undo',
  'leave',
] as const;

export function KeyHelp() {
  const t = useT();
  return (
    <details className="outline__help">
      <summary>{t('canvas.help.keys')}</summary>
      <ul>
        {LINES.map((line) => (
          <li key={line}>{t(`canvas.help.keys.${line}`)}</li>
        ))}
      </ul>
    </details>
  );
}
