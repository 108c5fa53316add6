/** Lapper in the form: whoever has a phone, a keyboard or a screen reader takes part fully. */
import { initialsOf } from '../../../client/presence/person.ts';
import { LappListPage } from '../pages/lapper.ts';
import { SAVED } from '../pages/SheetPage.ts';
import { fill, LONG_WORD } from '../support/fill.ts';
import { Keyboard } from '../support/keyboard.ts';
import { stored } from '../support/stored.ts';
import { ownWords, wordsOf } from '../support/typing.ts';
import { axeFindings, expect, test } from '../world.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const MANY = Array.from({ length: 40 }, (_, at) => ({
  text: at % 9 === 4 ? LONG_WORD : `Lapp ${at + 1}: hvem kan bestille, og hva koster det?`,
  color: ['gul', 'rosa', 'blaa', 'gronn', 'oransje', 'lilla', 'ukjent'][at % 7] ?? '',
  author: 'Kari Nordmann',
}));

test('lapper are written one after the other, and the others see whose they are', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet, { name: 'Kari Nordmann' }), await join(sheet)];
  const [here, there] = [kari, ola].map(({ page }) => new LappListPage(page, 'naasituasjon'));
  if (here === undefined || there === undefined) throw new Error('Two lists');
  await expect(here.heading).toHaveCount(0);
  await here.newButton.click();
  await expect(here.lapp(0).words).toBeFocused();
  await kari.page.keyboard.type('Først');
  await kari.page.keyboard.press('Enter');
  await kari.page.keyboard.type('på to linjer');
  await kari.page.keyboard.press('Control+Enter');
  await expect(here.lapp(1).words).toBeFocused();
  await kari.page.keyboard.type('Til sist');
  await here.lapp(0).words.focus();
  await kari.page.keyboard.press('Control+Enter');
  await expect(here.lapp(1).words).toBeFocused();
  await kari.page.keyboard.type('Så');
  const texts = ['Først\npå to linjer', 'Så', 'Til sist'];
  await expect.poll(() => there.texts()).toEqual(texts);
  await expect(there.heading).toHaveText('Lapper (3)');
  await expect(there.lapp(1).root).toContainText(initialsOf('Kari Nordmann'));
  await expect(there.lapp(1).root).toContainText('Skrevet av Kari Nordmann');
  await expect(there.lapp(1).words).toHaveAccessibleName('Lapp 2, gul');
  await expect(kari.state).toHaveText(SAVED);
  const { lapper } = await stored(server, sheet);
  expect(lapper.map(({ section, author }) => [section, author])).toEqual(
    texts.map(() => ['naasituasjon', 'Kari Nordmann']),
  );
  expect(new Set(lapper.map(({ xy }) => xy.join())).size).toBe(3);
  expect(lapper.every(({ xy: [x] }) => x < 0)).toBe(true);
});

test('200 pasted lines are 200 lapper in one step, of which 30 are shown first', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await join(sheet, {
    device: { permissions: ['clipboard-read', 'clipboard-write'] },
  });
  const list = new LappListPage(kari.page, 'onsket');
  await list.newButton.click();
  await expect(list.lapp(0).words).toBeFocused();
  const lines = Array.from({ length: 200 }, (_, at) => `Idé ${at + 1}`);
  await kari.page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    lines.map((line) => `- ${line}`).join('\r\n\r\n'),
  );
  await kari.page.keyboard.press('Control+v');
  await expect(list.heading).toHaveText('Lapper (200)');
  await expect(list.all).toHaveCount(30);
  await expect(list.lapp(0).words).toBeFocused();
  await list.showAll.click();
  await expect(list.all).toHaveCount(200);
  await expect(list.lapp(30).words).toBeFocused();
  expect(await list.texts()).toEqual(lines);
  await kari.page.keyboard.press('Control+z');
  await expect.poll(() => list.texts()).toEqual(['']);
  await kari.page.keyboard.press('Control+Shift+Z');
  await expect.poll(async () => (await list.texts()).length).toBe(200);
  await expect
    .poll(async () => (await stored(server, sheet)).lapper.map(({ text }) => text))
    .toEqual(lines);
});

test('lines pasted where words stand already stay in that lapp', async ({ server, join }) => {
  const kari = await join(await server.createSheet({ title: 'Ark' }), {
    device: { permissions: ['clipboard-read', 'clipboard-write'] },
  });
  const list = new LappListPage(kari.page, 'onsket');
  await list.add('Før: ');
  await kari.page.evaluate(() => navigator.clipboard.writeText('en\nto'));
  await kari.page.keyboard.press('Control+v');
  await expect.poll(() => list.texts()).toEqual(['Før: en\nto']);
});

