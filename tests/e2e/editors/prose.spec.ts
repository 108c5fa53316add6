/** One person in a prose section, with others' changes coming in. Rules: client/sections/prose. */
import type { Page } from '@playwright/test';
import type { ProseNode } from '../../../shared/sheet/snapshot/prose.ts';
import { expect, test } from './world.ts';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Hva er utfordringen?' });
const read = (page: Page) => page.evaluate(() => window.prose.read());
const words = (text: string): ProseNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

test('opens', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await page.evaluate((nodes) => window.prose.begin(nodes), [words('Hei på deg')]);
  await expect(editor(page)).toHaveText('Hei på deg');
  await expect(editor(page)).toHaveAttribute('contenteditable', 'true');
  await editor(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' og deg');
  await expect.poll(() => read(page)).toEqual([words('Hei på deg og deg')]);
  await page.screenshot({ path: '/tmp/ed1.png' });
});
