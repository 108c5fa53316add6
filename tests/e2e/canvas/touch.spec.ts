/** The canvas by touch on a phone: fields, notes, and a view that two fingers change. */
import { BoardPage } from '../pages/BoardPage.ts';
import { FREE } from '../pages/places.ts';
import { fill } from '../support/fill.ts';
import { expect, test } from '../world.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('a phone starts in the form, and on the canvas fingers write, choose, drag and zoom', async ({
  server,
  join,
  watch,
}) => {
  // tldraw asks to prevent what the browser has already begun; Chromium says that it is too late.
  watch.allowComplaint(
    /^(Unable to preventDefault inside passive|Ignored attempt to cancel a touch)/,
  );
  const sheet = await server.createSheet({ title: 'Ark' });
  await fill(server, sheet, { tiltak: [{ title: 'Felles rutine' }] });
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  const inOlas = await ola.write('Fra salen', FREE.rotaarsaker);

  const person = await join(sheet, { name: 'Kari', device: PHONE });
  await expect(person.tiltak.row(0).field('Endringstiltak')).toBeVisible();
  await person.button('Lerret').tap();
  const kari = await BoardPage.of(person);
  await kari.fitsInWindow();
  const small = await kari.zoom();
  const note = kari.note('Fra salen');
  await kari.finger.pinch(await kari.inWindow(await kari.middleOf(note)), 40, 160);
  await expect.poll(() => kari.zoom()).toBeGreaterThan(2 * small);

  const before = await kari.placeOf(note);
  const grip = await kari.inWindow(await kari.middleOf(note));
  await kari.finger.drag(grip, { x: grip.x - 30, y: grip.y - 60 });
  await expect.poll(async () => (await kari.placeOf(note)).y).toBeLessThan(before.y - 30);
  await ola.isAt(inOlas, await kari.placeOf(note));

  await person.button('Tilpass ark').tap();
  await expect.poll(() => kari.zoom()).toBe(small);
  const title = kari.field('Tittel');
  await title.tap();
  await expect(title).toBeFocused();
  await kari.keyboard.press('End');
  await kari.keyboard.type(' fra lomma');
  await expect(ola.field('Tittel')).toHaveValue('Ark fra lomma');
  await person.button('Tilpass ark').tap();
  const status = person.tiltak.row(0).choice('Status');
  await status.tap();
  await expect(status).toBeFocused();
  await status.selectOption('Pågår');
  await expect(ola.person.tiltak.row(0).choice('Status')).toHaveValue('pagar');
  await kari.isInHand('Velg');
  expect(await person.sidewaysScroll()).toBe(0);

  await person.reload();
  await expect(kari.a3).toBeVisible();
  const link = new URL(person.page.url());
  link.searchParams.delete('visning');
  await person.page.goto('about:blank');
  await person.open(link.href);
  await expect(person.tiltak.row(0).field('Endringstiltak')).toBeVisible();
  await expect(kari.a3).toBeHidden();
});
