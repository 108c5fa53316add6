/** Several people in one prose section. Rules: client/sections/prose/SPEC.md. */
import type { Page } from '@playwright/test';
import { seeded } from '../../world/sheets.ts';
import {
  begin,
  bullets,
  caretBehind,
  moveCaret,
  node,
  p,
  read,
  ready,
  section,
  select,
  table,
  text,
  tool,
} from './prosePage.ts';
import { expect, test } from './world.ts';

const SEED = Number(process.env['SEED'] ?? 815);

const only = (letters: RegExp, words: string) => [...words].filter((c) => letters.test(c)).join('');

function words(seed: number, letters: string, count: number): string {
  const random = seeded(seed);
  return Array.from({ length: count }, () => random.pick([...letters])).join('');
}

/** Both have the same document, and both editors show it. */
async function inStep(alice: Page, bob: Page): Promise<void> {
  const sees = async (page: Page) =>
    JSON.stringify([await read(page), await section(page).locator(':scope > *').allTextContents()]);
  await expect.poll(async () => (await sees(alice)) === (await sees(bob))).toBe(true);
}

test(`PO-1 two who type in one paragraph at once keep every character (seed ${SEED})`, async ({
  open,
}) => {
  const [alice, bob] = [
    await open({ show: 'prose', seed: SEED, delayMs: 60 }),
    await open({ show: 'prose', seed: SEED, delayMs: 60 }),
  ];
  await begin(alice, p('midt'));
  await expect(section(bob)).toHaveText('midt');
  await ready(bob);
  await caretBehind(alice, 'mi');
  await caretBehind(bob, 'mi');
  const hers = words(SEED, 'abcæø ', 80);
  const his = words(SEED + 1, 'XYZÅ', 80);
  await Promise.all([alice.keyboard.type(hers), bob.keyboard.type(his)]);
  await expect.poll(async () => (await section(alice).textContent())?.length).toBe(164);
  await inStep(alice, bob);
  const [paragraph] = await read(alice);
  const whole = (paragraph?.content ?? []).map(({ text: words }) => words ?? '').join('');
  expect(whole).toContain(hers);
  expect(whole).toContain(his);
});

test(`PO-1 two who begin in one empty section keep every character once (seed ${SEED})`, async ({
  open,
}) => {
  const [alice, bob] = [
    await open({ show: 'prose', seed: SEED, delayMs: 80 }),
    await open({ show: 'prose', seed: SEED, delayMs: 80 }),
  ];
  await begin(alice, p());
  await ready(bob);
  for (const page of [alice, bob]) await section(page).click();
  await Promise.all([alice.keyboard.type('abcdefgh'), bob.keyboard.type('STUVWXYZ')]);
  await expect.poll(async () => (await section(alice).textContent())?.length).toBe(16);
  await inStep(alice, bob);
  const whole = (await section(alice).textContent()) ?? '';
  expect(only(/[a-z]/, whole)).toBe('abcdefgh');
  expect(only(/[A-Z]/, whole)).toBe('STUVWXYZ');
});

test('PO-1 one makes words bold while the other types among them', async ({ open }) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, p('gjør dette fett nå'));
  await expect(section(bob)).toHaveText('gjør dette fett nå');
  await ready(bob);
  await bob.evaluate(() => window.peer.cut());
  await select(alice, 'dette fett');
  await alice.keyboard.press('Control+b');
  await caretBehind(bob, 'dette');
  await bob.keyboard.type(' her');
  await bob.evaluate(() => window.peer.resume());
  await inStep(alice, bob);
  const expected = [p('gjør ', text('dette her fett', 'bold'), ' nå')];
  const [paragraph] = await read(alice);
  // Whether the words typed at the same time are bold too is nobody's promise; they are there.
  const plain = (paragraph?.content ?? []).map(({ text: each }) => each).join('');
  expect(plain).toBe('gjør dette her fett nå');
  expect((await read(alice)).length).toBe(expected.length);
});

