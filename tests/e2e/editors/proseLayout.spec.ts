/** How a prose section looks and reads, with an editor and without. */
import type { Page } from '@playwright/test';
import { axeFindings } from '../support/axe.ts';
import {
  begin,
  bullets,
  caretBehind,
  node,
  p,
  section,
  table,
  text,
  toolbar,
} from './prosePage.ts';
import { expect, test } from './world.ts';

const LONG = 'gevinstrealiseringsprogramstyringsgruppemøteinnkalling'.repeat(2);
const CONTENT = [
  node('heading', [text('Nåsituasjonen')], { level: 3 }),
  p('Fakturaer ', text('uten', 'bold'), ` avtale ${LONG}`),
  bullets([p('sent'), bullets([p(LONG)])]),
  table(['Enhet', 'Antall', 'Andel'], ['Skole', '282', '85,29 %'], ['Helse', LONG, '']),
];

const across = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('PO-15 no accessibility faults: plain, empty, being edited, in a table', async ({ open }) => {
  const page = await open({ show: 'prose' });
  expect(await axeFindings(page)).toEqual([]);
  await begin(page, ...CONTENT);
  await expect(section(page)).toHaveAccessibleName('Hva er utfordringen?');
  await expect(section(page)).toHaveAccessibleDescription(/Alt\+F10/);
  expect(await axeFindings(page)).toEqual([]);
  await caretBehind(page, 'sent');
  await expect(toolbar(page)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await caretBehind(page, 'Skole');
  await expect(toolbar(page).getByRole('button', { name: 'Tabell' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bytt rolle' }).click();
  await expect(toolbar(page)).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
});

test('PO-15 fits into 320 px, the toolbar included', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await page.setViewportSize({ width: 320, height: 700 });
  await begin(page, ...CONTENT);
  expect(await across(page)).toBe(0);
  await caretBehind(page, 'sent');
  await expect(toolbar(page)).toBeVisible();
  const box = await toolbar(page).boundingBox();
  expect(box !== null && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  expect(await across(page)).toBe(0);
});

test('PO-5 what a newer version wrote is shown and cannot be edited', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('kjent'));
  await caretBehind(page, 'kjent');
  await page.evaluate(() =>
    window.prose.remote((fragment, { XmlElement, XmlText }) => {
      const chart = new XmlElement('chart');
      chart.insert(0, [new XmlText('tall fra en nyere versjon')]);
      fragment.insert(1, [chart]);
    }),
  );
  await expect(section(page)).toHaveCount(0);
  await expect(page.getByText('tall fra en nyere versjon')).toBeVisible();
  await expect(page.getByText('kan ikke endres her')).toBeVisible();
  await page.evaluate(() => window.prose.remote((fragment) => fragment.delete(1, 1)));
  await expect(section(page)).toHaveText('kjent');
});
