/** A person who loses the network, writes on, and comes back. */
import { SAVED, SheetPage, STORED_HERE } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

test('who writes without a network finds both sides’ words when it is back', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Avtaler' });
  const kari = await join(sheet, { name: 'Kari' });
  await kari.tiltak.add('Rydde i avtalene');
  const ola = await join(sheet, { name: 'Ola' });

  await kari.page.context().setOffline(true);
  await expect(kari.state).toHaveText(STORED_HERE);
  await kari.typeIn(kari.tiltak.row(0).field('Endringstiltak'), ' på hytta');
  await kari.tiltak.row(0).choice('Status').selectOption('Pågår');
  await kari.tiltak.add('Skrevet på fjellet');
  await expect(kari.state).toHaveText(STORED_HERE);

  await ola.tiltak.row(0).field('Endringstiltak').press('Home');
  await ola.page.keyboard.type('Straks: ');
  await ola.typeIn(ola.tiltak.row(0).field('Ansvar'), 'Innkjøp');
  await ola.rotaarsaker.add('Gamle vaner');
  await expect(ola.state).toHaveText(SAVED);
  await expect(kari.rotaarsaker.all).toHaveCount(0);

  await kari.page.context().setOffline(false);
  await expect(kari.state).toHaveText(SAVED);
  for (const person of [kari, ola]) {
    await expect
      .poll(() => person.tiltak.names())
      .toEqual(['Straks: Rydde i avtalene på hytta', 'Skrevet på fjellet']);
    await expect(person.tiltak.row(0).field('Ansvar')).toHaveValue('Innkjøp');
    await expect(person.tiltak.row(0).choice('Status')).toHaveValue('pagar');
    await expect.poll(() => person.rotaarsaker.names()).toEqual(['Gamle vaner']);
  }
  const { tiltak, rotaarsaker } = await stored(server, sheet);
  expect(tiltak.map(({ title, ansvar, status }) => [title, ansvar, status])).toEqual([
    ['Straks: Rydde i avtalene på hytta', 'Innkjøp', 'pagar'],
    ['Skrevet på fjellet', '', 'ikke_startet'],
  ]);
  expect(rotaarsaker.map(({ title }) => title)).toEqual(['Gamle vaner']);
});

test('a sheet seen before opens without a network, and takes what is written', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Avtaler' });
  const kari = await join(sheet);
  await kari.tiltak.add('Rydde i avtalene');
  await expect(kari.state).toHaveText(SAVED);
  await kari.page.getByRole('link', { name: 'Helhetsmodellen A3' }).click();
  await kari.page.getByRole('heading', { name: 'Tenk sammen på ett ark' }).waitFor();

  await kari.page.context().setOffline(true);
  await kari.page.getByRole('link', { name: 'Avtaler' }).click();
  await expect(kari.state).toHaveText(STORED_HERE);
  await expect.poll(() => kari.tiltak.names()).toEqual(['Rydde i avtalene']);
  await kari.typeIn(kari.title, ' 2026');
  await expect(kari.state).toHaveText(STORED_HERE);

  await kari.page.context().setOffline(false);
  await expect(kari.state).toHaveText(SAVED);
  expect((await stored(server, sheet)).sheet.title).toBe('Avtaler 2026');
});

test('a second visit without a network, by the link itself, shows the sheet', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { device: { serviceWorkers: 'allow' } });
  // From then on the browser has the page's own files too.
  await kari.page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => kari.page.evaluate(() => caches.keys())).not.toEqual([]);
  await kari.page.context().setOffline(true);
  await kari.page.goto('about:blank');
  await kari.page.goto(sheet.links.rediger);
  await expect(kari.state).toHaveText(STORED_HERE);
  await expect(kari.title).toHaveValue('Avtalelojalitet');
  await expect(kari.tiltak.all).toHaveCount(7);
  await kari.typeIn(kari.title, ' uten nett');
  await expect(kari.state).toHaveText(STORED_HERE);
  await kari.page.context().setOffline(false);
  await expect(kari.state).toHaveText(SAVED);
  expect((await stored(server, sheet)).sheet.title).toBe('Avtalelojalitet uten nett');
});

test('two tabs of one person are one participant and one text', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const one = await join(sheet, { name: 'Kari Nordmann' });
  const ola = await join(sheet, { name: 'Ola Sørlie' });
  const other = new SheetPage(await one.page.context().newPage());
  await other.open(sheet.links.rediger);
  await one.typeIn(one.title, ' én');
  await expect(other.title).toHaveValue('Ark én');
  await other.typeIn(other.title, ' to');
  await expect(one.title).toHaveValue('Ark én to');
  await expect(ola.title).toHaveValue('Ark én to');
  expect(await ola.whoIsHere()).toHaveLength(2);
  expect(await other.whoIsHere()).toHaveLength(2);
  // What one tab wrote, the other does not take back: it undoes its own.
  await one.button('Angre').click();
  await expect(ola.title).toHaveValue('Ark to');
});
