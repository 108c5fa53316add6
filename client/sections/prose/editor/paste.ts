/**
 * Makes of pasted HTML what the editor's schema can hold. Word, Outlook and web pages all have
 * their own ways: lists that are paragraphs with a drawn bullet, headings of every level, tables
 * inside tables, spaces that are none. What has no place here (pictures, links, colours) is left
 * out, its words are kept.
 */
import { HEADING_LEVELS } from '../model.ts';

/** The HTML to be parsed instead. Scripts and event handlers never run: nothing is attached. */
export function cleanedHtml(html: string): string {
  // Copied from an editor of this kind: it holds nothing else, and its empty lines are meant.
  if (html.includes('data-pm-slice')) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  removeNoise(page);
  for (const table of page.querySelectorAll('table table')) unwrapTable(page, table);
  gatherWordLists(page);
  for (const heading of page.querySelectorAll('h1, h2, h5, h6')) {
    const level = /[12]/.test(heading.tagName) ? HEADING_LEVELS[0] : HEADING_LEVELS[1];
    rename(page, heading, `h${level}`);
  }
  removeEmptyParagraphs(page);
  return page.body.innerHTML;
}

function removeNoise(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  const noise = 'script, style, meta, link, title, img, svg, picture, video, audio, iframe, object';
  for (const element of page.querySelectorAll(noise)) element.remove();
  // Office's own elements, such as o:p, hold nothing or plain words.
  for (const element of page.querySelectorAll('*')) {
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
  }
}

/** A table that only lays out what is in it: its cells become paragraphs. */
function unwrapTable(page: Document, table: Element): void {
  const cells = [...table.querySelectorAll('td, th')].map((cell) => {
    const block = page.createElement('div');
    block.append(...cell.childNodes);
    return block;
  });
  table.replaceWith(...cells);
}

interface WordItem {
  readonly element: Element;
  readonly level: number;
  readonly isOrdered: boolean;
}

/** Word's list items are paragraphs that name their list and level in their style. */
function gatherWordLists(page: Document): void {
  let open: { list: Element; level: number; isOrdered: boolean }[] = [];
  let last: Element | undefined;
  for (const element of [...page.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const item = wordItem(element);
    if (item === undefined) continue;
    if (last === undefined || last !== element.previousElementSibling) open = [];
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const current = open.at(-1);
    const fits = current?.level === item.level && current.isOrdered === item.isOrdered;
    if (current?.level === item.level && !fits) open.pop();
    const list = fits && current !== undefined ? current.list : begin(page, item, open, last);
    if (!fits) open.push({ list, level: item.level, isOrdered: item.isOrdered });
    const entry = page.createElement('li');
    const words = page.createElement('p');
    words.append(...element.childNodes);
    entry.append(words);
    list.append(entry);
    element.remove();
    last = open[0]?.list;
  }
}

/** A new list: inside the item above it, or in the place of the paragraph. */
function begin(
  page: Document,
  { element, isOrdered }: WordItem,
  open: readonly { readonly list: Element }[],
  last: Element | undefined,
): Element {
  const list = page.createElement(isOrdered ? 'ol' : 'ul');
  const above = open.at(-1)?.list.lastElementChild;
  if (above !== undefined && above !== null) above.append(list);
  else if (last !== undefined && last === element.previousElementSibling) last.after(list);
  else element.before(list);
  return list;
}

/** Undefined for what is no list item. Takes away the drawn bullet or number. */
function wordItem(element: Element): WordItem | undefined {
  const style = element.getAttribute('style') ?? '';
  const level = /mso-list:[^;]*\blevel(\d+)/i.exec(style)?.[1];
  if (level === undefined) return undefined;
  const marker = [...element.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const drawn = marker?.textContent?.replace(/[\s\u00a0]+/g, '') ?? '';
  marker?.remove();
  return { element, level: Number(level), isOrdered: /^\(?[\da-z]{1,4}[.)]$/i.test(drawn) };
}

function removeEmptyParagraphs(page: Document): void {
  for (const paragraph of page.querySelectorAll('body > p, body > div > p')) {
    const isEmpty = (paragraph.textContent ?? '').replace(/[\s\u00a0]/g, '') === '';
    if (isEmpty && paragraph.querySelector('br') === null) paragraph.remove();
  }
}

function rename(page: Document, element: Element, name: string): void {
  const renamed = page.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
