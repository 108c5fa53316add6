/** Input methods, dead keys, touch keyboards and emoji in fields that others write in too. */
import type { Page } from '@playwright/test';
import { inputMethod } from './input.ts';
import { expect, test } from './world.ts';

const many = (page: Page) => page.getByLabel('Flere linjer');
const read = (page: Page) => page.evaluate(() => window.text.read());
const remote = (page: Page, index: number, remove: number, insert: string) =>
  page.evaluate(([i, r, s]) => window.text.remote(i, r, s), [index, remove, insert] as const);

async function atEnd(page: Page, value: string): Promise<void> {
  await page.evaluate((text) => window.text.begin(text), value);
  await many(page).focus();
  await page.keyboard.press('Control+End');
}

function caret(page: Page): Promise<number> {
  return many(page).evaluate((field: HTMLTextAreaElement) => field.selectionEnd);
}

test('TX-6 others wait for the end of a composition, then both are there', async ({ open }) => {
  const page = await open();
  await atEnd(page, 'kart ');
  const { compose, commit } = await inputMethod(page);
  await compose('に');
  await remote(page, 0, 0, 'Nytt ');
  await compose('にほ');
  await remote(page, 9, 0, '!');
  expect(await many(page).inputValue()).toBe('kart にほ');
  expect(await read(page)).toBe('Nytt kart! にほ');
  await commit('日本');
  await expect(many(page)).toHaveValue('Nytt kart! 日本');
  expect(await read(page)).toBe('Nytt kart! 日本');
  expect(await caret(page)).toBe('Nytt kart! 日本'.length);
});

test('TX-6 what others remove around a composition is gone after it', async ({ open }) => {
  const page = await open();
  await atEnd(page, 'en to tre');
  const { compose, commit } = await inputMethod(page);
  await compose('ね');
  await remote(page, 0, 9, '');
  await compose('ねこ');
  expect(await read(page)).toBe('ねこ');
  await commit('猫');
  await expect(many(page)).toHaveValue('猫');
});

test('TX-6 a composition that is given up leaves what others wrote', async ({ open }) => {
  const page = await open();
  await atEnd(page, 'a');
  const { compose } = await inputMethod(page);
  await compose('´');
  await remote(page, 0, 0, 'x');
  await compose('');
  await page.keyboard.press('End');
  await many(page).blur();
  await expect(many(page)).toHaveValue('xa');
  expect(await read(page)).toBe('xa');
});

test('TX-4 dead keys give one letter', async ({ open }) => {
  const page = await open();
  await atEnd(page, 'entr');
  const { compose, commit } = await inputMethod(page);
  await compose('´');
  await remote(page, 4, 0, '?');
  await commit('é');
  await page.keyboard.type('n');
  await expect(many(page)).toHaveValue('entrén?');
});

test('TX-7 a touch keyboard that composes all the time shows others after each word', async ({
  open,
}) => {
  const page = await open();
  await atEnd(page, '');
  const { compose } = await inputMethod(page);
  await compose('god');
  await remote(page, 0, 0, 'Hei! ');
  expect(await many(page).inputValue()).toBe('god');
  await compose('god ');
  await expect(many(page)).toHaveValue('Hei! god ');
  await page.keyboard.type('dag ');
  await expect.poll(() => read(page)).toBe('Hei! god dag ');
  await compose('alle');
  await remote(page, 0, 5, '');
  await compose('alle ');
  await expect(many(page)).toHaveValue('god dag alle ');
});

test.describe('on Android', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile' });

  test('TX-7 a composition that is left open lets others in after a while', async ({ open }) => {
    const page = await open();
    await atEnd(page, '');
    const { compose } = await inputMethod(page);
    await compose('hal');
    await remote(page, 0, 0, 'Hei! ');
    await expect(many(page)).toHaveValue('Hei! hal');
    await remote(page, 0, 0, 'Å, ');
    await expect(many(page)).toHaveValue('Å, Hei! hal');
    expect(await read(page)).toBe('Å, Hei! hal');
  });
});

test('TX-3 emoji typed, removed and replaced while others write', async ({ open }) => {
  const page = await open();
  await atEnd(page, 'bra ');
  const { commit } = await inputMethod(page);
  await commit('👩‍💻');
  await remote(page, 0, 0, '🎉');
  await commit('👍🏽');
  await expect(many(page)).toHaveValue('🎉bra 👩‍💻👍🏽');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('!');
  await expect.poll(() => read(page)).toBe('🎉bra !');
});

test('TX-2 a correction touches only what it corrects', async ({ open }) => {
  const page = await open();
  await atEnd(page, 'den komunale planen');
  await page.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.setSelectionRange(4, 12);
    window.peer.cut();
  });
  // As a spelling menu replaces a word.
  await page.evaluate(() => document.execCommand('insertText', false, 'kommunale'));
  await remote(page, 12, 0, ' (nye)');
  await expect(many(page)).toHaveValue('den kommunal (nye)e planen');
});
