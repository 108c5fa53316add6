/** The fields of the view that is shown, found by the mark that presence knows them by. */
import type { Place } from '../presence/participants.ts';

const CONTROLS = 'textarea, select, input:not([aria-hidden]), summary, button, [contenteditable]';

/** Gives a field of a row the focus; false where the view has no such field. */
export function focusPlace(entityId: string, field: string): boolean {
  const control = placeOf(entityId, field)?.querySelector<HTMLElement>(CONTROLS);
  control?.focus();
  return control != null;
}

export function hasPlace(entityId: string, field: string): boolean {
  return placeOf(entityId, field) !== undefined;
}

function placeOf(entityId: string, field: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('.desk__sheet [data-place]')].find((marked) => {
    const place = JSON.parse(marked.dataset['place'] ?? '{}') as Partial<Place>;
    return place.entityId === entityId && place.field === field;
  });
}
