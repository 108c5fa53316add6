/** No finding of axe on any page, in any state, in any language, on a wide and a narrow screen. */
import type { Page } from '@playwright/test';
import { en } from '../../../client/i18n/en.ts';
import { nb } from '../../../client/i18n/nb.ts';
import { nn } from '../../../client/i18n/nn.ts';
import { axeFindings, expect, test } from '../world.ts';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

/** Every language and every width; what axe looks at depends little on which goes with which. */
const DEVICES = [
  { lang: 'nb', locale: 'nb-NO', texts: nb, viewport: WIDE },
  { lang: 'nn', locale: 'nn-NO', texts: nn, viewport: NARROW },
  { lang: 'en', locale: 'en-GB', texts: en, viewport: WIDE },
] as const;

/** Names each finding with the state of the page it was found in. */
class Findings {
  readonly all: string[] = [];

  /** With `part` only what has come up over a page that was judged before. */
  async in(state: string, page: Page, part?: string): Promise<void> {
    this.all.push(...(await axeFindings(page, part)).map((finding) => `${state}: ${finding}`));
  }
}

for (const { lang, locale, texts, viewport } of DEVICES) {
  const device = { viewport, locale };
  const name = `${lang} at ${viewport.width}`;
  const button = (page: Page, key: keyof typeof nb) =>
    page.getByRole('button', { name: texts[key], exact: true });

  test(`pages without a sheet: ${name}`, async ({ server, browse, watch }) => {
    test.slow();
    watch.expectOutage();
    const found = new Findings();
    const page = await (await browse(device)).newPage();
    await page.goto(server.url);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts['start.title']);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await found.in('start', page);
    await button(page, 'start.create.virksomhet').click();
    await page.getByRole('dialog').waitFor();
    await found.in('create dialog', page);
    await page.goto(`${server.url}/finnes/ikke`);
    await page.getByRole('heading', { name: texts['notFound.title'] }).waitFor();
    await found.in('not found', page);
    const sheet = await server.createSheet();
    await page.goto(`${server.url}/ark/${sheet.id}#n=${'x'.repeat(43)}`);
    await page.getByRole('heading', { name: texts['failed.title'] }).waitFor();
    await found.in('dead link', page);
    expect(found.all).toEqual([]);
  });

  test(`an open sheet and what comes up over it: ${name}`, async ({ server, join }) => {
    test.slow();
    const found = new Findings();
    const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
    const { page } = await join(sheet, { as: 'fasilitator', name: 'Kari', device, texts });
    await found.in('example', page);
    await button(page, 'presence.here_one').click();
    await page.getByRole('dialog').waitFor();
    await found.in('participants', page, '[popover][role=dialog]');
    await page.keyboard.press('Escape');
    await page.locator('summary').first().click();
    await found.in('links of a gevinst', page, '[data-section=tiltak]');
    await button(page, 'share.open').click();
    await page.getByRole('textbox', { name: texts['share.rediger.name'] }).waitFor();
    await found.in('share panel', page, 'dialog[open]');
    const big = `${texts['share.showBig']}: ${texts['share.les.name']}`;
    await page.getByRole('button', { name: big }).click();
    await page.getByText(texts['share.big.call']).waitFor();
    await found.in('big QR', page, 'dialog[data-width=full]');
    expect(found.all).toEqual([]);
  });

  test(`an empty sheet, a reader’s, and a notice: ${name}`, async ({ server, join, watch }) => {
    test.slow();
    watch.expectOutage();
    const found = new Findings();
    const sheet = await server.createSheet({ kind: 'virksomhet', title: '' });
    const { page } = await join(sheet, { device, texts });
    await found.in('empty, asking for a name', page);
    await button(page, 'tiltak.add').click();
    await page.getByRole('row').nth(1).waitFor();
    await page.locator('.ui-date__text').last().fill('tull');
    await page.keyboard.press('Tab');
    await found.in('an unreadable frist', page);
    await page.locator('[data-row]').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: texts['row.delete'] }).waitFor();
    await found.in('a row’s menu', page, '[role=menu]:popover-open');
    await page.getByRole('menuitem', { name: texts['row.delete'] }).click();
    await page.getByRole('button', { name: texts['row.undoDelete'] }).last().waitFor();
    await found.in('a message with undo', page, '.ui-toasts');
    const reader = await join(sheet, { as: 'les', device, texts });
    await found.in('as a reader', reader.page);
    await server.call(`/api/sheets/${sheet.id}/keys/rotate`, {
      method: 'POST',
      key: sheet.keys.fasilitator,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roles: ['rediger'] }),
    });
    await page.getByRole('button', { name: texts['notice.takeOut'] }).waitFor();
    await found.in('a revoked link', page);
    expect(found.all).toEqual([]);
  });
}
