import { axeFindings, expect, test } from './world.ts';

test('axe finds nothing on the page', async ({ page }) => {
  expect(await axeFindings(page)).toEqual([]);
});

test('axe finds nothing in what comes up over the page', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Frist', exact: true }).fill('tull');
  await page.getByRole('button', { name: 'Slett med angre' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Flere valg' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Åpne dialog' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Spør i dialogen' }).click();
  expect(await axeFindings(page)).toEqual([]);
});

for (const width of [320, 390, 1280, 1920]) {
  test(`nothing makes the page scroll sideways at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

test('a finger has 44 pixels to hit', async ({ browser, harnessUrl }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  const phone = await context.newPage();
  await phone.goto(harnessUrl);
  await phone.getByRole('heading', { level: 1 }).waitFor();
  const small = await phone
    .locator('.ds-button, .ui-field .ds-input:not([type=checkbox], [type=date])')
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().height < 44)
        .map((element) => element.outerHTML),
    );
  expect(small).toEqual([]);
  await context.close();
});

test('a narrow table is blocks to the eye and a table to the ear', async ({ page }) => {
  const table = page.getByRole('table', { name: 'Endringstiltak i en smal spalte' });
  await expect(table.getByRole('columnheader')).toHaveCount(5);
  await expect(table.getByRole('row')).toHaveCount(3);
  const name = await table.getByRole('rowheader', { name: 'Opplæring i e-handel' }).boundingBox();
  const value = table.getByRole('cell', { name: 'Enhetsledere' });
  const box = await value.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((name?.y ?? 0) + (name?.height ?? 0));
  const heading = await value.evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(heading).toContain('Ansvar');
});

test('the skip link goes to the content and leaves the address alone', async ({ page }) => {
  const before = page.url();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#innhold')).toBeFocused();
  expect(page.url()).toBe(before);
});
