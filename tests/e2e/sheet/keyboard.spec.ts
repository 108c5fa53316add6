/** The whole example, from the start page on, with a keyboard and nothing else. */
import { SheetPage } from '../pages/SheetPage.ts';
import { expectSoundStops, Keyboard } from '../support/keyboard.ts';
import { expect, test } from '../world.ts';

test('every control of the example is reached by Tab, has a name and shows its focus', async ({
  server,
  join,
}) => {
  test.slow();
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { as: 'fasilitator', name: 'Kari' });
  // A section that becomes an editor under the focus is one stop told twice.
  await expect(kari.page.locator('.ProseMirror')).toHaveCount(5);
  const keyboard = new Keyboard(kari.page);
  const stops = await keyboard.walk();
  expectSoundStops(stops);
  // None is passed over: what can be pressed or written in is among the stops.
  const controls = await kari.page
    .locator(
      ':is(a[href], button, textarea, input, select, summary, [contenteditable=true]):visible',
    )
    .evaluateAll((all) => all.filter((each) => (each as HTMLElement).tabIndex >= 0).length);
  expect(stops.length).toBe(controls);
  const names = stops.map(({ is }) => is);
  expect(names.slice(0, 2)).toEqual(['link "Hopp til innholdet"', 'link "Helhetsmodellen A3"']);
  expect(names.at(-1)).toBe('button "Ny lapp"');
  // And back again: nothing holds the focus, and the bar covers nothing that has it.
  const back = await keyboard.walkBackTo(
    kari.page.getByRole('link', { name: 'Hopp til innholdet' }),
  );
  expectSoundStops(back);
  // The tools of a section stand before its words, and only while one is in it.
  const backNames = back.map(({ is }) => is).filter((is) => is !== 'button "Fet"');
  expect(backNames.reverse()).toEqual(names);
});

test('the start page is walked by Tab alone', async ({ server, browse }) => {
  const page = await (await browse()).newPage();
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const stops = await new Keyboard(page).walk();
  expectSoundStops(stops);
  expect(stops.map(({ is }) => is)).toEqual(
    expect.arrayContaining([
      'link "Hopp til innholdet"',
      'button "Nynorsk"',
      'button "Nytt virksomhets-A3"',
      'button "Nytt dypdykk-A3"',
      'button "Åpne eksempelet"',
      'button "Åpne virksomhets-A3-et"',
    ]),
  );
});

