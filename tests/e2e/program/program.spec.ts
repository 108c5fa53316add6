/** A programme, as people run it together. */
import { axeFindings, expect, test } from './world.ts';

test('two people live in one programme, and a fault at a field loses nothing', async ({
  server,
  enter,
}) => {
  const program = await server.createProgram({
    name: 'Levanger 3.0',
    periodFrom: 2024,
    periodTo: 2027,
  });
  const kari = await enter(program, { name: 'Kari' });
  const ola = await enter(program, { name: 'Ola' });

  await kari.button('Legg til måltall').click();
  await kari.page.keyboard.type('Disposisjonsfond');
  await ola.field('Måleenhet: Disposisjonsfond').fill('mill. kr');
  await ola.field('Ønsket verdi: Disposisjonsfond').fill('200');
  await ola.page.keyboard.press('Tab');
  await expect(kari.field('Ønsket verdi: Disposisjonsfond')).toHaveValue('200');
  await expect(kari.section('Måltall')).toContainText('Også her: Ola');

  await kari.button('Registrer verdi: Disposisjonsfond').click();
  await kari.field('Verdi').fill('188,5');
  await kari.button('Registrer').click();
  await kari.button('Lukk').click();
  await expect(ola.section('Måltall')).toContainText('Ikke nådd: mangler 11,5 mill. kr');

  const to = kari.field('Til og med år');
  await to.fill('to tusen');
  await to.press('Enter');
  await expect(kari.page.getByText('«to tusen» er ikke et årstall.')).toBeVisible();
  await expect(to).toHaveValue('to tusen');
  await to.fill('2020');
  await to.press('Enter');
  await expect(ola.page.getByText(/^2020 er før 2024\./)).toBeVisible();
  await kari.button('Angre').click();
  await expect(ola.field('Til og med år')).toHaveValue('2027');

  await kari.page.reload();
  await kari.isConnected();
  await expect(kari.field('Måleenhet: Disposisjonsfond')).toHaveValue('mill. kr');
});

