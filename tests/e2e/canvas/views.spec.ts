/** Two views of one sheet: going from one to the other, and what a reader has of them. */
import { BoardPage } from '../pages/BoardPage.ts';
import { LappListPage } from '../pages/lapper.ts';
import { FREE } from '../pages/places.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

test('the address, the switch, the last choice and the back button say which view is shown', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await join(sheet, { name: 'Kari' });
  await expect(kari.button('Skjema')).toHaveAttribute('aria-pressed', 'true');
  const board = await BoardPage.of(kari);
  await expect(kari.page).toHaveURL(/visning=lerret/);
  await expect(kari.button('Lerret')).toHaveAttribute('aria-pressed', 'true');
  await kari.page.goBack();
  await expect(board.a3).toBeHidden();
  await expect(kari.button('Skjema')).toHaveAttribute('aria-pressed', 'true');
  await kari.page.goForward();
  await board.isThere();

  await kari.page.goto('about:blank');
  await kari.open(sheet.links.rediger);
  await board.isThere();
  const asked = new URL(sheet.links.rediger);
  asked.searchParams.set('visning', 'skjema');
  await kari.page.goto('about:blank');
  await kari.open(asked.href);
  await expect(kari.button('Skjema')).toHaveAttribute('aria-pressed', 'true');
  await expect(board.a3).toBeHidden();
});

test('what is done on the canvas stands in the form, and the other way round', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const liv = await join(sheet, { name: 'Liv' });
  const list = new LappListPage(liv.page, 'rotaarsaker');
  const note = await kari.write('Gamle vaner', FREE.rotaarsaker);
  await expect.poll(() => list.texts()).toEqual(['Gamle vaner']);
  await list.lapp(0).words.focus();
  await liv.page.keyboard.press('End');
  await liv.page.keyboard.type(' er vonde');
  await expect(kari.note('Gamle vaner er vonde')).toBeVisible();
  await list.lapp(0).act('Farge', 'Lilla');
  await expect.poll(() => kari.paperOf(note)).toBe('rgb(230, 219, 255)');
  await list.add('Fra skjemaet');
  await expect(kari.note('Fra skjemaet')).toBeVisible();
  await list.lapp(0).act('Flytt til felt', 'Måling');
  await expect
    .poll(() => new LappListPage(liv.page, 'maaling').texts())
    .toEqual(['Gamle vaner er vonde']);
  await kari.person.tiltak.add('Felles rutine');
  await expect(liv.tiltak.row(0).field('Endringstiltak')).toHaveValue('Felles rutine');
  await liv.tiltak.row(0).choice('Status').selectOption('Pågår');
  await expect(kari.person.tiltak.row(0).choice('Status')).toHaveValue('pagar');
  await liv.typeIn(liv.prose('3. Ønsket situasjon'), 'Alle vet hvor avtalene er.');
  await expect
    .poll(() => kari.person.proseWords('3. Ønsket situasjon'))
    .toBe('Alle vet hvor avtalene er.');
});

test('a reader sees the board and can change nothing on it', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const note = await kari.write('Kan leses', FREE.rotaarsaker);
  await kari.drawRectangle();
  const leser = await BoardPage.of(await join(sheet, { as: 'les', name: 'Revisor Ås' }));
  await expect(leser.note('Kan leses')).toBeVisible();
  await expect(leser.drawings).toHaveCount(1);
  const before = await stored(server, sheet);

  await expect(leser.tool('Lapp')).toHaveCount(0);
  await expect(leser.tool('Penn')).toHaveCount(0);
  await expect(leser.field('Tittel')).not.toBeEditable();
  await leser.drag(leser.note('Kan leses'), { x: 900, y: 900 });
  const { x, y } = await leser.inWindow({ x: 600, y: 1110 });
  await leser.page.mouse.dblclick(x, y);
  await leser.note('Kan leses').dblclick();
  await expect(leser.noteField).toHaveCount(0);
  await leser.keyboard.press('n', 'r', 'Control+a', 'Delete', 'Control+z');
  await leser.isAt(leser.note('Kan leses'), await kari.placeOf(note));
  await kari.drag(note, { x: 700, y: 900 });
  await leser.isAt(leser.note('Kan leses'), await kari.placeOf(note));
  await leser.pointers.show('Kari');
  await kari.pointers.show('Revisor Ås');
  await expect(leser.person.state).toHaveText('Oppdatert');
  const after = await stored(server, sheet);
  expect(after.canvas).toEqual(before.canvas);
  expect(after.lapper.map(({ text }) => text)).toEqual(['Kan leses']);
});
