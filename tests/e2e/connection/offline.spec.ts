/** A sheet in a browser that loses the network, its storage or its link. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { TestServer, TestSheet } from '../../world/server.ts';
import { expect, test } from '../shell/world.ts';

const STORED_HERE = 'Frakoblet – lagret på denne enheten';

const saved = (page: Page): Locator => page.locator('[data-saved]');
const title = (page: Page): Locator => page.getByRole('textbox', { name: 'Tittel', exact: true });

async function open(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await expect(saved(page)).toHaveText('Lagret');
  return page;
}

async function serverTitle(server: TestServer, sheet: TestSheet): Promise<string> {
  const response = await server.call(`/api/sheets/${sheet.id}`, { key: sheet.keys.les });
  const body = (await response.json()) as { readonly sheet: { readonly title: string } };
  return body.sheet.title;
}

/** Writes at the end of the title. */
async function write(page: Page, words: string): Promise<void> {
  await title(page).press('End');
  await page.keyboard.insertText(words);
}

test('CN-6 CN-23 what is written without a network survives closing the tab', async ({
  context,
  server,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const page = await open(context, sheet.links.rediger);
  await context.setOffline(true);
  await expect(saved(page)).toHaveText(STORED_HERE);
  await write(page, ' på hytta');
  await expect(saved(page)).toHaveText('Lagrer …');
  await expect(saved(page)).toHaveText(STORED_HERE);
  await page.close();
  await context.setOffline(false);
  await open(context, sheet.links.rediger);
  expect(await serverTitle(server, sheet)).toBe('Ark på hytta');
});

test('CN-18 both sides’ words are there when the network is back', async ({
  browser,
  context,
  server,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const page = await open(context, sheet.links.rediger);
  const elsewhere = await browser.newContext();
  const colleague = await open(elsewhere, sheet.links.rediger);
  await context.setOffline(true);
  await expect(saved(page)).toHaveText(STORED_HERE);
  await write(page, ' mitt');
  await title(colleague).press('Home');
  await colleague.keyboard.insertText('Vårt ');
  await expect(saved(colleague)).toHaveText('Lagret');
  await context.setOffline(false);
  await expect(saved(page)).toHaveText('Lagret');
  await expect(title(page)).toHaveValue('Vårt Ark mitt');
  await expect(title(colleague)).toHaveValue('Vårt Ark mitt');
  await elsewhere.close();
});

test('CN-15 two tabs without a network write together', async ({ context, server }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [one, other] = [
    await open(context, sheet.links.rediger),
    await open(context, sheet.links.rediger),
  ];
  await context.setOffline(true);
  await expect(saved(one)).toHaveText(STORED_HERE);
  await expect(saved(other)).toHaveText(STORED_HERE);
  await write(one, ' én');
  await expect(title(other)).toHaveValue('Ark én');
  await write(other, ' to');
  await expect(title(one)).toHaveValue('Ark én to');
  await context.setOffline(false);
  await expect(saved(one)).toHaveText('Lagret');
  expect(await serverTitle(server, sheet)).toBe('Ark én to');
});

test('CN-7 CN-10 without storage it says that nothing is kept, and asks before leaving', async ({
  context,
  server,
}) => {
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  const sheet = await server.createSheet({ title: 'Ark' });
  const page = await open(context, sheet.links.rediger);
  await context.setOffline(true);
  await write(page, ' i minnet');
  await expect(saved(page)).toHaveText('Frakoblet – ikke lagret');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await context.setOffline(false);
  await expect(saved(page)).toHaveText('Lagret');
  expect(await serverTitle(server, sheet)).toBe('Ark i minnet');
});

test('CN-8 CN-16 a link that is revoked: read only, with what was written', async ({
  context,
  server,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const page = await open(context, sheet.links.rediger);
  await server.call(`/api/sheets/${sheet.id}/keys/rotate`, {
    method: 'POST',
    key: sheet.keys.fasilitator,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: ['rediger'] }),
  });
  const reason = page.getByText('Lenken er trukket tilbake');
  await expect(reason.first()).toBeVisible();
  await page.reload();
  await expect(reason.first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ark');
  await expect(title(page)).not.toBeEditable();
});

test('CN-26 a facilitator’s address bar shows no key, also after reloading', async ({
  context,
  server,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const page = await open(context, sheet.links.fasilitator);
  await expect(page).toHaveURL(`${server.url}/ark/${sheet.id}`);
  await page.reload();
  await expect(saved(page)).toHaveText('Lagret');
  const editor = await open(context, sheet.links.rediger);
  await expect(editor).toHaveURL(sheet.links.rediger);
});
