import { makeAdminKey } from '../../../server/gate/adminKey.ts';
import { startServer } from '../../world/server.ts';
import { axeFindings, expect, test } from './world.ts';

test('a new dypdykk-A3 is created with its title and opened', async ({ page, server }) => {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Nytt dypdykk-A3' }).click();
  const title = page.getByRole('textbox', { name: 'Tittel' });
  await expect(title).toBeFocused();
  await title.fill('Færre fakturagebyr 🧾');
  await title.press('Enter');
  await expect(page).toHaveURL(/\/ark\/[\w-]{22}/);
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue('Færre fakturagebyr 🧾');
});

test('whoever goes to another page is told where they are', async ({ page, server }) => {
  const sheet = await server.createSheet({ title: 'Avtalelojalitet' });
  await page.goto(sheet.links.rediger);
  await page.getByRole('link', { name: 'Helhetsmodellen A3' }).click();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.locator('[data-announcer=polite]')).toHaveText('Helhetsmodellen A3');
  await page.getByRole('link', { name: 'Avtalelojalitet' }).click();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.locator('[data-announcer=polite] p').last()).toHaveText(/^Avtalelojalitet – /);
  await page.goBack();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveTitle('Helhetsmodellen A3');
});

test('the example opens as a copy of one’s own', async ({ page, server }) => {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Åpne eksempelet' }).click();
  await expect(page).toHaveURL(/\/ark\//);
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue(/Avtalelojalitet/);
  const first = page.url();

  await page.goto(server.url);
  await page.getByRole('button', { name: 'Åpne virksomhets-A3-et' }).click();
  await expect(page).toHaveURL(/\/ark\//);
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue(/Levanger/);
  expect(page.url()).not.toBe(first);
});

test('a sheet that was opened is on the list, and can be taken off and put back', async ({
  page,
  server,
}) => {
  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Sist åpnet på denne enheten' })).toBeHidden();
  await page.getByRole('button', { name: 'Åpne eksempelet' }).click();
  await expect(page.locator('[data-saved]')).toHaveText('Lagret');
  await page.goto(server.url);

  const link = page.getByRole('link', { name: /Avtalelojalitet/ });
  await expect(link).toBeVisible();
  await page.getByRole('button', { name: /^Ta «Avtalelojalitet.*» bort fra lista$/ }).click();
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: 'Angre' }).click();
  await link.click();
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue(/Avtalelojalitet/);
});

test('a server that wants a key asks for it, and says when it is wrong', async ({ page }) => {
  let adminKey: Promise<string | undefined> | undefined;
  const server = await startServer({
    config: { create: 'key' },
    adapters: (real) => {
      adminKey = makeAdminKey(real.records);
      return real;
    },
  });
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Åpne eksempelet' }).click();
  const field = page.getByLabel('Administratornøkkel');
  await expect(field).toBeFocused();
  await field.fill('feil nøkkel');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/Nøkkelen er ikke riktig/);
  expect(await axeFindings(page)).toEqual([]);

  await field.fill((await adminKey) ?? '');
  await field.press('Enter');
  await expect(page).toHaveURL(/\/ark\//);
  await page.goBack();

  // Whoever has shown the key once is not asked again before the tab is closed.
  await page.getByRole('button', { name: 'Nytt virksomhets-A3' }).click();
  await page.getByRole('button', { name: 'Lag arket' }).click();
  await expect(page).toHaveURL(/\/ark\//);
  await server.stop();
});

test('a lost server is told, and what was typed stays', async ({ page }) => {
  const server = await startServer();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Nytt virksomhets-A3' }).click();
  await page.getByRole('textbox', { name: 'Tittel' }).fill('Oppvekst');
  await server.stop();
  await page.getByRole('button', { name: 'Lag arket' }).click();
  await expect(page.getByRole('alert')).toContainText('Får ikke kontakt med tjeneren');
  await expect(page.getByRole('textbox', { name: 'Tittel' })).toHaveValue('Oppvekst');
});

test('the language is chosen, followed by the page and remembered', async ({ page, server }) => {
  await page.goto(server.url);
  await expect(page.locator('html')).toHaveAttribute('lang', 'nb');
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tenk saman på eitt ark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nn');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Nynorsk' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Think together on one sheet');
});

test('an address that leads nowhere says so and shows the way', async ({ page, server }) => {
  const response = await page.goto(`${server.url}/finnes/ikke`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Vi fant ikke siden' })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Til startsiden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tenk sammen på ett ark');
  await expect(page).toHaveTitle('Helhetsmodellen A3');
});

for (const width of [320, 390, 1280, 1920]) {
  test(`axe finds nothing and nothing scrolls sideways at ${width} pixels`, async ({
    page,
    server,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(server.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.getByRole('button', { name: 'Nytt dypdykk-A3' }).click();
    expect(await axeFindings(page)).toEqual([]);
  });
}

test('nothing is asked of another host, and no script stands in the page itself', async ({
  page,
  server,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.goto(server.url);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Think together on one sheet' }).waitFor();
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  expect(refused).toEqual([]);
  const html = await (await page.request.get(server.url)).text();
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
});
