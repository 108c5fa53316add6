/** No finding of axe on the canvas, and nothing that moves for whoever wants it calm. */
import { BoardPage } from '../pages/BoardPage.ts';
import { FREE } from '../pages/places.ts';
import { axeFindings, expect, test } from '../world.ts';

test('the canvas has no finding: its outline open, a note selected, one written on', async ({
  server,
  join,
}) => {
  test.slow();
  const sheet = await server.createSheet({ title: '', example: 'avtalelojalitet' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  await kari.drawRectangle();
  const note = await kari.write('Tilgjengelig', { x: 1850, y: 860 });
  await kari.press('Oversikt');
  await kari.outline.getByText('Hurtigtaster på lerretet').click();
  await kari.choose(note);
  const found = await axeFindings(kari.page);
  await kari.openNote(note);
  found.push(...(await axeFindings(kari.page, '.canvas')));
  expect(found).toEqual([]);
});

test('for whoever wants it calm, the view is where it goes at once', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const device = { reducedMotion: 'reduce' } as const;
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari', device }));
  await kari.write('Rolig', FREE.rotaarsaker);
  const small = await kari.zoom();
  const sizes = await kari.sizesOnTheWay(async () => {
    await kari.keyboard.press('Escape', '4');
    await expect.poll(() => kari.zoom()).toBeGreaterThan(1.5 * small);
  });
  expect(sizes).toEqual([small, await kari.zoom()]);
  expect(await kari.page.evaluate(() => document.getAnimations().length)).toBe(0);
});
