/** The A3 on the board: it lies where it lies, fits the window, and never hides a word. */
import { BoardPage } from '../pages/BoardPage.ts';
import { FREE } from '../pages/places.ts';
import { fill, LONG_WORD } from '../support/fill.ts';
import { expect, test } from '../world.ts';

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

for (const viewport of WINDOWS) {
  test(`the page fits at ${viewport.width} × ${viewport.height}, and can be neither moved nor deleted`, async ({
    server,
    join,
  }) => {
    const sheet = await server.createSheet({ title: 'Ark' });
    const kari = await BoardPage.of(await join(sheet, { name: 'Kari', device: { viewport } }));
    await kari.fitsInWindow();
    const before = await kari.inWindow({ x: 0, y: 0 });
    await kari.draw(FREE.rotaarsaker, { x: 500, y: 1160 });
    await kari.draw({ x: 2, y: 900 }, { x: -80, y: 800 });
    await kari.keyboard.press('Control+a', 'Delete', 'ArrowRight');
    await expect(kari.field('Tittel')).toHaveValue('Ark');
    expect(await kari.inWindow({ x: 0, y: 0 })).toEqual(before);
    await expect(kari.person.button('Angre')).toHaveAttribute('aria-disabled', 'true');

    const heading = kari.section('3. Ønsket situasjon').getByRole('heading', { level: 2 });
    const small = await kari.zoom();
    await heading.dblclick();
    await expect.poll(() => kari.zoom()).toBeGreaterThan(1.3 * small);
    await kari.isInView(kari.section('3. Ønsket situasjon').getByRole('textbox'));
    await expect(kari.notes).toHaveCount(0);
    await kari.press('Tilpass ark');
    await kari.fitsInWindow();
    await kari.person.button(`${small} prosent. Vis i full størrelse`).click();
    await expect.poll(() => kari.zoom()).toBe(100);
  });
}

test('a sheet with too much for an A3 is set smaller, then scrolls with a sign; no word is lost', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  await fill(server, sheet, { tiltak: tiltak(8) });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const size = () => kari.letterSize(kari.person.tiltak.row(0).field('Ansvar'));
  const large = await size();
  await expect(kari.scrollSigns).toHaveCount(0);
  await fill(server, sheet, { tiltak: tiltak(14) });
  await expect(kari.person.tiltak.all).toHaveCount(14);
  await expect.poll(size).toBeLessThan(large);
  await expect(kari.scrollSigns).toHaveCount(0);
  await fill(server, sheet, { tiltak: tiltak(30) });
  await expect(kari.person.tiltak.all).toHaveCount(30);
  const sign = kari.section('4. Endringstiltak').getByRole('button', { name: /^Mer nedenfor/ });
  await expect(sign).toBeVisible();
  expect(await kari.hiddenWords()).toEqual([]);
  const last = kari.section('4. Endringstiltak').getByRole('button', { name: 'Legg til gevinst' });
  await kari.section('4. Endringstiltak').evaluate((section) => section.scrollTo(0, 0));
  // It goes by itself when the end is in view, perhaps just before it is pressed.
  await expect(async () => {
    if (await sign.isVisible()) await sign.click({ timeout: 1000 });
    await expect(sign).toBeHidden({ timeout: 200 });
  }).toPass();
  await kari.isInView(last);
});

test('the worked example fits whole, is set once, and its notes are as large as their words', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: '', example: 'avtalelojalitet' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  await expect(kari.person.tiltak.all).toHaveCount(7);
  await expect(kari.scrollSigns).toHaveCount(0);
  expect(await kari.hiddenWords()).toEqual([]);
  const settings = await kari.settingsOver(30);
  expect(new Set(settings).size).toBe(1);
  for (const note of await kari.notes.all()) {
    const { drawn, meant } = await kari.heightsOf(note);
    expect(drawn).toBe(meant);
  }
});

function tiltak(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    title: at === 3 ? LONG_WORD : `Tiltak ${at + 1}: rydde i avtalene og rutinene våre`,
    ansvar: 'Økonomiavdelingen',
    frist: '2030-06-30',
  }));
}
