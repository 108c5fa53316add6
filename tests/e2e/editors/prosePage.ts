/** A prose section as tests see it: what stands in it, where the caret is, and what others do. */
import type { Page } from '@playwright/test';
import type { Editor } from '@tiptap/core';
import type { ProseNode } from '../../../shared/sheet/snapshot/prose.ts';
import { expect } from './world.ts';

export const text = (words: string, ...marks: readonly string[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});

export const p = (...content: readonly (string | ProseNode)[]): ProseNode => ({
  type: 'paragraph',
  ...(content.length > 0
    ? { content: content.map((each) => (typeof each === 'string' ? text(each) : each)) }
    : {}),
});

export const node = (
  type: string,
  content: readonly ProseNode[],
  attrs?: Readonly<Record<string, unknown>>,
): ProseNode => ({ type, ...(attrs ? { attrs } : {}), content });

export const bullets = (...items: readonly (readonly ProseNode[])[]): ProseNode =>
  node(
    'bulletList',
    items.map((content) => node('listItem', content)),
  );

const CELL = { colspan: 1, rowspan: 1 };
export const table = (...rows: readonly (readonly string[])[]): ProseNode =>
  node(
    'table',
    rows.map((cells, row) =>
      node(
        'tableRow',
        cells.map((words) =>
          node(row === 0 ? 'tableHeader' : 'tableCell', [words === '' ? p() : p(words)], CELL),
        ),
      ),
    ),
  );

export const section = (page: Page) => page.getByRole('textbox', { name: 'Hva er utfordringen?' });
export const toolbar = (page: Page) => page.getByRole('toolbar');
export const tool = (page: Page, name: string) =>
  toolbar(page).getByRole('button', { name, exact: true });

export const read = (page: Page) => page.evaluate(() => window.prose.read());

/** Fills the section and waits until its editor is there. */
export async function begin(page: Page, ...nodes: readonly ProseNode[]): Promise<void> {
  await page.evaluate((content) => window.prose.begin(content), nodes);
  await ready(page);
}

export async function ready(page: Page): Promise<void> {
  await expect(section(page)).toHaveAttribute('contenteditable', 'true');
}

/** Puts the caret behind the first place where these words stand, as a press there would. */
export async function caretBehind(page: Page, words: string): Promise<void> {
  await select(page, words, 'end');
}

/** Selects the first place where these words stand. */
export async function select(page: Page, words: string, to: 'all' | 'end' = 'all'): Promise<void> {
  await section(page).focus();
  await section(page).evaluate(
    (root, [sought, end]) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const found = walker.currentNode.textContent?.indexOf(sought) ?? -1;
        if (found === -1) continue;
        const last = found + sought.length;
        const selection = document.getSelection();
        const first = end === 'end' ? last : found;
        selection?.setBaseAndExtent(walker.currentNode, first, walker.currentNode, last);
        return;
      }
      throw new Error(`«${sought}» is not there`);
    },
    [words, to] as const,
  );
  await selectionIsKnown(page);
}

/**
 * Presses a key that moves the caret, and waits until the editor knows: it hears of the browser's
 * selection a moment later, and no person types that fast.
 */
export async function moveCaret(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await selectionIsKnown(page);
}

async function selectionIsKnown(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.activeElement;
    const selection = document.getSelection();
    if (root === null || !('editor' in root) || selection?.focusNode == null) return false;
    const { view, state } = root.editor as Editor;
    return (
      view.posAtDOM(selection.focusNode, selection.focusOffset) === state.selection.head &&
      selection.isCollapsed === state.selection.empty
    );
  });
}

/** The words of the section with the caret or selection marked: «ab|cd», «a[bc]d». */
export function marked(page: Page): Promise<string> {
  return section(page).evaluate((root) => {
    const selection = document.getSelection();
    if (selection === null || selection.rangeCount === 0) return 'nothing is selected';
    const range = selection.getRangeAt(0);
    if (!root.contains(range.startContainer)) return 'the selection is elsewhere';
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const behind = document.createRange();
    behind.setStart(range.endContainer, range.endOffset);
    behind.setEnd(root, root.childNodes.length);
    const between = range.collapsed ? '|' : `[${range}]`;
    return `${before}${between}${behind}`;
  });
}

/** Somebody else inserts into the text of the first block. */
export async function remoteInsert(page: Page, index: number, words: string): Promise<void> {
  await page.evaluate(
    ([at, insert]) =>
      window.prose.remote((fragment, { XmlElement, XmlText }) => {
        const [block] = fragment.toArray();
        const [first] = block instanceof XmlElement ? block.toArray() : [];
        if (first instanceof XmlText) first.insert(at, insert);
      }),
    [index, words] as const,
  );
}
