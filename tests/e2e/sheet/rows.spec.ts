/** Tables as a group works with them: adding, moving, deleting, taking back, tying together. */
import { SAVED } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

const THREE = ['Først', 'Så', 'Til sist'];

test('a row is dragged to its place with the mouse, and the others see it', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  for (const words of THREE) await kari.tiltak.add(words);
  await kari.tiltak.row(2).handle.scrollIntoViewIfNeeded();
  const from = await kari.tiltak.row(2).handle.boundingBox();
  const to = await kari.tiltak.row(0).root.boundingBox();
  if (from === null || to === null) throw new Error('The rows are not in view.');
  const { mouse } = kari.page;
  await mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(from.x + from.width / 2, to.y + to.height * 0.7, { steps: 4 });
  await mouse.move(from.x + from.width / 2, to.y + to.height * 0.2, { steps: 4 });
  await mouse.up();
  const moved = ['Til sist', 'Først', 'Så'];
  for (const person of [kari, ola]) await expect.poll(() => person.tiltak.names()).toEqual(moved);
  expect((await stored(server, sheet)).tiltak.map(({ title }) => title)).toEqual(moved);
  await kari.button('Angre').click();
  for (const person of [kari, ola]) await expect.poll(() => person.tiltak.names()).toEqual(THREE);
});

test('Escape lets go of a row that is being dragged', async ({ server, join }) => {
  const kari = await join(await server.createSheet({ title: 'Ark' }));
  for (const words of THREE) await kari.tiltak.add(words);
  await kari.tiltak.row(2).handle.hover();
  await kari.page.mouse.down();
  await kari.tiltak.row(0).root.hover();
  await kari.page.keyboard.press('Escape');
  await kari.page.mouse.up();
  expect(await kari.tiltak.names()).toEqual(THREE);
});

test('a deleted tiltak comes back whole with «Angre»', async ({ server, join }) => {
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  const before = await stored(server, sheet);
  const names = await kari.tiltak.names();
  const deleted = names[1] ?? '';
  await kari.tiltak.row(1).act('Slett');
  await expect.poll(() => ola.tiltak.names()).toEqual(names.toSpliced(1, 1));
  const message = kari.page.getByRole('region', { name: /^Meldinger/ });
  await expect(message).toContainText(`Tiltaket «${deleted}» er slettet.`);
  await message.getByRole('button', { name: 'Angre' }).click();
  for (const person of [kari, ola]) await expect.poll(() => person.tiltak.names()).toEqual(names);
  await expect(kari.tiltak.row(1).handle).toBeFocused();
  await expect(kari.state).toHaveText(SAVED);
  const after = await stored(server, sheet);
  expect(after.tiltak).toEqual(before.tiltak);
  expect(after.gevinster).toEqual(before.gevinster);
});

test('undo and redo take back one’s own, and never what another wrote meanwhile', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  await kari.tiltak.add('Karis tiltak');
  await expect.poll(() => ola.tiltak.names()).toEqual(['Karis tiltak']);
  await ola.typeIn(ola.tiltak.row(0).field('Ansvar'), 'Olas ansvar');
  await kari.tiltak.row(0).choice('Status').selectOption('Pågår');
  await ola.typeIn(ola.title, ' med Olas ord');
  await expect(kari.title).toHaveValue('Ark med Olas ord');

  await kari.button('Angre').click();
  await expect(ola.tiltak.row(0).choice('Status')).toHaveValue('ikke_startet');
  await kari.page.keyboard.press('Control+z');
  await kari.page.keyboard.press('Control+z');
  // Her row stays, for he has written in it; her words in it go.
  for (const person of [kari, ola]) {
    await expect.poll(() => person.tiltak.names()).toEqual(['']);
    await expect(person.tiltak.row(0).field('Ansvar')).toHaveValue('Olas ansvar');
    await expect(person.title).toHaveValue('Ark med Olas ord');
  }
  await kari.button('Gjør om').click();
  await kari.page.keyboard.press('Control+Shift+Z');
  for (const person of [kari, ola]) {
    await expect.poll(() => person.tiltak.names()).toEqual(['Karis tiltak']);
    await expect(person.tiltak.row(0).choice('Status')).toHaveValue('pagar');
  }
  await ola.button('Angre').click();
  await expect(kari.title).toHaveValue('Ark');
});

test('a gevinst is tied to tiltak, and its years get their numbers', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  for (const words of THREE) await kari.tiltak.add(words);
  const row = await kari.gevinster.add('Lavere priser');
  await row.choice('Type').selectOption('Unngåtte kostnader');
  await row.root.getByText('Kommer fra 0 tiltak').click();
  await row.root.getByRole('checkbox', { name: 'Så' }).check();
  await row.root.getByRole('checkbox', { name: 'Til sist' }).check();
  await expect(row.root.getByText('Kommer fra 2 tiltak')).toBeVisible();
  const amount = row.field('Estimat');
  await amount.fill('1200000');
  await amount.press('Tab');
  await expect(amount).toHaveValue('1\u202f200\u202f000');

  const other = ola.gevinster.row(0);
  await expect(other.field('Estimat')).toHaveValue('1\u202f200\u202f000');
  await expect(other.root.getByText('Kommer fra 2 tiltak')).toBeVisible();
  const { tiltak, gevinster } = await stored(server, sheet);
  const tied = tiltak.filter(({ id }) => gevinster[0]?.tiltak.includes(id));
  expect(tied.map(({ title }) => title)).toEqual(['Så', 'Til sist']);
  expect(Object.values(gevinster[0]?.estimate ?? {})).toEqual([1_200_000]);
  await row.choice('Type').selectOption('Økt kvalitet');
  await expect(other.root.getByText('Måles, prises ikke')).toBeVisible();
});

