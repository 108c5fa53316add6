/** The rød tråd of a sheet: findings, the gevinstkart, and prioritering. */
import { en } from '../../../client/i18n/en.ts';
import { nb } from '../../../client/i18n/nb.ts';
import { BoardPage } from '../pages/BoardPage.ts';
import { RedThreadPage } from '../pages/RedThreadPage.ts';
import { stored } from '../support/stored.ts';
import { axeFindings, expect, test } from '../world.ts';

const NEW = 'Felles bestillingsportal';

test('a finding leads to the field that mends it, in both views, and goes for everybody', async ({
  server,
  join,
}) => {
  test.slow();
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { name: 'Kari' });
  const ola = await join(sheet, { name: 'Ola' });
  const [hers, his] = [new RedThreadPage(kari), new RedThreadPage(ola)];
  await kari.tiltak.add(NEW);
  await hers.openPanel();
  await his.openPanel();
  await expect(hers.finding('Mangler ansvar', NEW)).toBeVisible();

  await his.finding('Mangler ansvar', NEW).click();
  await expect(ola.tiltak.last.field('Ansvar')).toBeFocused();
  await ola.page.keyboard.type('Innkjøp');
  await expect(hers.finding('Mangler ansvar', NEW)).toHaveCount(0);
  await expect(hers.finding('Mangler frist', NEW)).toBeVisible();

  const board = await BoardPage.of(kari);
  await hers.finding('Mangler frist', NEW).click();
  await expect(board.field(`Frist: ${NEW}`)).toBeFocused();
  await kari.page.keyboard.type('010327');
  await kari.page.keyboard.press('Enter');
  await expect(his.finding('Mangler frist', NEW)).toHaveCount(0);

  await his.panel.getByRole('heading', { level: 2 }).focus();
  await ola.page.keyboard.press('Escape');
  await expect(his.panel).toHaveCount(0);
  await expect(his.button).toBeFocused();
});

test('by keyboard, a missing link is made in the gevinstkart over the canvas, and undone', async ({
  server,
  join,
}) => {
  test.slow();
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { name: 'Kari' });
  const ola = await join(sheet, { as: 'les', name: 'Ola' });
  const [hers, his] = [new RedThreadPage(kari), new RedThreadPage(ola)];
  const { keyboard } = kari.page;
  await kari.tiltak.add(NEW);
  const linksOfNew = async () =>
    (await stored(server, sheet)).tiltak.find(({ title }) => title === NEW)?.rotaarsaker;
  await expect.poll(linksOfNew).toEqual([]);
  await his.openKart();
  await expect(his.card('Tiltak', NEW)).toContainText('Uten rotårsak');
  await BoardPage.of(kari);

  await hers.openPanel();
  await hers.finding('Gir ingen gevinst', NEW).press('Enter');
  // Choosing has begun, in the column where the link is missing.
  await expect(hers.kart).toContainText(`Kobler «${NEW}»`);
  await expect(hers.kart.locator('[aria-pressed=false]:focus')).toHaveCount(1);
  await keyboard.press('Home');
  await expect(hers.main('Gevinster', 'Mindre tid på manuelle fakturaer')).toBeFocused();
  await keyboard.press('Enter');
  await expect(hers.finding('Gir ingen gevinst', NEW)).toHaveCount(0);
  await expect(his.card('Tiltak', NEW)).toContainText(
    'Gir én gevinst: Mindre tid på manuelle fakturaer.',
  );
  await keyboard.press('Escape');
  await expect(hers.main('Tiltak', NEW)).toBeFocused();
  await keyboard.press('Control+z');
  await expect(hers.finding('Gir ingen gevinst', NEW)).toBeVisible();

  // With the pointer, towards the other side.
  await hers
    .card('Tiltak', NEW)
    .getByRole('button', { name: `Koble «${NEW}»` })
    .click();
  await hers.main('Rotårsaker', 'Gamle vaner').click();
  await expect.poll(linksOfNew).toEqual(['rotaarsak-gamle-vaner']);
  await hers.main('Rotårsaker', 'Gamle vaner').click();
  await expect.poll(linksOfNew).toEqual([]);
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(hers.kart).toHaveCount(0);
  await expect(kari.button('Lerret')).toHaveAttribute('aria-pressed', 'true');
});

test('tiltak are placed by dragging, by arrow keys and by choosing, for everybody', async ({
  server,
  join,
}) => {
  test.slow();
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { name: 'Kari' });
  const ola = await join(sheet, { name: 'Ola' });
  const [hers, his] = [new RedThreadPage(kari), new RedThreadPage(ola)];
  await BoardPage.of(kari);
  await hers.openMatrix();
  await his.openMatrix();
  const name = 'Stramme inn antall bestillere';

  await hers.drag(name, hers.cell(5, 4));
  await expect(his.cell(5, 4)).toContainText(name);
  await kari.button('Angre').click();
  await expect(his.cell(5, 4)).toBeEmpty();
  await expect(kari.button('Angre')).toHaveAttribute('aria-disabled', 'true');
  await kari.button('Gjør om').click();

  await hers.chip(name).press('ArrowRight');
  await expect(his.cell(5, 5)).toContainText(name);
  await expect(hers.chip(name)).toBeFocused();
  await hers.chip(name).press('Delete');
  await expect(his.cell(5, 5)).toBeEmpty();

  for (const [column, rating] of [
    ['Gevinstpotensial', '2'],
    ['Gjennomførbarhet', '3'],
  ] as const) {
    await ola.page.getByRole('combobox', { name: `${column}: ${name}` }).selectOption(rating);
  }
  await expect(hers.cell(2, 3)).toContainText(name);
  await ola.page.goBack();
  await expect(his.kart).toBeVisible();
});

for (const { width, height, locale, texts } of [
  { width: 390, height: 844, locale: 'en-GB', texts: en },
  { width: 1280, height: 800, locale: 'nb-NO', texts: nb },
]) {
  test(`axe finds nothing in the panel, the gevinstkart and prioritering at ${width}`, async ({
    server,
    join,
  }) => {
    test.slow();
    const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
    const device = { viewport: { width, height }, locale };
    const { page } = await join(sheet, { device, texts });
    await page.locator('[data-add-row]').nth(1).click();
    const found: string[] = [];
    await page.locator('#rod-trad').click();
    await page.locator('.red-thread__finding').first().waitFor();
    found.push(...(await axeFindings(page, '.red-thread')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: texts['visning.kart'] }).click();
    await page.locator('.kart-card').first().waitFor();
    await page.locator('.kart-card__link').nth(1).click();
    await page.locator('.kart-linking, .kart-ticks').first().waitFor();
    found.push(...(await axeFindings(page, '.kart')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Prioritering' }).click();
    await page.locator('.prio-chip').first().waitFor();
    found.push(...(await axeFindings(page, '.kart')));
    expect(found).toEqual([]);
    expect(
      await page
        .locator('.kart')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBe(0);
  });
}
