/** Gevinster as a group works them out: made of a tiltak, with factors, years, links and målinger. */
import { BoardPage } from '../pages/BoardPage.ts';
import { Details } from '../pages/details.ts';
import { Keyboard } from '../support/keyboard.ts';
import { inYears, spaced } from '../support/spaced.ts';
import { stored } from '../support/stored.ts';
import { axeFindings, expect, test } from '../world.ts';

test('one types the factors, the other sees the answer; both write the assumptions', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  await kari.header('Dato').fill('24.05.2024');
  await kari.header('Dato').blur();
  await kari.gevinster.add('Mindre tid på fakturaer');
  const hers = await kari.gevinster.row(0).openDetails();
  const his = await ola.gevinster.row(0).openDetails();
  await expect(his.root.getByText('Økt kvalitet prises ikke. Målingen er tallet.')).toBeVisible();
  await hers.choice('Type').selectOption('Spart tid');
  await hers.choice('Kalkulator').selectOption('Spart tid');
  await expect(his.answer).toHaveText('Fyll ut alle tallene, så kommer svaret her.');
  await hers.enter('Antall per år (stk)', '12 000');
  await hers.enter('Tid før (minutter)', '10');
  await hers.enter('Tid etter (minutter)', '4');
  const answer = '12 000 stk × (10 − 4) min / 60 = 1 200 timer i året ≈ 0,71 årsverk';
  for (const details of [hers, his]) await expect(details.answer).toHaveText(spaced(answer));
  await expect(his.root.getByText(spaced('Ett årsverk er regnet som 1 695 timer.'))).toBeVisible();

  await kari.typeIn(hers.field('Antakelser'), 'Fra fakturasystemet.');
  await expect(his.field('Antakelser')).toHaveValue('Fra fakturasystemet.');
  await ola.typeIn(his.field('Antakelser'), ' Tall for 2023.');
  await expect(hers.field('Antakelser')).toHaveValue('Fra fakturasystemet. Tall for 2023.');

  await hers.enter('Tid etter (minutter)', '12');
  for (const details of [hers, his]) {
    const after = details.field('Tid etter (minutter)');
    await expect(after).toHaveAccessibleDescription(/Tiden etter er lengre enn tiden før/);
    await expect(after).toHaveValue('12');
    await expect(details.answer).toContainText('Rett tallet som er merket');
  }
  await his.enter('Antall per år (stk)', '−3');
  await expect(hers.field('Antall per år (stk)')).toHaveAccessibleDescription(/under null/);
  await his.enter('Gevinsteier', 'Kommunalsjefen');
  await expect(hers.field('Gevinsteier')).toHaveValue('Kommunalsjefen');
  await his.enter('Antall per år (stk)', '3380');
  await his.enter('Tid etter (minutter)', '10');
  await expect(hers.answer).toContainText('0 timer i året');
  const [gevinst] = (await stored(server, sheet)).gevinster;
  expect(gevinst?.calculation).toEqual({
    kind: 'spart_tid',
    factors: { antall: 3380, minutterFor: 10, minutterEtter: 10 },
    assumptions: 'Fra fakturasystemet. Tall for 2023.',
  });
});

test('a year that is entered goes before the calculator’s, and a year outside is told', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet);
  const row = kari.gevinster.row(0);
  await expect(row.root).toContainText(inYears(2025, 2028, '2 535 timer ≈ 1,5 årsverk'));
  const details = await row.openDetails();
  await expect(details.year('Estimat', '2028')).toHaveAttribute('placeholder', '845');
  await details.enterYear('Estimat', '2026', '400');
  await expect(details.sum('Estimat')).toContainText(spaced('2 090 timer'));
  await expect(details.year('Estimat', '2026')).toHaveAccessibleDescription(
    spaced('Skrevet inn. Kalkulatoren gir 845 timer.'),
  );
  await details.button('Bruk kalkulatoren 2026').click();
  await expect(details.year('Estimat', '2026')).toBeFocused();
  await expect(details.year('Estimat', '2026')).toHaveValue('');
  await expect(details.sum('Estimat')).toContainText(spaced('2 535 timer'));

  await details.addYear('27');
  await expect(details.field('Et annet år')).toHaveAccessibleDescription(/med fire sifre/);
  await details.addYear('2027');
  await expect(details.field('Et annet år')).toHaveAccessibleDescription(/står i tabellen/);
  await details.addYear('2031');
  await expect(details.year('Estimat', '2031')).toBeFocused();
  await details.enterYear('Realisert', '2031', '900');
  await expect(details.year('Realisert', '2031')).toHaveAccessibleDescription(
    /Utenfor perioden 2025–2028/,
  );
  await details.enterYear('Realisert', '2026', '700');
  await expect(details.sum('Realisert')).toContainText(spaced('700 timer'));
  await details.enterYear('Budsjettvirkning', '2027', '−250 000');
  await expect(details.sum('Budsjettvirkning')).toHaveText(spaced('−250 000 kr'));
  expect((await stored(server, sheet)).gevinster[0]).toMatchObject({
    estimate: { '2027': 845 },
    realised: { '2026': 700, '2031': 900 },
    budsjettvirkning: { '2027': -250_000 },
  });
});