test('PO-1 lists and tables made by one while the other writes elsewhere', async ({ open }) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, p('én'), p('to'), table(['a', 'b'], ['c', 'd']));
  await expect(section(bob)).toContainText('én');
  await ready(bob);
  await bob.evaluate(() => window.peer.cut());
  await caretBehind(alice, 'én');
  await tool(alice, 'Punktliste').click();
  await moveCaret(alice, 'End');
  await alice.keyboard.press('Enter');
  await alice.keyboard.type('ny');
  await caretBehind(bob, 'd');
  await bob.keyboard.type('D');
  await caretBehind(bob, 'to');
  await bob.keyboard.type('!');
  await bob.evaluate(() => window.peer.resume());
  await inStep(alice, bob);
  expect(await read(alice)).toEqual([
    bullets([p('én')], [p('ny')]),
    p('to!'),
    table(['a', 'b'], ['c', 'dD']),
  ]);
});

test('PO-4 a row and a column added at once give a whole table, without more writing', async ({
  open,
}) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, table(['a', 'b'], ['c', 'd']));
  await expect(section(bob)).toContainText('a');
  await ready(bob);
  await bob.evaluate(() => window.peer.cut());
  const choose = async (page: Page, name: string) => {
    await tool(page, 'Tabell').click();
    await page.getByRole('menuitem', { name }).click();
    await expect(section(page)).toBeFocused();
  };
  await caretBehind(alice, 'd');
  await choose(alice, 'Ny rad under');
  await caretBehind(bob, 'd');
  await choose(bob, 'Ny kolonne til høyre');
  await bob.evaluate(() => window.peer.resume());
  await inStep(alice, bob);
  for (const page of [alice, bob]) {
    for (const row of await section(page).locator('tr').all()) {
      await expect(row.locator('td, th')).toHaveCount(3);
    }
  }
  const cell = (name: string, words: string) =>
    node(name, [words === '' ? p() : p(words)], { colspan: 1, rowspan: 1 });
  expect(await read(alice)).toEqual([
    node('table', [
      node('tableRow', [
        cell('tableHeader', 'a'),
        cell('tableHeader', 'b'),
        cell('tableHeader', ''),
      ]),
      node('tableRow', [cell('tableCell', 'c'), cell('tableCell', 'd'), cell('tableCell', '')]),
      // The cell that is missing is shown, and stored when somebody writes in it.
      node('tableRow', [cell('tableCell', ''), cell('tableCell', '')]),
    ]),
  ]);
  await section(alice).locator('tr').nth(2).locator('td').nth(2).click();
  await alice.keyboard.type('ny');
  await inStep(alice, bob);
  await expect(section(bob).locator('tr').nth(2).locator('td').nth(2)).toHaveText('ny');
});

test('PO-7 no key that moves the caret is lost while others write and move about', async ({
  open,
}) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, p('0123456789'.repeat(4)), p('Bob:'));
  await expect(section(bob)).toContainText('Bob:');
  await ready(bob);
  await caretBehind(bob, 'Bob:');
  await caretBehind(alice, '0');
  const pressing = async () => {
    for (let press = 0; press < 34; press += 1) await alice.keyboard.press('ArrowRight');
    await alice.keyboard.type('X');
  };
  await Promise.all([pressing(), bob.keyboard.type('skriver '.repeat(8))]);
  const first = `${'0123456789'.repeat(3)}01234X56789`;
  await expect.poll(() => read(bob)).toEqual([p(first), p(`Bob:${'skriver '.repeat(8)}`)]);
});