test('the enheter are written, moved and removed as a tree, by keyboard', async ({
  server,
  enter,
}) => {
  const kari = await enter(await server.createProgram({ name: 'Program' }));
  const { keyboard } = kari.page;
  await kari.button('Legg til enhet').focus();
  await keyboard.press('Enter');
  for (const name of ['Kommune', 'Oppvekst', 'Helse', 'Skole']) {
    if (name !== 'Kommune') await keyboard.press('Enter');
    await expect(kari.field(/^Enhet: enhet/)).toBeFocused();
    await keyboard.type(name);
  }
  await keyboard.press('Alt+Shift+ArrowRight');
  expect(await kari.tree()).toBe('Kommune, Oppvekst, Helse(Skole)');
  await expect(kari.handle('Skole')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowRight');
  expect(await kari.tree()).toBe('Kommune, Oppvekst(Skole), Helse');
  await kari.handle('Oppvekst').focus();
  await keyboard.press('ArrowRight');
  await kari.handle('Helse').focus();
  await keyboard.press('ArrowRight');
  await expect(kari.handle('Helse')).toBeFocused();
  expect(await kari.tree()).toBe('Kommune(Oppvekst(Skole), Helse)');

  await kari.choose('Oppvekst', 'Slett');
  expect(await kari.tree()).toBe('Kommune(Helse), Skole');
  await kari.page.getByRole('button', { name: 'Angre', exact: true }).last().click();
  await expect.poll(() => kari.tree()).toBe('Kommune(Oppvekst(Skole), Helse)');
  await kari.choose('Helse', 'Legg til en enhet under');
  await keyboard.type('Sykehjem');
  expect(await kari.tree()).toBe('Kommune(Oppvekst(Skole), Helse(Sykehjem))');
});

test('usikkerheter stand in the matrix at their decimals, and can all be read', async ({
  server,
  enter,
}) => {
  const kari = await enter(await server.createProgram({ name: 'Program' }));
  const { keyboard } = kari.page;
  for (const [add, code, words, sannsynlighet, konsekvens] of [
    ['Legg til risiko', 'R1', 'Nøkkelpersoner slutter', '3,5', '4'],
    ['Legg til mulighet', 'M1', 'Renten går ned', '3,5', '4,0'],
    ['Legg til risiko', 'R2', 'Vi mister oversikten', '1', '1,2'],
  ] as const) {
    await kari.button(add).click();
    await expect(kari.field(`Beskrivelse: ${code}`)).toBeFocused();
    await keyboard.type(words);
    await kari.field(`Sannsynlighet: ${code}`).fill(sannsynlighet);
    await kari.field(`Konsekvens: ${code}`).fill(konsekvens);
    await keyboard.press('Tab');
  }
  const marks = kari.page.getByRole('list', { name: 'I matrisen, det tyngste først' });
  await expect(marks.getByRole('button')).toHaveCount(3);
  const mark = (code: string) => marks.getByRole('button', { name: new RegExp(`^${code},`) });
  await expect(mark('R1')).toHaveAccessibleName(
    'R1, Risiko: sannsynlighet 3,5, konsekvens 4, til sammen 14, Høy. Nøkkelpersoner slutter',
  );
  const boxes = await Promise.all(['R1', 'M1', 'R2'].map((code) => mark(code).boundingBox()));
  const [r1, m1, r2] = boxes.map((box) => box ?? { x: 0, y: 0, width: 0, height: 0 });
  if (r1 === undefined || m1 === undefined || r2 === undefined) throw new Error('no mark');
  // Both at one point, and still apart; the light one far down to the left.
  expect(Math.max(Math.abs(r1.x - m1.x), Math.abs(r1.y - m1.y))).toBeGreaterThanOrEqual(r1.width);
  expect(r2.x).toBeLessThan(r1.x - 3 * r1.width);
  expect(r2.y).toBeGreaterThan(r1.y + 3 * r1.height);

  const score = kari.field('Konsekvens: R2');
  await score.fill('5,5');
  await score.press('Enter');
  await expect(
    kari.page.getByText('«5,5» passer ikke her. Skriv et tall fra 1 til 5'),
  ).toBeVisible();
  await expect(score).toHaveValue('5,5');
  await expect(mark('R2')).toHaveAccessibleName(/konsekvens 1,2/);
  await mark('R1').press('Enter');
  await expect(kari.field('Beskrivelse: R1')).toBeFocused();
});

test('an activity goes to another quarter by keyboard and menu, and a quarter gets a name', async ({
  server,
  enter,
}) => {
  const program = await server.createProgram({ name: 'Program' });
  const kari = await enter(program);
  const ola = await enter(program, { as: 'les' });
  await kari.section('1. kvartal').getByRole('button', { name: 'Legg til aktivitet' }).click();
  await kari.page.keyboard.type('Felles workshop');
  await kari.handle('Felles workshop').press('ArrowRight');
  await expect(kari.handle('Felles workshop')).toBeFocused();
  await expect(ola.section('2. kvartal').getByRole('textbox', { name: 'Aktivitet' })).toHaveValue(
    'Felles workshop',
  );
  await kari.button('Handlinger for Felles workshop').click();
  await kari.page.getByRole('menuitem', { name: 'Flytt til kvartal' }).click();
  await kari.page.getByRole('menuitemradio', { name: '4. kvartal' }).click();
  await kari.field('Navn på 4. kvartal').fill('Vedtak');
  await kari.field('Navn på 4. kvartal').press('Enter');
  await expect(ola.section('Vedtak').getByRole('textbox', { name: 'Aktivitet' })).toHaveValue(
    'Felles workshop',
  );
});

test('sheets are made in the programme, and taken in by their fasilitator’s link', async ({
  server,
  enter,
}) => {
  const program = await server.createProgram({ name: 'Program' });
  const sheet = await server.createSheet({ title: 'Avtalelojalitet' });
  const kari = await enter(program);
  const link = kari.field('Arkets fasilitatorlenke');
  await kari.button('Legg til et ark som finnes').click();
  await link.fill(program.links.les);
  await link.press('Enter');
  await expect(kari.page.getByText('Dette er ikke lenken til et ark.')).toBeVisible();
  await link.fill(sheet.links.fasilitator);
  await link.press('Enter');
  const sheets = kari.section('Ark');
  await expect(sheets.getByRole('link', { name: 'Avtalelojalitet' })).toBeVisible();

  await kari.button('Nytt ark i programmet').click();
  await kari.page.getByRole('menuitem', { name: 'Virksomhets-A3' }).click();
  await kari.field('Tittel').fill('Levanger kommune');
  await kari.button('Lag arket').click();
  await expect(kari.page).toHaveURL(/\/ark\//);
  await expect(kari.title).toHaveValue('Levanger kommune');
  await kari.page.goBack();
  await expect(sheets.getByRole('link', { name: 'Levanger kommune' })).toBeVisible();
});

test('the worked programme has no finding of axe, wide and narrow', async ({ server, browse }) => {
  test.slow();
  const page = await (await browse({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Åpne eksempelprogrammet Levanger 3.0' }).click();
  await expect(page.getByRole('textbox', { name: 'Navn på programmet' })).toHaveValue(
    'Levanger 3.0',
  );
  // The device that made it got the links of its sheets too.
  await expect(page.getByRole('link', { name: 'Avtalelojalitet' })).toBeVisible();
  await page.locator('[data-saved=lagret]').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.goto(server.url);
  await expect(page.getByRole('link', { name: 'Levanger 3.0', exact: true })).toBeVisible();
});
