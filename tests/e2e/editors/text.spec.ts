/** One person at a field, with others' changes coming in. Rules: client/sections/text/SPEC.md. */
import type { Page } from '@playwright/test';
import { inputMethod } from './input.ts';
import { expect, test } from './world.ts';

const many = (page: Page) => page.getByLabel('Flere linjer');
const single = (page: Page) => page.getByLabel('Én linje');

/** Opens a page whose fields show the text, with the caret of `field` at a place in it. */
async function at(page: Page, value: string, caret: number, field = many(page)): Promise<void> {
  await page.evaluate((text) => window.text.begin(text), value);
  await field.focus();
  await select(page, caret, caret);
}

async function select(page: Page, from: number, to: number, direction?: 'backward'): Promise<void> {
  await page.evaluate(
    ([start, end, way]) => {
      const field = document.activeElement;
      if (field instanceof HTMLTextAreaElement) field.setSelectionRange(start, end, way);
    },
    [from, to, direction] as const,
  );
}

/** The focused field with its selection marked: «ab|cd», «a[bc]d», «a<bc>d» when backward. */
function marked(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement)) return 'no field has the focus';
    const { value, selectionStart: start, selectionEnd: end, selectionDirection } = field;
    if (start === end) return `${value.slice(0, start)}|${value.slice(start)}`;
    const [open, close] = selectionDirection === 'backward' ? '<>' : '[]';
    return value.slice(0, start) + open + value.slice(start, end) + close + value.slice(end);
  });
}

const read = (page: Page) => page.evaluate(() => window.text.read());
const remote = (page: Page, index: number, remove: number, insert: string) =>
  page.evaluate(([i, r, s]) => window.text.remote(i, r, s), [index, remove, insert] as const);

test('TX-1 every field shows what is typed in one of them', async ({ open }) => {
  const page = await open();
  await at(page, 'ærlig', 5);
  await page.keyboard.type(' talt, å og ø');
  await expect.poll(() => read(page)).toBe('ærlig talt, å og ø');
  for (const label of ['Flere linjer', 'Én linje', 'Skrivebeskyttet', 'Enkelt felt']) {
    await expect(page.getByLabel(label)).toHaveValue('ærlig talt, å og ø');
  }
});

test('TX-2 a repeated letter goes where the caret is', async ({ open }) => {
  const [alice, bob] = [await open(), await open()];
  await at(alice, 'aaa', 1);
  await expect(many(bob)).toHaveValue('aaa');
  await bob.evaluate(() => window.peer.cut());
  await alice.keyboard.type('a');
  await remote(bob, 2, 0, 'X');
  await bob.evaluate(() => window.peer.resume());
  await expect.poll(() => read(alice)).toBe('aaaXa');
  expect(await marked(alice)).toBe('aa|aXa');
});

test('TX-5 typing does not make the binding write to the field', async ({ open }) => {
  const page = await open();
  await at(page, '', 0);
  const writes = await page.evaluateHandle(() => {
    const field = document.activeElement as HTMLTextAreaElement;
    const count = { writes: 0 };
    const own = Object.getOwnPropertyDescriptor(field, 'value');
    const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => (own ?? native)?.get?.call(field),
      set: (value: string) => {
        count.writes += 1;
        (own ?? native)?.set?.call(field, value);
      },
    });
    return count;
  });
  await page.keyboard.type('Hei på deg 😀');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  expect(await writes.evaluate(({ writes: count }) => count)).toBe(0);
  await remote(page, 0, 0, 'x');
  expect(await writes.evaluate(({ writes: count }) => count)).toBe(1);
});

test('TX-8 the caret stays with its text when others write', async ({ open }) => {
  const page = await open();
  await at(page, 'midt i', 4);
  await remote(page, 0, 0, 'her ');
  expect(await marked(page)).toBe('her midt| i');
  await remote(page, 8, 0, 'veis');
  expect(await marked(page)).toBe('her midt|veis i');
  await remote(page, 0, 6, '');
  expect(await marked(page)).toBe('dt|veis i');
  await remote(page, 0, 6, 'X');
  expect(await marked(page)).toBe('X| i');
});

test('TX-8 a selection keeps its direction and does not grow', async ({ open }) => {
  const page = await open();
  await at(page, 'en to tre', 0);
  await select(page, 3, 5, 'backward');
  await remote(page, 3, 0, 'og ');
  expect(await marked(page)).toBe('en og <to> tre');
  await remote(page, 8, 0, '?');
  expect(await marked(page)).toBe('en og <to>? tre');
  await remote(page, 0, 0, 'ja, ');
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await marked(page)).toBe('ja, en og< to>? tre');
});

