/** How plain content becomes an editor under somebody's hands. */
import type { BrowserContext, Page, Route } from '@playwright/test';
import type { ProseNode } from '../../../shared/sheet/snapshot/prose.ts';
import { axeFindings } from '../support/axe.ts';
import {
  bullets,
  marked,
  moveCaret,
  node,
  p,
  read,
  ready,
  section,
  table,
  text,
} from './prosePage.ts';
import { expect, type OpenOptions, test } from './world.ts';

const CONTENT = [
  node('heading', [text('Overskrift')], { level: 3 }),
  p('Første avsnitt med noen ', text('fete', 'bold'), ' ord og et brudd', { type: 'hardBreak' }),
  p(),
  bullets([p('én')], [p('to'), bullets([p('under')])]),
  node('orderedList', [node('listItem', [p('tre')])], { start: 3 }),
  table(['Enhet', 'Andel'], ['Skole', '85,29 %']),
  p('Siste.'),
];

/** The test says when the page is idle: `await idle(page)` runs what waits for it. */
async function controlIdle(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const waiting: IdleRequestCallback[] = [];
    window.requestIdleCallback = (task) => waiting.push(task);
    Object.assign(window, { waiting });
  });
}

async function idle(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as { waiting: [] }).waiting.length > 0);
  await page.evaluate(() => {
    const { waiting } = window as unknown as { waiting: IdleRequestCallback[] };
    waiting.shift()?.({ didTimeout: false, timeRemaining: () => 50 });
  });
}

interface Opening {
  readonly open: (options: OpenOptions) => Promise<Page>;
  readonly context: BrowserContext;
}

/** A page with these nodes, whose editor's code is held back until it is released. */
async function held(
  { open, context }: Opening,
  nodes: readonly ProseNode[],
  answer: (route: Route) => Promise<void> = (route) => route.continue(),
): Promise<{ readonly page: Page; readonly release: () => void }> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await context.route(/ProseEditor.*\.js$/, async (route) => {
    await released;
    await answer(route);
  });
  const page = await open({ show: 'prose' });
  await begin(page, ...nodes);
  return { page, release };
}

/** The code of the editor is here; the editor is not. */
async function fetched(page: Page): Promise<void> {
  const arrived = page.waitForResponse(/ProseEditor.*\.js$/);
  await idle(page);
  await idle(page);
  await (await arrived).finished();
  await page.waitForFunction(() => (window as unknown as { waiting: [] }).waiting.length > 0);
}

const begin = (page: Page, ...nodes: readonly ProseNode[]) =>
  page.evaluate((content) => window.prose.begin(content), nodes);

/** Where every block, item and cell stands. */
const boxes = (page: Page) =>
  page
    .locator('.prose')
    .first()
    .evaluate((root) =>
      [...root.querySelectorAll('h3, p, li, td, th, strong')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.tagName, x, y, width, height];
      }),
    );

test('PO-10 nothing moves when plain content becomes an editor', async ({ open, context }) => {
  await controlIdle(context);
  const page = await open({ show: 'prose' });
  await begin(page, ...CONTENT);
  await expect(section(page)).toContainText('Siste.');
  const before = await boxes(page);
  await fetched(page);
  await idle(page);
  await ready(page);
  expect(await boxes(page)).toEqual(before);
  expect(await read(page)).toEqual(CONTENT);
});

test('PO-10 a press puts the caret where it is, with the editor not yet there', async ({
  open,
  context,
}) => {
  await controlIdle(context);
  const page = await open({ show: 'prose' });
  await begin(page, p('første linje'), p('andre linje'));
  await fetched(page);
  await expect(section(page)).not.toHaveAttribute('contenteditable', 'true');
  const box = await section(page).getByText('andre linje').boundingBox();
  if (box === null) throw new Error('Not shown');
  await page.mouse.click(box.x + 1, box.y + box.height / 2);
  await expect(section(page)).toBeFocused();
  await page.keyboard.type('X');
  expect(await read(page)).toEqual([p('første linje'), p('Xandre linje')]);
});

test('PO-10 a tap puts the caret where it is, and a scroll makes no keyboard come', async ({
  browser,
  openIn,
}) => {
  const context = await browser.newContext({ hasTouch: true });
  await controlIdle(context);
  const page = await openIn(context, { show: 'prose' });
  await begin(page, p('første linje'), p('andre linje'));
  await fetched(page);
  const box = await section(page).getByText('andre linje').boundingBox();
  if (box === null) throw new Error('Not shown');
  await section(page).dispatchEvent('pointerdown', { pointerType: 'touch' });
  await ready(page);
  await expect(section(page)).not.toBeFocused();
  await page.touchscreen.tap(box.x + 1, box.y + box.height / 2);
  await expect(section(page)).toBeFocused();
  await page.keyboard.type('X');
  expect(await read(page)).toEqual([p('første linje'), p('Xandre linje')]);
  await context.close();
});

test('PO-10 a drag that begins before the editor is there selects words', async ({
  open,
  context,
}) => {
  await controlIdle(context);
  const page = await open({ show: 'prose' });
  await begin(page, p('en to tre'));
  await fetched(page);
  const box = await section(page).getByText('en to tre').boundingBox();
  if (box === null) throw new Error('Not shown');
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  expect(await marked(page)).toBe('[en to tre]');
});

