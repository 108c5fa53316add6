/** How a field looks and reads: growth, long words, 320 px, names. */
import type { Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import { expect, test } from './world.ts';

const many = (page: Page) => page.getByLabel('Flere linjer');
const LONG = 'gevinstrealiseringsprogramstyringsgruppemøteinnkalling'.repeat(3);

/** For browsers whose fields do not grow by themselves: the same rules as in the style sheet. */
const WITHOUT_FIELD_SIZING = `
  .text-cell__field { field-sizing: fixed !important }
  .text-cell::after { content: attr(data-shown) ' '; visibility: hidden }`;

function overflow(page: Page) {
  return many(page).evaluate((field) => ({
    across: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    hiddenAcross: field.scrollWidth - field.clientWidth,
    hiddenDown: field.scrollHeight - field.clientHeight,
  }));
}

for (const [name, style] of [
  ['by itself', '/* as it is */'],
  ['by its copy', WITHOUT_FIELD_SIZING],
] as const) {
  test(`TX-16 the field grows ${name} and nothing is cut off at 320 px`, async ({ open }) => {
    const page = await open();
    await page.setViewportSize({ width: 320, height: 600 });
    await page.addStyleTag({ content: style });
    await page.evaluate(() => window.text.begin('kort'));
    const height = () => many(page).evaluate((field) => field.clientHeight);
    const before = await height();
    await many(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` ${LONG}`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('siste');
    expect(await overflow(page)).toEqual({ across: 0, hiddenAcross: 0, hiddenDown: 0 });
    expect(await height()).toBeGreaterThan(3 * before);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(height).toBe(before);
  });
}

test('no accessibility faults, empty and filled', async ({ open }) => {
  const page = await open();
  for (const value of ['', 'Innkjøp']) {
    await page.evaluate((text) => window.text.begin(text), value);
    await expect(many(page)).toHaveValue(value);
    expect(await axeFindings(page)).toEqual([]);
  }
});
