/** Several people at one field. Rules: client/sections/text/SPEC.md. */
import type { Page } from '@playwright/test';
import { seeded } from '../../world/sheets.ts';
import { expect, test } from './world.ts';

const SEED = Number(process.env['SEED'] ?? 4711);
const many = (page: Page) => page.getByLabel('Flere linjer');
const read = (page: Page) => page.evaluate(() => window.text.read());

/** Letters of a person's own, so that what each typed can be told apart afterwards. */
const only = (letters: RegExp, text: string) => [...text].filter((c) => letters.test(c)).join('');

function words(seed: number, letters: string, count: number): string {
  const random = seeded(seed);
  return Array.from({ length: count }, () => random.pick([...letters])).join('');
}

for (const start of [0, 6, 12]) {
  test(`TX-4 two who type in one cell at once keep every character (seed ${SEED}, from ${start})`, async ({
    open,
  }) => {
    const alice = await open({ seed: SEED + start, delayMs: 60 });
    const bob = await open({ seed: SEED + start, delayMs: 60 });
    await alice.evaluate(() => window.text.begin('123456789012'));
    for (const page of [alice, bob]) {
      await expect(many(page)).toHaveValue('123456789012');
      await many(page).focus();
      await many(page).evaluate((field: HTMLTextAreaElement, at) => {
        field.setSelectionRange(at, at);
      }, start);
    }
    const hers = words(SEED, 'abcæø', 80);
    const his = words(SEED + 1, 'XYZÅ', 80);
    await Promise.all([alice.keyboard.type(hers), bob.keyboard.type(his)]);
    await expect.poll(async () => (await read(alice))?.length).toBe(172);
    await expect.poll(() => read(bob)).toBe(await read(alice));
    const text = (await read(alice)) ?? '';
    expect(only(/[abcæø]/, text)).toBe(hers);
    expect(only(/[XYZÅ]/, text)).toBe(his);
    // Neither has typed into the other's words.
    expect(text).toContain(hers);
    expect(text).toContain(his);
    for (const page of [alice, bob]) await expect(many(page)).toHaveValue(text);
  });
}

test('TX-4 what was typed while cut off is there after the return', async ({ open }) => {
  const [alice, bob] = [await open(), await open()];
  await alice.evaluate(() => window.text.begin('felles'));
  await expect(many(bob)).toHaveValue('felles');
  await bob.evaluate(() => window.peer.cut());
  await many(alice).focus();
  await alice.keyboard.press('Control+Home');
  await alice.keyboard.type('vårt ');
  await many(bob).focus();
  await bob.keyboard.press('Control+End');
  await bob.keyboard.type(' ark');
  await bob.evaluate(() => window.peer.resume());
  for (const page of [alice, bob]) await expect(many(page)).toHaveValue('vårt felles ark');
  await bob.keyboard.press('Control+z');
  for (const page of [alice, bob]) await expect(many(page)).toHaveValue('vårt felles');
});

test(`TX-1 TX-3 TX-4 TX-6 three at random, composing too (seeds from ${SEED})`, async ({
  open,
}) => {
  const page = await open();
  const faults = await page.evaluate(async (from) => {
    const found = [];
    for (let seed = from; seed < from + 60; seed++) {
      const outcome = await window.fuzzText(seed);
      if (outcome.faults.length > 0) found.push(outcome);
    }
    return found;
  }, SEED);
  expect(faults).toEqual([]);
});
