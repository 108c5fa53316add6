/** One person in a prose section, with others' changes coming in. Rules: client/sections/prose. */
import {
  begin,
  bullets,
  caretBehind,
  marked,
  moveCaret,
  node,
  p,
  read,
  ready,
  remoteInsert,
  section,
  select,
  table,
  text,
  tool,
  toolbar,
} from './prosePage.ts';
import { expect, test } from './world.ts';

test('PO-2 what is typed is stored at once, as it stands', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page);
  await section(page).click();
  await page.keyboard.type('Første ærlige linje');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('med brudd 😀');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Andre');
  expect(await read(page)).toEqual([
    p('Første ærlige linje', { type: 'hardBreak' }, 'med brudd 😀'),
    p('Andre'),
  ]);
});

test('PO-2 lists, headings and marks by key and by button', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('Liste'));
  await caretBehind(page, 'Liste');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- én');
  await page.keyboard.press('Enter');
  await page.keyboard.type('to');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('fet');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' ikke');
  await select(page, 'Liste');
  await tool(page, 'Overskrift').click();
  await expect(tool(page, 'Overskrift')).toHaveAttribute('aria-pressed', 'true');
  expect(await read(page)).toEqual([
    node('heading', [text('Liste')], { level: 3 }),
    bullets([p('én'), bullets([p('to')])]),
    p(text('fet', 'bold'), ' ikke'),
  ]);
});

test('PO-2 asterisks and underscores are left as they are typed', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p());
  await section(page).click();
  await page.keyboard.type('**fet** og _kursiv_ og ### nei');
  expect(await read(page)).toEqual([p('**fet** og _kursiv_ og ### nei')]);
});

test('PO-7 caret and selection stay with their words when others write', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('midt i teksten'), p('neste'));
  await caretBehind(page, 'midt');
  await remoteInsert(page, 0, 'her ');
  await expect.poll(() => marked(page)).toBe('her midt| i tekstenneste');
  await remoteInsert(page, 8, 'veis');
  await expect.poll(() => marked(page)).toBe('her midt|veis i tekstenneste');
  await select(page, 'teksten');
  await remoteInsert(page, 0, 'og ');
  await expect.poll(() => marked(page)).toBe('og her midtveis i [teksten]neste');
  await page.evaluate(() =>
    window.prose.remote((fragment, { XmlElement, XmlText }) => {
      const block = new XmlElement('paragraph');
      block.insert(0, [new XmlText('først')]);
      fragment.insert(0, [block]);
      fragment.delete(2, 1);
    }),
  );
  await expect.poll(() => marked(page)).toBe('førstog her midtveis i [teksten]');
});

test('PO-7 a press on a key goes where the caret was when others changed it all', async ({
  open,
}) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('aaa'), bullets([p('aaa')]));
  await section(page).focus();
  await moveCaret(page, 'Control+Home');
  await moveCaret(page, 'ArrowRight');
  await remoteInsert(page, 3, 'b');
  await page.keyboard.type('a');
  await remoteInsert(page, 2, 'X');
  expect(await read(page)).toEqual([p('aaXaab'), bullets([p('aaa')])]);
  expect(await marked(page)).toBe('aa|Xaabaaa');
});

test('PO-8 undo takes back what this person did, and the selection comes back', async ({
  open,
}) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('felles tekst'));
  await select(page, 'tekst');
  await page.keyboard.press('Control+b');
  await page.evaluate(() => window.peer.undo.beginStep());
  await moveCaret(page, 'ArrowRight');
  await page.keyboard.type(' mitt');
  await remoteInsert(page, 0, 'deres ');
  await moveCaret(page, 'Control+Home');
  await page.keyboard.press('Control+z');
  await expect.poll(() => read(page)).toEqual([p('deres felles ', text('tekst', 'bold'))]);
  expect(await marked(page)).toBe('deres felles tekst|');
  await page.keyboard.press('Control+z');
  await expect.poll(() => read(page)).toEqual([p('deres felles tekst')]);
  expect(await marked(page)).toBe('deres felles [tekst]');
  await page.keyboard.press('Control+z');
  await expect.poll(() => read(page)).toEqual([p('deres felles tekst')]);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => read(page)).toEqual([p('deres felles ', text('tekst mitt', 'bold'))]);
  expect(await marked(page)).toBe('deres felles tekst mitt|');
});

