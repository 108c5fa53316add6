/**
 * What lies over the sheet, whichever view is shown below: the gevinstkart, or the matrix of
 * prioritering. The bar stays in sight above it, with undo and who is here.
 */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { KARTENE, type Kart, showKart } from '../kart.ts';
import { Prioritering } from '../prioritering/Prioritering.tsx';
import { setLinking, setTarget, useRedThread } from '../state.ts';
import { GevinstKart } from './GevinstKart.tsx';
import './kartFrame.css';

export function KartFrame({ kart }: { readonly kart: Kart }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  useReturnedFocus();
  // A card that was asked for takes the focus after this.
  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => forgetCards, []);

  function onKeyDown(event: KeyboardEvent) {
    const isInDialog = event.target instanceof Element && event.target.closest('dialog') !== null;
    if (isInDialog) return;
    if (event.key === 'Escape' && !event.defaultPrevented) stepBack();
    // What is pressed here is no key of the canvas below. Undo and redo are the page's.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  }
  return (
    <section
      className="kart"
      aria-labelledby="kart-tittel"
      tabIndex={-1}
      data-kart={kart}
      onKeyDown={onKeyDown}
    >
      <div className="kart__head">
        <h2 id="kart-tittel" ref={heading} tabIndex={-1} className="kart__title">
          {t(`kart.title.${kart}`)}
        </h2>
        <KartSwitch kart={kart} />
        <IconButton
          icon="close"
          label={t('kart.close')}
          tooltip={false}
          onClick={() => showKart(undefined)}
        />
      </div>
      {kart === 'gevinster' ? <GevinstKart /> : <Prioritering />}
    </section>
  );
}

function KartSwitch({ kart }: { readonly kart: Kart }) {
  const t = useT();
  return (
    <fieldset className="view-switch">
      <legend className="ds-sr-only">{t('kart.choose')}</legend>
      {KARTENE.map((choice) => (
        <button
          key={choice}
          type="button"
          className="view-switch__choice"
          aria-pressed={choice === kart}
          onClick={() => showKart(choice)}
        >
          {t(`kart.title.${choice}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Out of choosing links first, then out of the kart. */
function stepBack(): void {
  if (useRedThread.getState().linking === undefined) showKart(undefined);
  else setLinking(undefined);
}

/** Cards that were asked for are forgotten with the kart, whichever way it is closed. */
function forgetCards(): void {
  setTarget(undefined);
  setLinking(undefined);
}

/** Whoever closes the kart is back where they came from, unless they have gone elsewhere. */
function useReturnedFocus(): void {
  const cameFrom = useRef<Element | null>(null);
  useLayoutEffect(() => {
    cameFrom.current ??= document.activeElement;
    return () =>
      // What lies below takes no focus before the kart is gone.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        const { current } = cameFrom;
        const isThere = current instanceof HTMLElement && current.isConnected;
        (isThere ? current : document.getElementById('innhold'))?.focus();
      });
  }, []);
}
