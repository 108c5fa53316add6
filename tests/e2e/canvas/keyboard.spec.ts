/** The canvas with a keyboard and nothing else. */
import { BoardPage } from '../pages/BoardPage.ts';
import { FREE } from '../pages/places.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

/** The fields of an empty dypdykk in reading order. */
const FIELDS = [
  'Tittel',
  'Dato',
  'Utgave',
  'Eier',
  'Veileder',
  '1. Begrunnelse',
  '2. Nåsituasjonen',
  'Legg til rotårsak',
  'Merknad til Rotårsakene',
  '3. Ønsket situasjon',
  'Legg til tiltak',
  'Legg til gevinst',
  'Legg til måling',
  'Merknad til Måling',
];

test('Tab goes through the page in reading order, each field in view, and Escape leaves it', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  await kari.zoomTo(200);
  await kari.keyboard.tabTo(kari.field('Tittel'));
  const visited: string[] = [];
  while (await kari.isInPage(kari.keyboard.focus)) {
    const name = await kari.nameOf(kari.keyboard.focus);
    if (FIELDS.includes(name)) {
      visited.push(name);
      await kari.isInView(kari.keyboard.focus);
    }
    await kari.keyboard.press('Tab');
  }
  expect(visited).toEqual(FIELDS);

  await kari.field('Veileder').focus();
  await kari.keyboard.type('nad 123 v');
  await expect(kari.field('Veileder')).toHaveValue('nad 123 v');
  await kari.isInHand('Velg');
  await kari.keyboard.press('Escape');
  expect(await kari.isInPage(kari.keyboard.focus)).toBe(false);
  await kari.keyboard.press('Shift+1');
  await kari.fitsInWindow();
  for (const [key, section] of [
    ['1', '1. Begrunnelse'],
    ['5', '4. Endringstiltak'],
    ['6', '5. Måling'],
  ] as const) {
    await kari.keyboard.press(key);
    await kari.isInView(kari.section(section).getByRole('heading', { level: 2 }));
    await expect.poll(() => kari.zoom()).toBeGreaterThan(60);
    await kari.keyboard.press('Shift+1');
    await kari.fitsInWindow();
  }
  await kari.keyboard.press('n');
  await kari.isInHand('Lapp');
  await kari.keyboard.press('Escape');
  await kari.isInHand('Velg');
});

test('a note is made, reached, moved, written on and deleted by key', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  await kari.keyboard.tabTo(kari.field('Tittel'));
  await kari.keyboard.press('Escape', 'n', 'Enter');
  await expect(kari.noteField).toBeFocused();
  await kari.keyboard.type('Først');
  await kari.keyboard.press('Control+Enter');
  await expect(kari.noteField).toHaveCount(0);
  const first = kari.note('Først');
  await kari.write('Så', FREE.rotaarsaker);
  await kari.keyboard.press('Escape');

  await kari.keyboard.tabTo(kari.person.button('Oversikt'));
  await kari.keyboard.press('Enter');
  await expect(kari.outline).toBeVisible();
  await kari.keyboard.tabTo(kari.outline.getByRole('button', { name: 'Først', exact: true }));
  await kari.keyboard.press('Enter');
  await kari.hasSelected(1);
  const said = kari.page.getByRole('status').filter({ hasText: /, Lapp\. \d av \d/ });
  await expect(said).toHaveCount(1);
  const before = await kari.placeOf(first);
  await kari.page.keyboard.down('ArrowRight');
  await kari.page.keyboard.down('ArrowRight');
  await kari.page.keyboard.down('ArrowRight');
  await kari.page.keyboard.up('ArrowRight');
  await expect.poll(async () => (await kari.placeOf(first)).x).toBeGreaterThan(before.x + 2);
  await kari.keyboard.press('Control+z');
  await kari.isAt(first, before);

  await kari.keyboard.press('Enter');
  await expect(kari.noteField).toBeFocused();
  await kari.keyboard.type(' av alt');
  await kari.keyboard.press('Escape');
  await expect(kari.note('Først av alt')).toBeVisible();
  await kari.keyboard.press('Tab');
  await kari.keyboard.press('Delete');
  await expect(kari.note('Så')).toHaveCount(0);
  await expect
    .poll(async () => (await stored(server, sheet)).lapper.map(({ text }) => text))
    .toEqual(['Først av alt']);
  await kari.keyboard.press('Control+z');
  await expect(kari.note('Så')).toBeVisible();
});