test('PO-8 removed words come back selected', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('en to tre'));
  await select(page, 'to ');
  await page.keyboard.press('Delete');
  await moveCaret(page, 'Control+End');
  await page.keyboard.press('Control+z');
  expect(await marked(page)).toBe('en [to ]tre');
});

test('PO-8 the undo manager outlives an editor that is taken away', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('a'));
  await caretBehind(page, 'a');
  await page.keyboard.type('b');
  const role = page.getByRole('button', { name: 'Bytt rolle' });
  await role.click();
  await expect(section(page)).toHaveCount(0);
  await role.click();
  await ready(page);
  await caretBehind(page, 'ab');
  await page.keyboard.type('c');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => read(page)).toEqual([p('a')]);
});

test('PO-14 a reader sees what others write and gets no editor', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await page.getByRole('button', { name: 'Bytt rolle' }).click();
  await page.evaluate(
    (nodes) => window.prose.begin(nodes),
    [
      p('les ', text('dette', 'bold', 'italic')),
      node('heading', [text('Delt')], { level: 4 }),
      bullets([p('punkt')]),
      table(['a', 'b'], ['1', '']),
    ],
  );
  const heading = page.getByRole('heading', { name: 'Delt', level: 4 });
  await expect(heading).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText('punkt');
  await expect(page.getByRole('columnheader')).toHaveText(['a', 'b']);
  await expect(page.locator('strong em')).toHaveText('dette');
  await remoteInsert(page, 4, 'nå ');
  await expect(page.getByText('les nå dette')).toBeVisible();
  await expect(section(page)).toHaveCount(0);
});

test('PO-12 the toolbar is one stop, moves with arrows, and tells what is on', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p(text('fet', 'bold')));
  await expect(toolbar(page)).toHaveCount(0);
  await caretBehind(page, 'fet');
  await expect(toolbar(page)).toHaveAccessibleName('Tekst i Hva er utfordringen?');
  await expect(tool(page, 'Fet')).toHaveAttribute('aria-pressed', 'true');
  await expect(tool(page, 'Fet')).toHaveAttribute('aria-keyshortcuts', 'Control+B');
  await page.keyboard.press('Alt+F10');
  await expect(tool(page, 'Fet')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tool(page, 'Kursiv')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tool(page, 'Sett inn tabell')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(section(page)).toBeFocused();
  await page.keyboard.type('fritt');
  expect(await read(page)).toEqual([p(text('fet', 'bold'), 'fritt')]);
  await page.keyboard.press('Shift+Tab');
  await expect(tool(page, 'Fet')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(section(page)).toBeFocused();
});

test('PO-11 Tab leaves the text, in a list too', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, bullets([p('én')], [p('to')]));
  await caretBehind(page, 'to');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Hvordan ser det ut?' })).toBeFocused();
  expect(await read(page)).toEqual([bullets([p('én')], [p('to')])]);
});

test('PO-11 in a table Tab goes from cell to cell and out, and Escape leaves at once', async ({
  open,
}) => {
  const page = await open({ show: 'prose' });
  await begin(page, table(['a', 'b'], ['c', 'd']));
  await caretBehind(page, 'a');
  await page.keyboard.press('Tab');
  await page.keyboard.type('B');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('D');
  await page.keyboard.press('Tab');
  const next = page.getByRole('textbox', { name: 'Hvordan ser det ut?' });
  await expect(next).toBeFocused();
  expect(await read(page)).toEqual([table(['a', 'B'], ['c', 'D'])]);
  await caretBehind(page, 'a');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(next).toBeFocused();
});

test('PO-12 a table is made, grows and goes by the toolbar', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('før'));
  await caretBehind(page, 'før');
  await page.keyboard.press('Enter');
  await tool(page, 'Sett inn tabell').click();
  await page.keyboard.type('enhet');
  const choose = async (name: string) => {
    await tool(page, 'Tabell').click();
    await page.getByRole('menuitem', { name }).click();
    await expect(section(page)).toBeFocused();
  };
  await choose('Ny kolonne til høyre');
  await choose('Slett raden');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('cell')).toHaveCount(8);
  await caretBehind(page, 'før');
  expect(await read(page)).toEqual([
    p('før'),
    node('table', [
      node(
        'tableRow',
        Array.from({ length: 4 }, () => node('tableCell', [p()], { colspan: 1, rowspan: 1 })),
      ),
      node(
        'tableRow',
        Array.from({ length: 4 }, () => node('tableCell', [p()], { colspan: 1, rowspan: 1 })),
      ),
    ]),
  ]);
});
