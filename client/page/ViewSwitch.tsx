/** The choice of how the sheet is looked at: buttons, of which one is pressed. */
import { useT } from '../i18n/i18n.ts';
import { showKart, useKart } from '../redthread/kart.ts';
import { Icon } from '../ui/Icon.tsx';
import { showVisning, useVisning } from './visning.ts';
import './viewSwitch.css';

const ICON = { lerret: 'canvas', skjema: 'form' } as const;

export function ViewSwitch() {
  const t = useT();
  const visningBelow = useVisning();
  const kart = useKart();
  const shown = kart === undefined ? visningBelow : undefined;
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
      <button
        type="button"
        className="view-switch__choice"
        aria-pressed={kart !== undefined}
        onClick={() => kart === undefined && showKart('gevinster')}
      >
        <Icon name="chain" />
        <span className="view-switch__label">{t('visning.kart')}</span>
      </button>
    </fieldset>
  );
}
