import type { Page } from '@playwright/test';
import type { TestServer, TestSheet } from '../../world/server.ts';
import { axeFindings, expect, test } from './world.ts';

type Role = 'fasilitator' | 'rediger' | 'les';

/** Opens a sheet by a role's link, and its share panel. */
async function openPanel(page: Page, server: TestServer, role: Role): Promise<TestSheet> {
  const sheet = await server.createSheet({ title: 'Avtalelojalitet' });
  await page.goto(sheet.links[role]);
  await page.getByRole('button', { name: 'Del', exact: true }).click();
  await page.getByRole('dialog', { name: 'Del arket' }).waitFor();
  return sheet;
}

test('the facilitator has all three links, their own hidden until asked for', async ({
  page,
  server,
}) => {
  const sheet = await openPanel(page, server, 'fasilitator');
  await expect(page.getByRole('textbox', { name: 'Lenke: Kan skrive' })).toHaveValue(
    sheet.links.rediger,
  );
  await expect(page.getByRole('textbox', { name: 'Lenke: Kan lese' })).toHaveValue(sheet.links.les);
  await expect(page.getByRole('img', { name: 'QR-kode for lenken «Kan lese»' })).toBeVisible();

  const own = page.getByRole('region', { name: 'Fasilitator' });
  await expect(own.getByRole('textbox')).toBeHidden();
  await expect(own.getByRole('img')).toBeHidden();
  await own.getByRole('button', { name: /Vis lenke/ }).click();
  await expect(own.getByRole('textbox')).toHaveValue(sheet.links.fasilitator);
  expect(await axeFindings(page)).toEqual([]);
});

for (const role of ['rediger', 'les'] as const) {
  test(`whoever came by the link «${role}» sees that one only`, async ({ page, server }) => {
    const sheet = await openPanel(page, server, role);
    const fields = page.getByRole('dialog').getByRole('textbox');
    await expect(fields).toHaveCount(1);
    await expect(fields).toHaveValue(sheet.links[role]);
    await expect(page.getByRole('button', { name: /Lag ny lenke/ })).toHaveCount(0);
  });
}

test('a link is copied, and it is said', async ({ page, server, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  const sheet = await openPanel(page, server, 'fasilitator');
  await page.getByRole('button', { name: 'Kopier: Kan skrive' }).click();
  await expect(page.getByRole('button', { name: 'Kopiert: Kan skrive' })).toBeVisible();
  await expect(page.getByRole('dialog').locator('[data-announcer=polite]')).toHaveText(
    'Lenken er kopiert.',
  );
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sheet.links.rediger);
});

test('where the clipboard is shut, the link is selected instead', async ({ page, server }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const sheet = await openPanel(page, server, 'fasilitator');
  await page.getByRole('button', { name: 'Kopier: Fasilitator' }).click();
  const field = page.getByRole('textbox', { name: 'Lenke: Fasilitator' });
  await expect(field).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(sheet.links.fasilitator);
  await expect(page.getByText(/slapp oss ikke til utklippstavlen/).first()).toBeVisible();
});

test('the code fills the screen with the title and what to do', async ({ page, server }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openPanel(page, server, 'fasilitator');
  await page.getByRole('button', { name: 'Vis stort: Kan skrive' }).click();
  const big = page.getByRole('dialog', { name: 'Avtalelojalitet' });
  await expect(big.getByText('Åpne kameraet på telefonen.')).toBeVisible();
  const code = await big.getByRole('img').boundingBox();
  expect(code?.height).toBeGreaterThan(700);
  expect((code?.y ?? 0) + (code?.height ?? 0)).toBeLessThanOrEqual(1080);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Lukk' }).last().click();
  await expect(big).toBeHidden();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement === null)).toBe(true);
  await expect(page.getByRole('button', { name: 'Vis stort: Kan skrive' })).toBeFocused();
});

test('a renewed link puts off whoever came by the old one', async ({ page, server, context }) => {
  const sheet = await openPanel(page, server, 'fasilitator');
  await page.getByRole('button', { name: 'Lag ny lenke: Kan skrive' }).click();
  const ask = page.getByRole('alertdialog', { name: 'Lage ny lenke for «Kan skrive»?' });
  await expect(ask.getByRole('button', { name: 'Avbryt' })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await ask.getByRole('button', { name: 'Lag ny lenke' }).click();
  await expect(ask).toBeHidden();
  const field = page.getByRole('textbox', { name: 'Lenke: Kan skrive' });
  await expect(field).not.toHaveValue(sheet.links.rediger);
  await expect(page.getByRole('dialog').locator('[data-announcer=polite]')).toHaveText(
    'Ny lenke for «Kan skrive» er klar. Den gamle virker ikke lenger.',
  );

  const late = await context.newPage();
  await late.goto(sheet.links.rediger);
  await expect(late.getByText(/Lenken er trukket tilbake/).first()).toBeVisible();
  const invited = await context.newPage();
  await invited.goto(await field.inputValue());
  await expect(invited.getByRole('textbox', { name: 'Tittel' })).toHaveValue('Avtalelojalitet');
});

test('the facilitator who renews their own link goes on with the new one', async ({
  page,
  server,
}) => {
  const sheet = await openPanel(page, server, 'fasilitator');
  await page.getByRole('button', { name: 'Lag ny lenke: Fasilitator' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lag ny lenke' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.getByRole('button', { name: 'Lag ny lenke: Kan lese' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lag ny lenke' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Lenke: Kan lese' })).not.toHaveValue(
    sheet.links.les,
  );
});

test('a lost server is told, and asked again', async ({ page, server }) => {
  const sheet = await server.createSheet();
  await page.route('**/keys', (route) => route.abort());
  await page.goto(sheet.links.fasilitator);
  await page.getByRole('button', { name: 'Del', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Får ikke kontakt med tjeneren');
  await page.unroute('**/keys');
  await page.getByRole('button', { name: 'Prøv igjen' }).click();
  await expect(page.getByRole('textbox', { name: 'Lenke: Kan lese' })).toHaveValue(sheet.links.les);
});

test('a reader takes the sheet along as a file, and hears when that fails', async ({
  page,
  server,
}) => {
  await openPanel(page, server, 'les');
  for (const [name, file] of [
    ['PDF, hele A3-et', 'Avtalelojalitet.pdf'],
    ['Word', 'Avtalelojalitet.docx'],
    ['Excel', 'Avtalelojalitet.xlsx'],
    ['CSV', 'Avtalelojalitet.csv'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    expect((await coming).suggestedFilename()).toBe(file);
    await expect(page.getByRole('dialog').locator('[data-announcer=polite]')).toContainText(
      `«${name}» er lastet ned.`,
    );
  }
  await page.route('**/export/pdf', (route) => route.abort());
  await page.getByRole('button', { name: 'PDF, hele A3-et' }).click();
  await expect(page.getByRole('alert')).toContainText('Får ikke kontakt med tjeneren');
  expect(await axeFindings(page)).toEqual([]);
});
