/** The others on the board: where they point, what they hold, what they see, and when they are gone. */
import { BoardPage } from '../pages/BoardPage.ts';
import { FREE, NEAR } from '../pages/places.ts';
import { expect, test } from '../world.ts';

test('the others see where one points and what one has selected, on the canvas and in the form', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari Nordmann' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola Sørlie' }));
  const liv = await join(sheet, { name: 'Liv' });
  const note = await kari.write('Felles', FREE.rotaarsaker);
  await kari.choose(note);
  await expect(ola.othersSelections).toHaveCount(1);
  await ola.isAt(ola.othersSelections, await ola.placeOf(ola.note('Felles')));
  const pointed = FREE.naasituasjon;
  await kari.moveTo(pointed);
  await ola.pointers.showAt('Kari Nordmann', pointed);
  await expect
    .poll(() => liv.whoIsHere())
    .toEqual([
      'L Liv (deg) Skriver',
      'KN Kari Nordmann Skriver · Nåsituasjonen',
      expect.stringMatching(/^OS Ola Sørlie Skriver/),
    ]);
  await liv.tiltak.add('Fra skjemaet');
  await expect(kari.person.tiltak.row(0).root.getByText('Liv')).toBeVisible();
  await kari.keyboard.press('Escape');
  await expect(ola.othersSelections).toHaveCount(0);
});

test('one can see what another sees, until one moves oneself', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  const panel = await kari.person.openPeople();
  await panel.getByRole('button', { name: 'Følg Ola' }).click();
  await kari.keyboard.press('Escape');
  await expect(kari.page.getByText('Du følger Ola')).toBeVisible();
  await ola.section('5. Måling').getByRole('heading', { level: 2 }).dblclick();
  await expect.poll(() => ola.zoom()).toBeGreaterThan(60);
  const isSame = async () => {
    const [mine, theirs] = [await kari.viewCentre(), await ola.viewCentre()];
    return Math.max(Math.abs(mine.x - theirs.x), Math.abs(mine.y - theirs.y));
  };
  await expect.poll(isSame).toBeLessThan(NEAR);
  await expect.poll(async () => (await kari.zoom()) - (await ola.zoom())).toBe(0);
  await kari.moveTo(await kari.viewCentre());
  await kari.page.mouse.wheel(0, 300);
  await expect(kari.page.getByText('Du følger Ola')).toHaveCount(0);
  await expect.poll(isSame).toBeGreaterThan(NEAR);
});

test('whoever loses the connection is gone from the board soon, and back with it', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  const note = await ola.write('Min', FREE.rotaarsaker);
  await ola.choose(note);
  await kari.pointers.show('Ola');
  await expect(kari.othersSelections).toHaveCount(1);
  await ola.page.context().setOffline(true);
  // The server takes up to ten seconds to be sure.
  await kari.pointers.showNobody({ timeout: 20_000 });
  await expect(kari.othersSelections).toHaveCount(0);
  await ola.page.context().setOffline(false);
  await expect(ola.person.state).toHaveText('Lagret');
  await ola.moveTo(FREE.naasituasjon);
  await kari.pointers.showAt('Ola', FREE.naasituasjon);
});

test('whoever does nothing for half a minute points no longer', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const person = await join(sheet, { name: 'Ola' });
  await person.page.clock.install();
  const ola = await BoardPage.of(person);
  await ola.moveTo(FREE.rotaarsaker);
  await kari.pointers.show('Ola');
  // First what waits for a moment, such as to tell where the pointer is; then the half minute.
  await person.page.clock.fastForward(1000);
  await person.page.clock.fastForward(31_000);
  await kari.pointers.showNobody();
  await ola.moveTo(FREE.naasituasjon);
  await kari.pointers.showAt('Ola', FREE.naasituasjon);
});
