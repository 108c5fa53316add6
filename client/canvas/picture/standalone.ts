/**
 * Elements that look like those of the page and need nothing of it: fields have become their words,
 * what is for acting has left its place empty, and what is out of sight is gone.
 */
import type { Scrolled } from './pageCopy.ts';
import type { Look, StyleBook } from './StyleBook.ts';

/** Not seen, or seen only by those who listen. */
const UNSEEN = '.ds-sr-only, [hidden], script, style, template, .prose-catcher, .ui-date__native';

/** For acting on the sheet. The place stays, so that nothing moves. */
const TOOLS = 'button, .row-tools, .scroll-sign, .prose-toolbar-place';

/** What of an element's attributes is part of the picture; the rest is for scripts and rules. */
const KEPT = new Set(['lang', 'dir', 'colspan', 'rowspan', 'start', 'open', 'viewBox', 'd']);

/** Elements whose browser would draw or answer by itself. */
const PLAIN: Readonly<Record<string, string>> = {
  textarea: 'div',
  input: 'div',
  select: 'div',
  button: 'div',
  a: 'span',
  label: 'span',
};

export class StandaloneCopier {
  readonly #book: StyleBook;
  readonly #scrolled: ReadonlyMap<Element, Scrolled>;

  constructor(book: StyleBook, scrolled: ReadonlyMap<Element, Scrolled> = new Map()) {
    this.#book = book;
    this.#scrolled = scrolled;
  }

  /** Undefined for what is not seen. `element` must be in the document. */
  copy(element: Element, around: Look = this.#book.bare): Element | undefined {
    if (element.matches(UNSEEN)) return undefined;
    const look = this.#book.lookOf(element);
    if (this.#book.valueOf(look, 'display') === 'none') return undefined;
    const copy = document.createElementNS(
      element.namespaceURI,
      PLAIN[element.localName] ?? element.localName,
    );
    const { className, style } = this.#book.write(look, copy, around);
    const classes = [className];
    copy.setAttribute('style', style);
    if (element.matches(TOOLS)) {
      addStyle(copy, 'visibility:hidden;');
    } else {
      keepAttributes(element, copy);
      for (const pseudo of ['::before', '::after'] as const) {
        classes.push(this.#book.writePseudo(element, pseudo, look) ?? '');
      }
      this.#fill(element, copy, look);
    }
    copy.setAttribute('class', classes.filter(Boolean).join(' '));
    return copy;
  }

  #fill(element: Element, copy: Element, look: Look): void {
    if (element instanceof HTMLTextAreaElement) {
      addStyle(copy, 'white-space:pre-wrap;overflow:hidden;');
      copy.append(wordsOf(element));
    } else if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) {
      if (isTicked(element)) return;
      const isInline = this.#book.valueOf(look, 'display').startsWith('inline');
      addStyle(copy, `display:${isInline ? 'inline-flex' : 'flex'};align-items:center;`);
      copy.append(line(wordsOf(element)));
    } else {
      this.#copyChildren(element, copy, look);
    }
  }

  #copyChildren(element: Element, copy: Element, look: Look): void {
    const moves = movesOf(element, this.#scrolled.get(element));
    if (isScroller(this.#book.valueOf(look, 'overflow-y'))) addStyle(copy, 'overflow:hidden;');
    for (const child of element.childNodes) {
      if (child instanceof Text) copy.append(child.data);
      if (!(child instanceof Element)) continue;
      const part = this.copy(child, look);
      if (part === undefined) continue;
      const move = moves.get(child);
      if (move !== undefined) addStyle(part, `translate:${move.left}px ${move.top}px;`);
      copy.append(part);
    }
  }
}

/**
 * How far scrolling takes each child from where it lies. Not all go alike: some stay in sight.
 * Leaves the element unscrolled.
 */
function movesOf(element: Element, scrolled: Scrolled | undefined): ReadonlyMap<Element, Scrolled> {
  if (scrolled === undefined || !(element instanceof HTMLElement)) return new Map();
  const children = [...element.children];
  // The canvas may be seen at any size.
  const scale = element.getBoundingClientRect().width / element.offsetWidth;
  const before = children.map((child) => child.getBoundingClientRect());
  element.scrollTo({ ...scrolled, behavior: 'instant' });
  const moves = children.map((child, index): [Element, Scrolled] => {
    const { left, top } = child.getBoundingClientRect();
    const from = before[index] ?? { left, top };
    return [child, { left: (left - from.left) / scale, top: (top - from.top) / scale }];
  });
  element.scrollTo({ left: 0, top: 0, behavior: 'instant' });
  return new Map(moves);
}

function isScroller(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

function isTicked(field: HTMLInputElement | HTMLSelectElement): boolean {
  return field.type === 'checkbox' || field.type === 'radio';
}

/** What a field shows: what stands in it, or in fainter letters what may. */
function wordsOf(field: HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement): Node {
  if (field instanceof HTMLSelectElement) {
    return document.createTextNode(field.selectedOptions[0]?.label ?? '');
  }
  if (field.value !== '') return document.createTextNode(field.value);
  const hint = document.createElement('span');
  hint.style.color = getComputedStyle(field, '::placeholder').color;
  hint.textContent = field.placeholder;
  return hint;
}

/** One line that ends where its field ends. */
function line(words: Node): Element {
  const holder = document.createElement('span');
  holder.setAttribute(
    'style',
    'flex:1;min-width:0;overflow:hidden;text-overflow:inherit;white-space:pre;',
  );
  holder.append(words);
  return holder;
}

function keepAttributes(from: Element, to: Element): void {
  const isDrawing = from.namespaceURI === 'http://www.w3.org/2000/svg';
  for (const { name, value } of from.attributes) {
    const isKept = isDrawing
      ? !/^(class|style|id|aria-.*|data-.*|on.*)$/.test(name)
      : KEPT.has(name);
    if (isKept) to.setAttribute(name, value);
  }
}

function addStyle(element: Element, rules: string): void {
  element.setAttribute('style', (element.getAttribute('style') ?? '') + rules);
}
