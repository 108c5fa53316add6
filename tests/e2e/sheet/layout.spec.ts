/** The sheet on screens of every size, with much in it and with long words. */
import type { TestServer, TestSheet } from '../../world/server.ts';
import type { SheetPage } from '../pages/SheetPage.ts';
import { fill, LONG_WORD } from '../support/fill.ts';
import { expect, test } from '../world.ts';

const SIZES = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

test('thirty tiltak and very long words keep the layout at every width', async ({
  server,
  join,
}) => {
  const sheet = await aFullSheet(server);
  const kari = await join(sheet, { name: LONG_WORD });
  for (const viewport of SIZES) {
    await kari.page.setViewportSize(viewport);
    await expect(kari.tiltak.all).toHaveCount(30);
    expect(await kari.sidewaysScroll(), `at ${viewport.width}`).toBe(0);
    expect(await clippedFields(kari), `at ${viewport.width}`).toEqual([]);
    expect(await columnsOf(kari), `at ${viewport.width}`).toBe(viewport.width >= 1280 ? 2 : 1);
  }
});

test('at 400 % the whole sheet can be read and written, and the bar covers nothing', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { device: { viewport: { width: 320, height: 256 } } });
  expect(await kari.sidewaysScroll()).toBe(0);
  for (const field of [
    kari.title,
    kari.rotaarsaker.row(2).field('Rotårsak'),
    kari.tiltak.row(3).field('Frist'),
    kari.gevinster.row(0).field('Gevinsteier'),
    kari.maalinger.row(0).field('Nullpunkt'),
  ]) {
    await field.focus();
    await expect(field).toBeInViewport({ ratio: 0.9 });
    expect(await field.evaluate(isOnTop)).toBe(true);
  }
  await kari.typeIn(kari.tiltak.row(6).field('Ansvar'), ' ved behov');
  await kari.tiltak.row(6).act('Flytt opp');
  await expect(kari.tiltak.row(5).field('Ansvar')).toHaveValue(/ ved behov$/);
  const panel = await kari.openShare();
  expect(await kari.sidewaysScroll()).toBe(0);
  await panel.getByRole('button', { name: 'Lukk' }).click();
  await kari.button('Angre').click();
  await expect(kari.tiltak.row(6).field('Ansvar')).toHaveValue(/ ved behov$/);
});

for (const viewport of [{ width: 320, height: 256 }, ...SIZES.slice(1, 2), ...SIZES.slice(3)]) {
  test(`who is here stands right by its button at ${viewport.width} × ${viewport.height}`, async ({
    server,
    join,
  }) => {
    const sheet = await server.createSheet({ title: 'Ark' });
    const kari = await join(sheet, { name: 'Kari Nordmann', device: { viewport } });
    const panel = await kari.openPeople();
    await expect(panel).toBeInViewport({ ratio: 1 });
    await expect(panel.getByText('Kari Nordmann (deg)')).toBeVisible();
    const [button, box] = [
      await kari.page.getByRole('button', { name: /er her$/ }).boundingBox(),
      await panel.boundingBox(),
    ];
    if (button === null || box === null) throw new Error('Not in view.');
    const gap = Math.max(box.y - (button.y + button.height), button.y - (box.y + box.height));
    if (viewport.height > 400) expect(gap).toBeCloseTo(6, 0);
    await panel.getByRole('button', { name: 'Lagre navnet' }).click();
    await expect(panel).toBeHidden();
  });
}

async function aFullSheet(server: TestServer): Promise<TestSheet> {
  const sheet = await server.createSheet({ title: LONG_WORD });
  await fill(server, sheet, {
    tiltak: Array.from({ length: 30 }, (_, at) => ({
      title: at % 3 === 0 ? LONG_WORD : `Tiltak ${at + 1}: rydde i avtalene og rutinene våre`,
      ansvar: at % 4 === 0 ? LONG_WORD : 'Økonomiavdelingen',
      frist: '2024-06-30',
    })),
    rotaarsaker: Array.from({ length: 6 }, (_, at) => ({
      title: at === 0 ? LONG_WORD : `Rotårsak ${at + 1}`,
      points: `${LONG_WORD}\nkort`,
    })),
  });
  return sheet;
}

/** The labels of fields in which some of the text cannot be seen. */
function clippedFields(person: SheetPage): Promise<string[]> {
  return person.page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll('textarea')]
        .filter(
          (field) =>
            field.scrollHeight > field.clientHeight + 1 ||
            field.scrollWidth > field.clientWidth + 1,
        )
        .map((field) => field.getAttribute('aria-label') ?? ''),
    );
}

/** How many sections stand side by side. */
function columnsOf(person: SheetPage): Promise<number> {
  return person.page
    .getByRole('main')
    .evaluate(
      (main) =>
        new Set(
          [...main.querySelectorAll('section[data-section]')].map(
            (section) => section.getBoundingClientRect().left,
          ),
        ).size,
    );
}

/** Whether the middle of a field is its own, and not under something that lies over the page. */
function isOnTop(field: Element): boolean {
  const { left, top, width, height } = field.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return found !== null && field.contains(found);
}
