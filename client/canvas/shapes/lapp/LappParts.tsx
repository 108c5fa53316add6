/** What a note shows, on the board and in a picture of it. */
import { useT } from '../../../i18n/i18n.ts';
import { initialsOf } from '../../../presence/person.ts';
import type { LappShape } from './lappShape.ts';

interface LappPartProps {
  readonly shape: LappShape;
}

export function LappWords({ shape: { props } }: LappPartProps) {
  const t = useT();
  return (
    <div className="lapp__words">
      {props.text === '' ? (
        <span className="lapp__empty">{t('canvas.lapp.empty')}</span>
      ) : (
        props.text
      )}
    </div>
  );
}

/** What became of the note, and who it is from. */
export function LappFoot({ shape: { props } }: LappPartProps) {
  const t = useT();
  const { author, became } = props;
  return (
    <div className="lapp__foot">
      {became !== '' && (
        <span className="lapp__became">
          {t('canvas.lapp.became', { what: t(`lapp.kind.${became as 'tiltak'}`) })}
        </span>
      )}
      {author !== '' && (
        <span className="lapp__author" title={t('lapp.from', { name: author })}>
          {initialsOf(author)}
        </span>
      )}
    </div>
  );
}