test('a måling has its unit, its nullpunkt and its ønsket verdi', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  const row = await kari.maalinger.add('Avtalelojalitet');
  await row.field('Måleenhet').fill('prosent');
  await row.field('Nullpunkt').fill('68,25 %');
  await row.field('Ønsket verdi').fill('87');
  await row.field('Ønsket verdi').press('Enter');
  const other = ola.maalinger.row(0);
  await expect(other.field('Ønsket verdi')).toHaveValue('87');
  await expect(other.field('Nullpunkt')).toHaveValue('68,25');
  const { maalinger } = await stored(server, sheet);
  expect([maalinger[0]?.unit, maalinger[0]?.start.value, maalinger[0]?.target.value]).toEqual([
    'prosent',
    68.25,
    87,
  ]);
  await row.field('Nullpunkt').fill('mye');
  await row.field('Nullpunkt').press('Tab');
  await expect(row.field('Nullpunkt')).toHaveAccessibleDescription(/«mye» er ikke et tall/);
  await expect(row.field('Nullpunkt')).toHaveValue('mye');
  await expect(other.field('Nullpunkt')).toHaveValue('68,25');
});

test('a frist is typed as people write it; what is no date is told and kept', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  const row = await kari.tiltak.add('Rydde');
  const frist = row.field('Frist');
  await frist.fill('1.3.27');
  await frist.press('Tab');
  await expect(frist).toHaveValue('01.03.2027');
  await expect(ola.tiltak.row(0).field('Frist')).toHaveValue('01.03.2027');

  await frist.fill('31.02.2027');
  await frist.press('Tab');
  await expect(frist).toHaveValue('31.02.2027');
  await expect(frist).toHaveAttribute('aria-invalid', 'true');
  await expect(frist).toHaveAccessibleDescription(/«31\.02\.2027» er ikke en dato/);
  await expect(row.root.getByText(/«31\.02\.2027» er ikke en dato/)).toBeVisible();
  await expect(ola.tiltak.row(0).field('Frist')).toHaveValue('01.03.2027');

  await frist.fill('24122020');
  await frist.press('Enter');
  await expect(frist).toHaveValue('24.12.2020');
  await expect(frist).not.toHaveAttribute('aria-invalid');
  await expect(ola.tiltak.row(0).root.getByText('Forfalt')).toBeVisible();
  await ola.tiltak.row(0).choice('Status').selectOption('Gjennomført');
  await expect(row.root.getByText('Forfalt')).toHaveCount(0);
  expect((await stored(server, sheet)).tiltak[0]).toMatchObject({
    frist: '2020-12-24',
    status: 'gjennomfort',
  });
  await frist.fill('');
  await frist.press('Tab');
  await expect(ola.tiltak.row(0).field('Frist')).toHaveValue('');
});

test('rotårsaker are cards with points, in an order that all share', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  const card = await kari.rotaarsaker.add('Gamle vaner');
  await card.field('Punkter, ett på hver linje').click();
  await kari.page.keyboard.type('Vi kjenner dem');
  await kari.page.keyboard.press('Enter');
  await kari.page.keyboard.type('Det er nærmest');
  // A press on the words themselves puts the caret there, marks or no marks.
  await kari.title.focus();
  await card.field('Punkter, ett på hver linje').click({ position: { x: 60, y: 16 } });
  await expect(card.field('Punkter, ett på hver linje')).toBeFocused();
  await ola.rotaarsaker.add('For lite tid');
  await expect(ola.rotaarsaker.row(0).field('Punkter, ett på hver linje')).toHaveValue(
    'Vi kjenner dem\nDet er nærmest',
  );
  await ola.rotaarsaker.row(1).act('Flytt opp');
  await expect.poll(() => kari.rotaarsaker.names()).toEqual(['For lite tid', 'Gamle vaner']);
  await kari.rotaarsaker.row(0).act('Slett');
  await expect.poll(() => ola.rotaarsaker.names()).toEqual(['Gamle vaner']);
});

test('Enter in a tiltak begins the next one right below it', async ({ server, join }) => {
  const kari = await join(await server.createSheet({ title: 'Ark' }));
  await kari.tiltak.add('Først');
  await kari.tiltak.add('Til sist');
  await kari.tiltak.row(0).field('Endringstiltak').press('Enter');
  await expect(kari.tiltak.row(1).field('Endringstiltak')).toBeFocused();
  await kari.page.keyboard.type('Så');
  expect(await kari.tiltak.names()).toEqual(THREE);
});
