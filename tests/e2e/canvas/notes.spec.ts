/** Many notes at once, and notes that become something: on the canvas and in the form alike. */
import { BoardPage } from '../pages/BoardPage.ts';
import { LappListPage } from '../pages/lapper.ts';
import { FREE } from '../pages/places.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

const LINES = Array.from({ length: 200 }, (_, at) => `Innspill nummer ${at + 1} fra salen`);

test('200 pasted lines are 200 notes, which one undo takes back and the form lists', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const device = { permissions: ['clipboard-read', 'clipboard-write'] };
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari', device }));
  const ola = await join(sheet, { name: 'Ola' });
  await kari.moveTo(FREE.rotaarsaker);
  await kari.paste(LINES.join('\r\n'));
  await expect(kari.notes).toHaveCount(200);
  await expect(kari.selected).toHaveAccessibleName('Verktøy for 200 lapper');
  const inForm = ola.page.locator('[data-lapp]');
  await expect(ola.page.getByText('(200)').first()).toBeVisible();
  for (const more of await ola.page.getByRole('button', { name: /^Vis alle/ }).all()) {
    await more.click();
  }
  await expect(inForm).toHaveCount(200);
  const listed = await inForm.evaluateAll((items) =>
    items.map((item) => item.querySelector('textarea')?.value),
  );
  expect(listed).toEqual(LINES);

  await kari.keyboard.press('Control+z');
  await expect(kari.notes).toHaveCount(0);
  await expect(inForm).toHaveCount(0);
  await expect(kari.person.button('Angre')).toHaveAttribute('aria-disabled', 'true');
  await kari.keyboard.press('Control+Shift+z');
  await expect(kari.notes).toHaveCount(200);
  expect((await stored(server, sheet)).lapper).toHaveLength(200);
});

test('a note becomes a tiltak for everybody, stays as a quiet reference, and undo brings it back', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  const note = await kari.write('Felles bestillingsrutine', FREE.rotaarsaker);
  await kari.choose(note);
  await kari.act('Gjør om til', 'Tiltak');
  for (const board of [kari, ola]) {
    await expect.poll(() => board.person.tiltak.names()).toEqual(['Felles bestillingsrutine']);
    await expect(board.note('Felles bestillingsrutine')).toContainText('Ble til tiltak');
  }
  await kari.keyboard.press('Control+z');
  for (const board of [kari, ola]) {
    await expect(board.person.tiltak.all).toHaveCount(0);
    await expect(board.notes).not.toContainText('Ble til');
  }
  await ola.choose(ola.notes);
  await ola.act('Gjør om til', 'Rotårsak');
  await kari.show('Skjema');
  await expect(kari.person.rotaarsaker.all).toHaveCount(1);
  const list = new LappListPage(kari.page, 'rotaarsaker');
  await expect(list.lapp(0).became).toHaveText(/^Ble til rotårsak: /);
});

test('notes are sorted into a grid, grouped, and moved together and to a section', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  const words = ['Én', 'To', 'Tre', 'Fire'];
  for (const [at, word] of words.entries()) {
    await kari.write(word, { x: 120 + (at % 2) * 280, y: 620 + Math.floor(at / 2) * 130 });
  }
  await kari.choose(...words.map((word) => kari.note(word)));
  await kari.selected.getByRole('button', { name: 'Ordne i rutenett' }).click();
  const corner = await kari.placeOf(kari.note('Én'));
  await kari.isAt(kari.note('To'), { x: corner.x + 192, y: corner.y });
  await kari.isAt(kari.note('Tre'), { x: corner.x, y: corner.y + 128 });
  await kari.selected.getByRole('button', { name: 'Grupper' }).click();
  await expect(ola.groups).toHaveCount(1);
  await kari.keyboard.press('Escape');
  await kari.drag(kari.note('To'), { x: 1300, y: 800 });
  for (const board of [kari, ola]) {
    await board.isAt(board.note('Tre'), { x: 1300 - 192, y: 928 });
    await board.isAt(board.note('Fire'), { x: 1300, y: 928 });
  }
  expect((await stored(server, sheet)).lapper.map(({ section }) => section)).toEqual([
    'maaling',
    'maaling',
    'maaling',
    'maaling',
  ]);
  await kari.act('Flytt til felt', 'Begrunnelse');
  await expect
    .poll(async () => (await stored(server, sheet)).lapper.map(({ section }) => section))
    .toEqual(words.map(() => 'begrunnelse'));
  await kari.keyboard.press('Control+z');
  await ola.isAt(ola.note('Fire'), { x: 1300, y: 928 });
});