test("PO-8 undo takes back one's own words only", async ({ open }) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, p('felles'));
  await expect(section(bob)).toHaveText('felles');
  await ready(bob);
  await caretBehind(alice, 'felles');
  await alice.keyboard.type(' alice');
  await alice.keyboard.press('Enter');
  await alice.keyboard.type('ny linje');
  await expect(section(bob)).toContainText('ny linje');
  await caretBehind(bob, 'ny ');
  await bob.keyboard.type('bobs ');
  await expect(section(alice)).toContainText('bobs');
  await alice.keyboard.press('Control+z');
  await expect.poll(async () => (await section(alice).innerText()).includes('bobs')).toBe(true);
  await expect(section(alice)).not.toContainText('linje');
  await inStep(alice, bob);
  await bob.keyboard.press('Control+z');
  await expect(section(alice)).not.toContainText('bobs');
  await inStep(alice, bob);
});

test('PO-9 carets of others have a colour and initials, and cover no words', async ({ open }) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, p('første linje'), p('andre linje'));
  await expect(section(bob)).toContainText('andre');
  await ready(bob);
  await caretBehind(bob, 'første');
  const caret = section(alice).locator('.prose-caret');
  await expect(caret).toHaveAttribute('data-initials', 'OH');
  await expect(caret).toHaveAttribute('aria-hidden', 'true');
  await expect(caret).toHaveAttribute('title', 'Ola Hansen');
  const space = await caret.evaluate((element) => {
    const label = getComputedStyle(element, '::after');
    const root = element.closest('.prose');
    return {
      label: Number.parseFloat(label.width) + Number.parseFloat(label.right),
      margin: root === null ? 0 : Number.parseFloat(getComputedStyle(root).paddingRight),
      color: label.backgroundColor,
    };
  });
  expect(space.label).toBeLessThanOrEqual(space.margin);
  expect(space.color).not.toBe('rgba(0, 0, 0, 0)');
  const before = (await caret.boundingBox())?.x ?? 0;
  await bob.keyboard.type(' xx');
  await expect.poll(async () => (await caret.boundingBox())?.x).toBeGreaterThan(before);
  await select(bob, 'andre');
  await expect(section(alice).locator('.prose-selection')).toHaveText('andre');
  await bob.getByRole('button', { name: 'Før' }).focus();
  await expect(caret).toHaveCount(0);
  // What a caret is made of belongs to nobody's words.
  expect(await read(alice)).toEqual([p('første xx linje'), p('andre linje')]);
});

test('PO-9 what anybody sends as a caret never breaks the page', async ({ open }) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, p('ord'));
  await expect(section(bob)).toHaveText('ord');
  for (const caret of [1, 'x', {}, { anchor: 1, head: {} }, { anchor: {}, head: {} }]) {
    await bob.evaluate((value) => window.peer.awareness.setLocalStateField('caret', value), caret);
  }
  await bob.evaluate(() =>
    window.peer.awareness.setLocalStateField('caret', {
      anchor: { item: { client: 9, clock: -3 }, assoc: 'x' },
      head: { type: { client: 1, clock: 99999 }, tname: 7 },
    }),
  );
  await ready(alice);
  await caretBehind(alice, 'ord');
  await alice.keyboard.type('!');
  await expect(section(bob)).toHaveText('ord!');
});

test('PO-16 who types in a paragraph that becomes a list item goes on typing there', async ({
  open,
}) => {
  const [alice, bob] = [await open({ show: 'prose' }), await open({ show: 'prose' })];
  await begin(alice, p('først'), p('mitt avsnitt'));
  await expect(section(bob)).toContainText('mitt avsnitt');
  await ready(bob);
  await caretBehind(alice, 'mitt');
  await bob.evaluate(() => window.peer.cut());
  await alice.keyboard.type(' eget');
  await caretBehind(bob, 'avsnitt');
  await tool(bob, 'Punktliste').click();
  await bob.evaluate(() => window.peer.resume());
  await expect(section(alice).locator('li')).toHaveText('mitt eget avsnitt');
  await alice.keyboard.type(' lange');
  await inStep(alice, bob);
  expect(await read(alice)).toEqual([p('først'), bullets([p('mitt eget lange avsnitt')])]);
});
