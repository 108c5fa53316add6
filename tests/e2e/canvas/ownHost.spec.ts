/** What the canvas fetches: from our own host, when it is needed, and once for use offline. */
import type { Page } from '@playwright/test';
import { STORED_HERE } from '../pages/SheetPage.ts';
import { expect, test } from '../world.ts';

/** What tldraw needs beside the scripts: icons and its table of words, but no font. */
const CANVAS_FILES = ['0_merged.svg', 'first.svg', 'words.json'];

test('the form fetches nothing of the canvas', async ({ server, join, watch }) => {
  const sheet = await server.createSheet({ title: 'Avtaler' });
  const kari = await join(sheet, { device: { serviceWorkers: 'allow' } });
  await isKept(kari.page);
  expect(watch.asked.filter((url) => url.includes('tldraw'))).toEqual([]);
});

test('the canvas asks our own host alone, speaks bokmål, and fetches no font that is not used', async ({
  server,
  join,
  watch,
}) => {
  const sheet = await server.createSheet({ title: 'Avtaler' });
  const { page } = await join(sheet);
  await openCanvas(page);
  await expect(page.getByTestId('tools.draw')).toHaveAccessibleName(/Penn/);
  const files = () => {
    const urls = watch.asked.filter((url) => url.includes('/assets/tldraw/'));
    return [...new Set(urls.map((url) => new URL(url).pathname.split('/').at(-1)))].sort();
  };
  await expect.poll(files).toEqual(CANVAS_FILES);
  await page.waitForLoadState('networkidle');
  expect(files()).toEqual(CANVAS_FILES);
});

test('a canvas that has been open once opens without a network', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Avtaler' });
  const kari = await join(sheet, { device: { serviceWorkers: 'allow' } });
  await openCanvas(kari.page);
  await isKept(kari.page);
  await expect.poll(() => kept(kari.page)).toEqual(expect.arrayContaining(CANVAS_FILES));

  await kari.page.context().setOffline(true);
  await kari.page.goto('about:blank');
  const link = new URL(sheet.links.rediger);
  link.searchParams.set('visning', 'lerret');
  await kari.page.goto(link.href);
  await expect(kari.state).toHaveText(STORED_HERE);
  await kari.page.locator('.tl-canvas').waitFor();
  await expect(kari.page.getByTestId('tools.draw')).toHaveAccessibleName(/Penn/);
});

async function openCanvas(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lerret', exact: true }).click();
  await page.locator('.tl-canvas').waitFor();
}

/** From then on the browser has the page's own files. */
async function isKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => caches.keys())).not.toEqual([]);
}

/** The last names of all that the browser keeps. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(stores.map((store) => store.keys()))).flat();
    return requests.map(({ url }) => new URL(url).pathname.split('/').at(-1) ?? '');
  });
}