test('two people write in one lapp at once: every character survives', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const people = [await join(sheet, { name: 'Kari' }), await join(sheet, { name: 'Ola' })];
  const lists = people.map(({ page }) => new LappListPage(page, 'tiltak'));
  await lists[0]?.newButton.click();
  const fields = lists.map((list) => list.lapp(0).words);
  for (const field of fields) await field.click();
  const typed = people.map((_, person) => ownWords(person, 60));
  await Promise.all(people.map(({ page }, person) => page.keyboard.type(typed[person] ?? '')));
  const [first, second] = fields;
  if (first === undefined || second === undefined) throw new Error('Two fields');
  const total = typed.join('').length;
  await expect.poll(async () => (await first.inputValue()).length).toBe(total);
  const text = await first.inputValue();
  expect(people.map((_, person) => wordsOf(person, text))).toEqual(typed);
  await expect(second).toHaveValue(text);
});

test('a lapp becomes a tiltak, leads to it, and undo brings it back', async ({ server, join }) => {
  const sheet = await server.createSheet({ kind: 'virksomhet', title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  const list = new LappListPage(kari.page, 'naasituasjon');
  const lapp = await list.add('Utrede avtalene\nFør sommeren');
  await lapp.act('Gjør om til', 'Tiltak');
  await expect(lapp.actions).toBeFocused();
  await expect.poll(() => ola.tiltak.names()).toEqual(['Utrede avtalene']);
  await expect(ola.tiltak.row(0).choice('Slag')).toHaveValue('utredning');
  const theirs = new LappListPage(ola.page, 'naasituasjon').lapp(0);
  await expect(theirs.became).toHaveText('Ble til tiltak: Utrede avtalene');
  await theirs.became.click();
  await expect(ola.tiltak.row(0).field('Endringstiltak')).toBeFocused();
  await lapp.actions.click();
  await expect(lapp.item('Gjør om til').locator('..')).toHaveAttribute('aria-disabled', 'true');
  await kari.page.keyboard.press('Escape');
  expect((await stored(server, sheet)).tiltak[0]?.description).toBe('Før sommeren');

  await kari.button('Angre').click();
  await expect.poll(() => ola.tiltak.names()).toEqual([]);
  await expect(lapp.became).toHaveCount(0);
  await expect(theirs.words).toHaveValue('Utrede avtalene\nFør sommeren');
  await lapp.act('Gjør om til', 'Rotårsak');
  await expect(ola.rotaarsaker.row(0).field('Punkter, ett på hver linje')).toHaveValue(
    'Før sommeren',
  );
  await ola.rotaarsaker.row(0).act('Slett');
  await expect(lapp.became).toHaveCount(0);
  await lapp.act('Gjør om til', 'Måling');
  await expect(lapp.became).toHaveText('Ble til måling: Utrede avtalene');
});

test('everything is done by keyboard, and the focus goes on where the work does', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await join(sheet);
  const keyboard = new Keyboard(kari.page);
  const [list, other] = ['begrunnelse', 'tiltak'].map(
    (section) => new LappListPage(kari.page, section),
  );
  if (list === undefined || other === undefined) throw new Error('Two lists');
  const voice = kari.page.locator('[data-announcer=polite]');
  await keyboard.tabTo(list.newButton);
  await keyboard.press('Enter');
  await expect(list.lapp(0).words).toBeFocused();
  await keyboard.type('A');
  await keyboard.press('Control+Enter');
  await keyboard.type('B');
  await keyboard.press('Control+Enter');
  await keyboard.type('C');
  await keyboard.press('Tab');
  await expect(list.lapp(2).actions).toBeFocused();

  await keyboard.press('Enter', 'ArrowRight');
  await expect(kari.page.getByRole('menuitemradio', { name: 'Gul' })).toBeFocused();
  await keyboard.press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(list.lapp(2).words).toHaveAccessibleName('Lapp 3, blå');
  await expect(voice).toContainText('Lappen er nå blå.');
  await expect(list.lapp(2).actions).toBeFocused();

  await keyboard.press('Enter');
  await list.lapp(2).item('Flytt opp').locator('..').focus();
  await keyboard.press('Enter');
  await expect.poll(() => list.texts()).toEqual(['A', 'C', 'B']);
  await expect(voice).toContainText('Flyttet til plass 2 av 3.');
  await expect(list.lapp(1).actions).toBeFocused();
  await keyboard.press('Enter');
  await list.lapp(1).item('Flytt opp').locator('..').focus();
  await keyboard.press('Enter');
  await expect.poll(() => list.texts()).toEqual(['C', 'A', 'B']);

  await list.lapp(1).actions.focus();
  await keyboard.press('Enter', 'g', 'g', 'Enter');
  await expect(list.lapp(0).root).toContainText('Gruppe 1');
  await expect(list.lapp(1).root).toContainText('Gruppe 1');
  await expect(list.lapp(2).root).not.toContainText('Gruppe');
  await expect(voice).toContainText('Lappen er i gruppe 1.');
  await keyboard.press('Enter', 't', 'Enter');
  await expect(list.lapp(0).root).not.toContainText('Gruppe');

  await list.lapp(0).actions.focus();
  await keyboard.press('Enter');
  await list.lapp(0).item('Flytt til felt').locator('..').focus();
  await keyboard.press('Enter');
  await expect(kari.page.getByRole('menuitemradio', { name: 'Begrunnelse' })).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(kari.page.getByRole('menuitem', { name: 'Flytt til felt' })).toBeFocused();
  await keyboard.press('ArrowRight', 'e', 'Enter');
  await expect.poll(() => other.texts()).toEqual(['C']);
  await expect(voice).toContainText('Lappen er flyttet til Endringstiltak.');
  await expect.poll(() => list.texts()).toEqual(['A', 'B']);
  await expect(list.lapp(0).actions).toBeFocused();
  const moved = (await stored(server, sheet)).lapper.find(({ text }) => text === 'C');
  expect([moved?.section, (moved?.xy[0] ?? 0) > 1680]).toEqual(['tiltak', true]);

  await keyboard.press('Enter', 's', 'Enter');
  await expect.poll(() => list.texts()).toEqual(['B']);
  await expect(list.lapp(0).actions).toBeFocused();
  await keyboard.press('Enter', 's', 'Enter');
  await expect(list.newButton).toBeFocused();
  const message = kari.page.getByRole('region', { name: /^Meldinger/ });
  await message.getByRole('button', { name: 'Angre' }).last().click();
  await expect.poll(() => list.texts()).toEqual(['B']);
  await expect(list.lapp(0).actions).toBeFocused();
});

test('a reader sees the lapper, those of no section too, and no tools', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ kind: 'virksomhet', title: 'Ark' });
  await fill(server, sheet, {
    lapper: [
      { text: 'I feltet' },
      { text: 'Utenfor', section: null },
      { text: 'I et felt som arket ikke viser', section: 'rotaarsaker' },
    ],
  });
  const { page } = await join(sheet, { as: 'les' });
  const outside = new LappListPage(page, 'outside');
  await expect.poll(() => new LappListPage(page, 'naasituasjon').texts()).toEqual(['I feltet']);
  await expect.poll(() => outside.texts()).toEqual(['Utenfor', 'I et felt som arket ikke viser']);
  await expect(outside.heading).toHaveText('Lapper utenfor feltene (2)');
  await expect(page.locator('.lapper').getByRole('button')).toHaveCount(0);
  await expect(outside.lapp(0).words).toHaveAttribute('readonly', '');
  await expect(page.locator('.lapper')).toHaveCount(2);
});