test('the example is opened, written in, ordered and shared by keyboard only', async ({
  server,
  browse,
}) => {
  test.slow();
  const page = await (await browse()).newPage();
  const kari = new SheetPage(page);
  const keyboard = new Keyboard(page);
  const said = page.locator('[data-announcer=polite]').first();
  await page.goto(server.url);
  await keyboard.tabTo(kari.button('Åpne eksempelet'));
  await keyboard.press('Enter');
  await kari.isConnected();

  await test.step('write in every kind of field', async () => {
    await keyboard.tabTo(kari.title);
    await keyboard.press('End');
    await keyboard.type(' 2027');
    await keyboard.press('Tab');
    await expect(kari.header('Dato')).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type('1.2.2027');
    await keyboard.tabTo(kari.rotaarsaker.row(1).field('Punkter, ett på hver linje'));
    await keyboard.press('Control+End', 'Enter');
    await keyboard.type('Ingen har spurt');
    await expect(kari.title).toHaveValue('Avtalelojalitet 2027');
    await expect(kari.header('Dato')).toHaveValue('01.02.2027');
    await expect(kari.rotaarsaker.row(1).field('Punkter, ett på hver linje')).toHaveValue(
      /\nIngen har spurt$/,
    );
  });

  await test.step('write prose, with its tools, and go through a table and out of it', async () => {
    const situation = kari.prose('2. Nåsituasjonen');
    await keyboard.tabTo(situation, { back: true });
    await keyboard.press('Control+Home');
    await keyboard.type('Vi vet nok. ');
    await keyboard.press('Alt+F10');
    await expect(page.getByRole('toolbar').getByRole('button', { name: 'Fet' })).toBeFocused();
    await keyboard.press('ArrowRight', 'Escape');
    await expect(situation).toBeFocused();
    await expect(situation.getByRole('listitem').first()).toHaveText(/^Vi vet nok\. E-handel:/);
    await keyboard.press('Control+End', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    // Cell by cell, and then on to the next field.
    await keyboard.tabTo(kari.rotaarsaker.row(0).field('Rotårsak'));
  });

  await test.step('add a tiltak with frist and status', async () => {
    await keyboard.tabTo(kari.tiltak.addButton);
    await keyboard.press('Enter');
    await expect(kari.tiltak.last.field('Endringstiltak')).toBeFocused();
    await expect(said).toContainText('Nytt tiltak, rad 8.');
    await keyboard.type('Si fra om avvik');
    await keyboard.press('Tab');
    await keyboard.type('Alle bestillere');
    await keyboard.press('Tab');
    await keyboard.type('31.12.2027');
    await keyboard.press('Tab', 'Tab');
    await expect(kari.tiltak.last.choice('Status')).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(kari.tiltak.last.choice('Status')).toHaveValue('pagar');
    await expect(kari.tiltak.last.field('Frist')).toHaveValue('31.12.2027');
  });

  await test.step('move it by the arrow keys', async () => {
    await keyboard.tabTo(kari.tiltak.last.handle);
    await keyboard.press('ArrowUp', 'ArrowUp');
    await expect.poll(() => kari.tiltak.names()).toHaveLength(8);
    expect((await kari.tiltak.names())[5]).toBe('Si fra om avvik');
    await expect(kari.tiltak.row(5).handle).toBeFocused();
    await expect(said).toContainText('Flyttet til plass 6 av 8.');
  });

  await test.step('delete it, and take that back', async () => {
    await keyboard.press('Tab', 'Enter', 'End', 'Enter');
    await expect(kari.tiltak.all).toHaveCount(7);
    await keyboard.press('F8');
    await expect(
      page
        .getByRole('region', { name: /^Meldinger/ })
        .getByRole('button')
        .first(),
    ).toBeFocused();
    await keyboard.press('Enter');
    await expect(kari.tiltak.all).toHaveCount(8);
    await expect(kari.tiltak.row(5).handle).toBeFocused();
    await keyboard.press('Control+z');
    await expect(kari.tiltak.all).toHaveCount(7);
    await keyboard.press('Control+Shift+Z');
    await expect(kari.tiltak.all).toHaveCount(8);
  });

  await test.step('tie a gevinst to a tiltak, and give a måling its numbers', async () => {
    const gevinst = kari.gevinster.row(0);
    const summary = gevinst.root.locator('summary');
    await keyboard.tabTo(summary);
    await keyboard.press('Enter');
    const box = gevinst.root.getByRole('checkbox', { name: 'Si fra om avvik' });
    await keyboard.tabTo(box);
    await keyboard.press('Space');
    await expect(box).toBeChecked();
    await keyboard.tabTo(kari.maalinger.addButton);
    await keyboard.press('Enter');
    await expect(kari.maalinger.last.field('Måling')).toBeFocused();
    await keyboard.type('Meldte avvik');
    await keyboard.press('Tab');
    await keyboard.type('antall');
    await keyboard.press('Tab');
    await keyboard.type('0');
    await keyboard.press('Tab');
    await keyboard.type('1200');
    await keyboard.press('Tab');
    await expect(kari.maalinger.last.field('Ønsket verdi')).toHaveValue('1\u202f200');
  });

  await test.step('go to a section from the bar', async () => {
    await keyboard.tabTo(kari.button('Gå til felt'), { back: true });
    await keyboard.press('Enter', 'End', 'Enter');
    await expect(page.getByRole('heading', { name: '5. Måling' })).toBeFocused();
    await expect(page.getByRole('heading', { name: '5. Måling' })).toBeInViewport();
  });

  await test.step('open and close who is here, the links and the languages', async () => {
    await keyboard.tabTo(kari.button('Én er her'), { back: true });
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Én er her' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(kari.button('Én er her')).toBeFocused();
    await keyboard.press('Tab');
    await expect(kari.button('Del')).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Del arket' })).toBeFocused();
    await keyboard.tabTo(page.getByRole('button', { name: 'Vis stort: Kan skrive' }));
    await keyboard.press('Enter');
    await expect(page.getByText('Bli med på arket')).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByText('Bli med på arket')).toBeHidden();
    await keyboard.press('Escape');
    await expect(kari.button('Del')).toBeFocused();
    await keyboard.press('Tab', 'Enter', 'End', 'Enter');
    await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Language' })).toBeFocused();
  });
});
