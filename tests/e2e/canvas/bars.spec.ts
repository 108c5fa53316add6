/** What lies over the foot of the board, in windows of every width: bars, and tldraw's watermark. */
import type { Page } from '@playwright/test';
import { BoardPage } from '../pages/BoardPage.ts';
import { expect, test } from '../world.ts';

const WIDTHS = [390, 640, 720, 768, 880, 912, 960, 1000, 1024, 1280, 1920];

test('neither bar covers the other, the page or the watermark, however wide the window', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Avtaler' });
  const board = await BoardPage.of(await join(sheet));
  for (const width of WIDTHS) {
    await board.page.setViewportSize({ width, height: 800 });
    await expect.poll(() => faults(board.page), { message: `${width} px wide` }).toEqual([]);
  }
});

/** What is covered, and by what. */
async function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const one = (selector: string) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`There is no ${selector}.`);
      return element;
    };
    const view = one('.board-nav').getBoundingClientRect();
    const tools = one('.tlui-toolbar__inner').getBoundingClientRect();
    const a3 = one('.a3-page').getBoundingClientRect();
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    if (meet(view, tools)) found.push('the view lies over the tools');
    if (meet(view, a3)) found.push('the view lies over the page');
    if (meet(tools, a3)) found.push('the tools lie over the page');
    const watermark = one('[class^=tl-watermark]');
    const { left, top, width, height } = watermark.getBoundingClientRect();
    // tldraw lets it reach 2 px beyond a narrow window.
    const seen = Math.min(left + width, document.documentElement.clientWidth) - left;
    for (const across of [0.1, 0.5, 0.9]) {
      const over = document.elementFromPoint(left + across * seen, top + height / 2);
      if (!watermark.contains(over)) found.push(`the watermark lies under ${over?.className}`);
    }
    return found;
  });
}