test('the last lapp outside the sections is moved into one', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  await fill(server, sheet, { lapper: [{ text: 'Utenfor', section: null }] });
  const { page } = await join(sheet);
  const outside = new LappListPage(page, 'outside');
  await outside.lapp(0).act('Flytt til felt', 'Måling');
  await expect.poll(() => new LappListPage(page, 'maaling').texts()).toEqual(['Utenfor']);
  await expect(page.locator('.lapper--outside')).toHaveCount(0);
  await expect(new LappListPage(page, 'maaling').newButton).toBeFocused();
});

for (const device of [PHONE, { viewport: { width: 1280, height: 800 } }]) {
  const width = device.viewport.width;

  test(`axe finds nothing in 40 lapper and their menus at ${width} pixels`, async ({
    server,
    join,
  }) => {
    test.slow();
    const sheet = await server.createSheet({ title: 'Ark' });
    await fill(server, sheet, { lapper: [...MANY, { text: 'Utenfor', section: null }] });
    const kari = await join(sheet, { device });
    const list = new LappListPage(kari.page, 'naasituasjon');
    await expect(list.all).toHaveCount(30);
    await list.lapp(0).act('Gjør om til', 'Gevinst');
    await list.lapp(2).act('Grupper med lappen over');
    expect(await axeFindings(kari.page)).toEqual([]);
    expect(await kari.sidewaysScroll()).toBe(0);
    await list.lapp(3).actions.click();
    expect(await axeFindings(kari.page, '[role=menu]:popover-open')).toEqual([]);
    await list.lapp(3).item('Farge').click();
    expect(await axeFindings(kari.page, '[role=menu]:popover-open')).toEqual([]);
    const controls = kari.page.locator('.lapper button:visible, .lapper textarea:visible');
    const low = await controls.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44),
    );
    if (device === PHONE) expect(low).toEqual([]);
  });
}