test('a gevinst is made of a tiltak in one step, and linked on, by keyboard only', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await join(sheet);
  await kari.tiltak.add('Stramme inn');
  await kari.tiltak.add('Lære opp');
  await kari.maalinger.add('E-handel');
  const keyboard = new Keyboard(kari.page);
  const details = new Details(kari.page);
  await kari.title.focus();
  await keyboard.tabTo(kari.tiltak.row(0).detailsButton);
  await keyboard.press('Enter');
  await details.isOpen('Stramme inn');
  await keyboard.tabTo(details.choice('Gevinstpotensial'));
  await keyboard.press('4');
  await keyboard.tabTo(details.button('Ny gevinst av dette tiltaket'));
  await keyboard.press('Enter');
  await expect(details.field('Gevinst')).toBeFocused();
  await keyboard.type('Lavere priser');
  await details.isOpen('Lavere priser');
  await expect(details.linked('Kommer fra')).toHaveText(['Stramme inn']);
  await keyboard.tabTo(details.root.getByText('Velg tiltak'));
  await keyboard.press('Enter');
  await keyboard.tabTo(details.root.getByRole('checkbox', { name: 'Lære opp' }));
  await keyboard.press('Space');
  await expect(details.linked('Kommer fra')).toHaveText(['Stramme inn', 'Lære opp']);
  await keyboard.tabTo(details.root.getByText('Velg målinger'));
  await keyboard.press('Enter');
  await keyboard.tabTo(details.root.getByRole('checkbox', { name: 'E-handel' }));
  await keyboard.press('Space');
  await expect(details.linked('Målinger')).toHaveText(['E-handel']);
  await keyboard.press('Escape');
  await expect(details.root).toBeHidden();
  await expect(kari.tiltak.row(0).detailsButton).toBeFocused();

  await kari.tiltak.row(1).act('Ny gevinst');
  await expect(details.field('Gevinst')).toBeFocused();
  await details.close();
  const { tiltak, gevinster, maalinger } = await stored(server, sheet);
  expect(tiltak[0]?.gevinstpotensial).toBe(4);
  expect(gevinster.map((each) => each.tiltak)).toEqual([
    tiltak.map(({ id }) => id).sort(),
    [tiltak[1]?.id],
  ]);
  expect(maalinger[0]?.gevinster).toEqual([gevinster[0]?.id]);
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]) {
  test(`the details have no finding at ${viewport.width}`, async ({ server, join }) => {
    const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
    const kari = await join(sheet, { device: { viewport } });
    const gevinst = await kari.gevinster.row(0).openDetails();
    await gevinst.enter('Tid etter (minutter)', '25');
    await gevinst.addYear('2031');
    await gevinst.enterYear('Estimat', '2031', '1');
    await gevinst.root.getByText('Velg tiltak').click();
    expect(await gevinst.sidewaysScroll()).toBe(0);
    expect(await axeFindings(kari.page, 'dialog[open]')).toEqual([]);
    await gevinst.close();
    const tiltak = await kari.tiltak.row(0).openDetails();
    expect(await tiltak.sidewaysScroll()).toBe(0);
    expect(await axeFindings(kari.page, 'dialog[open]')).toEqual([]);
  });
}

test('from the canvas the same details are opened and written in', async ({ server, join }) => {
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  const board = await BoardPage.of(kari);
  const row = kari.gevinster.row(1);
  await row.field('Gevinst').focus();
  const details = await row.openDetails();
  await details.isOpen('Færre fakturagebyr');
  await details.enter('Kostnad per oppgave (kr)', '60');
  await kari.typeIn(details.field('Gevinstansvarlig'), ' r');
  await expect(details.answer).toHaveText(spaced('60 kr × 1 690 oppgaver = 101 400 kr i året'));
  const his = await ola.gevinster.row(1).openDetails();
  await expect(his.answer).toContainText(spaced('101 400 kr i året'));
  await expect(his.field('Gevinstansvarlig')).toHaveValue('Enhetslederne r');
  await board.keyboard.press('Escape');
  await expect(details.root).toBeHidden();
  await expect(row.detailsButton).toBeFocused();
});

test('whoever has a row open that another removes is told, and loses neither place nor words', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  await kari.gevinster.add('Mindre tid på fakturaer');
  const hers = await kari.gevinster.row(0).openDetails();
  await kari.typeIn(hers.field('Beskrivelse'), 'Vi har talt dem.');
  await expect(ola.gevinster.all).toHaveCount(1);
  await ola.gevinster.row(0).act('Slett');
  await hers.isOpen('Raden er borte');
  await expect(hers.root.getByText('Raden er fjernet.')).toBeFocused();
  await ola.page.keyboard.press('Control+z');
  await expect(hers.field('Beskrivelse')).toHaveValue('Vi har talt dem.');
});
