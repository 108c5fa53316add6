/**
 * A copy of the page as it stands, to be looked at and written down: with what was typed, without
 * traces of who is in it. It is put beside the page itself, where all rules reach it, and nobody
 * points at it or has the focus in it.
 */

export interface PageCopy {
  readonly element: HTMLElement;
  /** How far parts of the copy's original have been scrolled. */
  readonly scrolled: ReadonlyMap<Element, Scrolled>;
}

export interface Scrolled {
  readonly left: number;
  readonly top: number;
}

/** Where others are, and what stands for a moment only. */
const TRACES = '.placed__names, .section-people, .prose-caret, .ProseMirror-separator, [popover]';

/** What makes an element look otherwise while somebody is at it. */
const TRACE_CLASSES = ['prose-selection', 'selectedCell'];
const TRACE_ATTRIBUTES = ['data-others', 'data-dragged', 'data-landing'];

export function copyOf(page: HTMLElement): PageCopy {
  const element = page.cloneNode(true) as HTMLElement;
  const originals = [page, ...page.querySelectorAll('*')];
  const scrolled = new Map<Element, Scrolled>();
  [element, ...element.querySelectorAll('*')].forEach((copy, index) => {
    const original = originals[index];
    if (original === undefined) return;
    takeState(original, copy);
    const { scrollLeft: left, scrollTop: top } = original;
    if (left !== 0 || top !== 0) scrolled.set(copy, { left, top });
  });
  for (const trace of element.querySelectorAll(TRACES)) trace.remove();
  for (const name of TRACE_CLASSES) {
    for (const part of element.querySelectorAll(`.${name}`)) part.classList.remove(name);
  }
  for (const name of TRACE_ATTRIBUTES) {
    for (const part of element.querySelectorAll(`[${name}]`)) part.removeAttribute(name);
  }
  // Words that a caret parted are set as one again.
  element.normalize();
  return { element, scrolled };
}

/** What cloning leaves out, and names that are the original's own. */
function takeState(original: Element, copy: Element): void {
  copy.removeAttribute('id');
  if (original instanceof HTMLTextAreaElement && copy instanceof HTMLTextAreaElement) {
    copy.value = original.value;
  } else if (original instanceof HTMLInputElement && copy instanceof HTMLInputElement) {
    copy.value = original.value;
    copy.checked = original.checked;
  } else if (original instanceof HTMLSelectElement && copy instanceof HTMLSelectElement) {
    copy.selectedIndex = original.selectedIndex;
  }
}