test('PO-10 the focus alone makes it an editor', async ({ open, context }) => {
  await controlIdle(context);
  const page = await open({ show: 'prose' });
  await begin(page, p('tekst'));
  await fetched(page);
  await page.getByRole('button', { name: 'Før' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type('ny ');
  await expect.poll(() => read(page)).toEqual([p('ny tekst')]);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Før' })).toBeFocused();
});

test('PO-10 keys that are typed while the editor is fetched are not lost', async ({
  open,
  context,
}) => {
  const { page, release } = await held({ open, context }, [p('første linje'), p('andre linje')]);
  const box = await section(page).getByText('andre linje').boundingBox();
  if (box === null) throw new Error('Not shown');
  await page.mouse.click(box.x + 1, box.y + box.height / 2);
  await page.keyboard.type('æ og å');
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  release();
  await ready(page);
  await page.keyboard.type('y ');
  await expect
    .poll(() => read(page))
    .toEqual([p('første linje'), p('æ og å'), p('xy andre linje')]);
  expect(await marked(page)).toBe('første linjeæ og åxy |andre linje');
});

test('PO-10 the caret is moved, and words are changed, while the editor is fetched', async ({
  open,
  context,
}) => {
  const lines = [p('en linje'), p('to linjer'), p('tre linjer')];
  const { page, release } = await held({ open, context }, lines);
  await section(page).getByText('to linjer').click();
  const { keyboard } = page;
  await keyboard.press('Control+Home');
  await keyboard.type('Først: ');
  await keyboard.press('ArrowDown');
  await keyboard.press('Home');
  await keyboard.press('Control+b');
  await keyboard.type('feett');
  await keyboard.press('Backspace');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Backspace');
  await keyboard.press('Control+End');
  await keyboard.press('Shift+Control+ArrowLeft');
  await keyboard.press('Delete');
  await keyboard.type('ord');
  await keyboard.press('Home');
  release();
  await ready(page);
  await keyboard.type('Til slutt: ');
  await expect
    .poll(() => read(page))
    .toEqual([p('Først: en linje'), p(text('fet', 'bold'), 'to linjer'), p('Til slutt: tre ord')]);
});

test('PO-10 all is marked and replaced while the editor is fetched, and undone', async ({
  open,
  context,
}) => {
  const { page, release } = await held({ open, context }, [p('en'), p('to')]);
  await section(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('nytt');
  release();
  await ready(page);
  expect(await read(page)).toEqual([p('nytt')]);
  await page.keyboard.press('Control+z');
  expect(await read(page)).toEqual([p('en'), p('to')]);
});

test('PO-10 who has gone on before the editor comes stays there, and the words are in', async ({
  open,
  context,
}) => {
  const { page, release } = await held({ open, context }, [p('en'), p('to')]);
  await section(page).getByText('en').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' tre');
  await page.keyboard.press('Shift+Tab');
  release();
  await ready(page);
  expect(await read(page)).toEqual([p('en'), p('to tre')]);
  await expect(page.getByRole('button', { name: 'Før' })).toBeFocused();
});

test('PO-10 words with moves between them are seen where the editor cannot be fetched', async ({
  open,
  context,
}) => {
  let isDown = true;
  const answer = (route: Route) => (isDown ? route.abort() : route.continue());
  const { page, release } = await held({ open, context }, [p('tekst')], answer);
  await section(page).click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('nye');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' ord ');
  release();
  const catcher = page.locator('.prose-catcher');
  await expect(catcher).toHaveCSS('opacity', '1');
  await expect(catcher).toHaveValue('nye ord ');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('!');
  isDown = false;
  await expect.poll(() => read(page), { timeout: 30_000 }).toEqual([p('nye ord! tekst')]);
});

test('PO-10 a key that comes right behind the editor moves the caret', async ({
  open,
  context,
}) => {
  const { page, release } = await held({ open, context }, [p('tekst')]);
  await section(page).click();
  await page.evaluate(() => {
    document.addEventListener('focusin', () =>
      queueMicrotask(() => {
        document.getSelection()?.modify('move', 'backward', 'lineboundary');
      }),
    );
  });
  release();
  await ready(page);
  await page.keyboard.type('Min ');
  await expect.poll(() => read(page)).toEqual([p('Min tekst')]);
});

test('PO-10 words that somebody is marking are not taken away from under them', async ({
  open,
  context,
}) => {
  await controlIdle(context);
  const page = await open({ show: 'prose' });
  await begin(page, p('marker meg'));
  await section(page).evaluate((root) => document.getSelection()?.selectAllChildren(root));
  await fetched(page);
  await idle(page);
  expect(await page.evaluate(() => `${document.getSelection()}`.trim())).toBe('marker meg');
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  await idle(page);
  await idle(page);
  await ready(page);
});

test('PO-10 an editor that has been fetched works without a network', async ({ open, context }) => {
  await controlIdle(context);
  const page = await open({ show: 'prose' });
  await begin(page, p('tekst'));
  await fetched(page);
  await context.setOffline(true);
  await section(page).click();
  await moveCaret(page, 'Control+End');
  await page.keyboard.type(' frakoblet');
  await expect.poll(() => read(page)).toEqual([p('tekst frakoblet')]);
});

test('PO-10 an editor that could not be fetched is fetched later', async ({ open, context }) => {
  let isDown = true;
  let failures = 0;
  await context.route(/ProseEditor.*\.js$/, (route) => {
    if (!isDown) return route.continue();
    failures += 1;
    return route.abort();
  });
  const page = await open({ show: 'prose' });
  await begin(page, p('tekst'));
  await section(page).click();
  await page.keyboard.type('x');
  await expect.poll(() => failures).toBeGreaterThan(0);
  await expect(page.locator('.prose-notice')).toContainText('når nettet er tilbake');
  await expect(page.locator('[data-announcer=polite]')).toContainText('når nettet er tilbake');
  await expect(page.locator('.prose-catcher')).toHaveCSS('opacity', '1');
  expect(await axeFindings(page)).toEqual([]);
  isDown = false;
  await expect.poll(() => read(page), { timeout: 30_000 }).toEqual([p('tekstx')]);
});
