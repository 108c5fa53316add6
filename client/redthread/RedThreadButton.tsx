/** Opens and closes the panel of the rød tråd, and tells how much there is to mend. */
import { useT } from '../i18n/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { setPanelOpen, useRedThread } from './state.ts';
import './redThreadButton.css';
import { useFindings } from './useChain.ts';

/** The focus goes back here when the panel is closed. */
export const RED_THREAD_BUTTON = 'rod-trad';

export function RedThreadButton() {
  const t = useT();
  const isOpen = useRedThread((state) => state.isPanelOpen);
  const count = useFindings().length;
  return (
    <button
      id={RED_THREAD_BUTTON}
      type="button"
      className="ds-button red-thread-button"
      data-variant="tertiary"
      data-color="neutral"
      data-size="sm"
      aria-expanded={isOpen}
      aria-label={count === 0 ? t('redThread.none') : t('redThread.findings', { count })}
      onClick={() => setPanelOpen(!isOpen)}
    >
      <Icon name="thread" />
      <span className="red-thread-button__label" aria-hidden="true">
        {t('redThread.title')}
      </span>
      {count > 0 && (
        <span className="red-thread-button__count" aria-hidden="true">
          {count}
        </span>
      )}
    </button>
  );
}