test('TX-8 the scroll of a field stays', async ({ open }) => {
  const page = await open();
  await page.addStyleTag({ content: '.text-cell__field { max-block-size: 6rem; overflow: auto }' });
  await at(page, Array.from({ length: 60 }, (_, line) => `linje ${line}`).join('\n'), 0);
  await many(page).evaluate((field) => {
    field.scrollTop = 200;
  });
  await remote(page, 0, 0, 'først\n');
  expect(await many(page).evaluate((field) => field.scrollTop)).toBe(200);
  await expect(many(page)).toHaveValue(/^først\nlinje 0\n/);
});

test('TX-9 the field follows to another text, with focus and caret', async ({ open }) => {
  const page = await open();
  await at(page, 'første', 3);
  await page.evaluate(() => window.text.begin('en ny'));
  await expect(many(page)).toHaveValue('en ny');
  expect(await marked(page)).toBe('en |ny');
  await page.keyboard.type('så ');
  await expect.poll(() => read(page)).toBe('en så ny');
});

test('TX-10 undo and redo take back what this person wrote, and nothing else', async ({ open }) => {
  const page = await open();
  await at(page, 'felles', 6);
  await page.keyboard.type(' mitt');
  await remote(page, 0, 0, 'deres ');
  await page.keyboard.press('Control+z');
  await expect(many(page)).toHaveValue('deres felles');
  await page.keyboard.press('Control+z');
  await expect(many(page)).toHaveValue('deres felles');
  await page.keyboard.press('Control+y');
  await expect(many(page)).toHaveValue('deres felles mitt');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(many(page)).toHaveValue('deres felles mitt');
});

test("TX-10 the browser's own undo is never used, from a menu either", async ({ open }) => {
  const page = await open();
  await at(page, '', 0);
  await page.keyboard.type('mitt');
  await remote(page, 0, 0, 'deres ');
  const { command } = await inputMethod(page);
  await command('undo');
  await expect(many(page)).toHaveValue('deres ');
  await page.keyboard.press('Control+y');
  await expect(many(page)).toHaveValue('deres mitt');
});

test('TX-11 the caret goes to what is undone and done again', async ({ open }) => {
  const page = await open();
  await at(page, 'en to tre', 5);
  await page.keyboard.type('!!');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+z');
  expect(await marked(page)).toBe('en to| tre');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+y');
  expect(await marked(page)).toBe('en to!!| tre');
});

test('TX-12 a field of one line has no line breaks', async ({ open }) => {
  const page = await open();
  await at(page, 'a', 1, single(page));
  await page.keyboard.press('Enter');
  await expect(page.locator('body')).toHaveAttribute('data-entered', 'ja');
  await page.evaluate(() => document.execCommand('insertText', false, ' b\nc\n\nd'));
  await expect.poll(() => read(page)).toBe('a b c d');
  expect(await marked(page)).toBe('a b c d|');
  await remote(page, 1, 1, '\n');
  await expect(single(page)).toHaveValue('a b c d');
  await page.keyboard.press('End');
  await page.keyboard.type('e');
  await expect.poll(() => read(page)).toBe('a\nb c de');
});

test('TX-13 a read-only field follows and writes nothing', async ({ open }) => {
  const page = await open();
  await at(page, 'lest', 4, page.getByLabel('Skrivebeskyttet'));
  await page.keyboard.type('x');
  await page.keyboard.press('Backspace');
  await remote(page, 4, 0, ' nå');
  await expect(page.getByLabel('Skrivebeskyttet')).toHaveValue('lest nå');
  expect(await read(page)).toBe('lest nå');
});

test('TX-14 an edit behind what a field cannot show lands where it was made', async ({ open }) => {
  const page = await open();
  await at(page, '', 0);
  await page.evaluate(() => window.text.begin('a\r\nb'));
  await expect(many(page)).toHaveValue('a \nb');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('c');
  await expect.poll(() => read(page)).toBe('a\r\nbc');
});

test('TX-1 cut, paste and text that is dragged', async ({ open, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await open();
  await at(page, 'en to tre', 0);
  await select(page, 3, 6);
  await page.keyboard.press('Control+x');
  await expect.poll(() => read(page)).toBe('en tre');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+v');
  await expect.poll(() => read(page)).toBe('en treto ');
  await select(page, 0, 3);
  const box = await many(page).boundingBox();
  if (box === null) throw new Error('The field is not shown');
  await page.mouse.move(box.x + 14, box.y + 14);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 14, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => read(page)).toBe('treto en ');
});
