/** The choice between the canvas and the form: two buttons, of which one is pressed. */
import { useT } from '../i18n/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { showVisning, useVisning } from './visning.ts';
import './viewSwitch.css';

const ICON = { lerret: 'canvas', skjema: 'form' } as const;

export function ViewSwitch() {
  const t = useT();
  const shown = useVisning();
  return (
    <fieldset className="view-switch">
      <legend className="ds-sr-only">{t('visning.bytt')}</legend>
      {(['lerret', 'skjema'] as const).map((visning) => (
        <button
          key={visning}
          type="button"
          className="view-switch__choice"
          aria-pressed={visning === shown}
          onClick={() => visning !== shown && showVisning(visning)}
        >
          <Icon name={ICON[visning]} />
          <span className="view-switch__label">{t(`visning.${visning}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}
