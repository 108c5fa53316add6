/**
 * The whole chain, from an utredningstiltak on the virksomhets-A3 through its dypdykk to the sums
 * that a third person sees in the portfolio.
 */
import { BoardPage } from '../pages/BoardPage.ts';
import { Details } from '../pages/details.ts';
import { PortfolioPage } from '../pages/PortfolioPage.ts';
import { RedThreadPage } from '../pages/RedThreadPage.ts';
import { SheetPage } from '../pages/SheetPage.ts';
import { inYears, spaced } from '../support/spaced.ts';
import { stored } from '../support/stored.ts';
import { axeFindings, expect, test } from './world.ts';

test('what is filled in on a dypdykk is on its board, on the virksomhets-A3 and in the portfolio', async ({
  server,
  join,
  browse,
}) => {
  test.slow();
  const program = await server.createProgram({
    name: 'Levanger 3.0',
    periodFrom: 2026,
    periodTo: 2029,
  });
  const above = await server.createSheet({
    kind: 'virksomhet',
    title: 'Levanger kommune',
    programId: program.id,
    programKey: program.keys.rediger,
  });
  const ola = await join(above, { name: 'Ola' });
  const per = new PortfolioPage(await (await browse()).newPage());
  await per.open(program.links.les);
  await expect(per.empty).toBeVisible();

  const kari = await test.step('one opens the dypdykk of a tiltak in one step', async () => {
    const person = await join(above, { name: 'Kari' });
    await person.tiltak.add('Se på avtalelojaliteten');
    await person.tiltak.row(0).field('Ansvar').fill('Innkjøpslederen');
    await person.button('Åpne dypdykket til Se på avtalelojaliteten').click();
    await expect(person.page).not.toHaveURL(new RegExp(above.id));
    await expect(person.title).toHaveValue('Se på avtalelojaliteten');
    await expect(person.header('Eier')).toHaveValue('Innkjøpslederen');
    await expect(person.page.getByText('Dypdykk fra:')).toContainText('Levanger kommune');
    return person;
  });
  const details = new Details(kari.page);

  await test.step('and fills in the chain there', async () => {
    await kari.rotaarsaker.add('Ingen vet hvilke avtaler vi har');
    await kari.tiltak.add('Felles bestillingsportal');
    await kari.tiltak.row(0).act('Ny gevinst');
    await details.field('Gevinst').fill('Lavere priser');
    await details.choice('Type').selectOption('Unngåtte kostnader');
    await details.choice('Kalkulator').selectOption('Reforhandling av pris');
    await details.enter('Dagens pris (kr)', '1 200');
    await details.enter('Ny pris (kr)', '1 000');
    await details.enter('Volum per år (enheter)', '5 000');
    // The years are the programme's.
    await expect(details.year('Estimat', '2029')).toHaveAttribute(
      'placeholder',
      spaced('1 000 000'),
    );
    await expect(details.year('Estimat', '2030')).toHaveCount(0);
    await details.close();
    await kari.maalinger.add('Andel kjøp på avtale');
    await kari.gevinster.row(0).openDetails();
    await details.choose('Velg målinger', 'Andel kjøp på avtale');
    await details.close();
    await expect(kari.state).toHaveText('Lagret');
  });

  await test.step('which then stands on the board', async () => {
    const board = await BoardPage.of(kari);
    for (const words of ['Felles bestillingsportal', 'Lavere priser', 'Andel kjøp på avtale']) {
      await expect(board.a3.getByText(words).first()).toBeVisible();
    }
    await board.show('Skjema');
  });

  await test.step('in its gevinstkart and its form, in the years of the programme', async () => {
    const thread = new RedThreadPage(kari);
    await thread.openKart();
    const gevinst = thread.card('Gevinster', 'Lavere priser');
    await expect(gevinst).toContainText(inYears(2026, 2029, '4 000 000 kr'));
    await kari.button('Skjema').click();
    const row = kari.gevinster.row(0).root;
    await expect(row).toContainText(inYears(2026, 2029, '4 000 000 kr'));
    // A year to write in that counts, whenever the sheet is written.
    await expect(row.getByRole('textbox', { name: /^Estimat 20(26|27|28|29)/ })).toHaveCount(1);
  });

  await test.step('on the virksomhets-A3, as sums for who has no link to the dypdykk', async () => {
    const row = ola.tiltak.row(0).root;
    await expect(row).toContainText(spaced('Potensial: 4 000 000 kr'));
    await expect(row).toContainText('1 tiltak');
    await expect(row.getByRole('link')).toHaveCount(0);
  });

  await test.step('and in the portfolio, down to the row', async () => {
    await expect(per.sum('Unngåtte kostnader', 'Potensial')).toHaveText(spaced('4 000 000 kr'));
    await per.sum('Unngåtte kostnader', 'Potensial').click();
    await expect(per.rows).toHaveCount(1);
    await expect(per.rows.first()).toContainText('Lavere priser');
    await per.page.goBack();
    await expect(per.rows).toHaveCount(3);
  });

  await test.step('a factor that is typed is in the sum that the third one sees', async () => {
    await kari.gevinster.row(0).openDetails();
    await details.enter('Volum per år (enheter)', '7 500');
    await expect(per.sum('Unngåtte kostnader', 'Potensial')).toHaveText(spaced('6 000 000 kr'));
    await details.close();
    await expect(ola.tiltak.row(0).root).toContainText(spaced('Potensial: 6 000 000 kr'));
  });

  await test.step('a vedtak on the tiltak moves it from potensial to vedtatt', async () => {
    await kari.tiltak.row(0).openDetails();
    await details.choice('Beslutning').selectOption('Vedtatt');
    await expect(per.sum('Unngåtte kostnader', 'Vedtatt')).toHaveText(spaced('6 000 000 kr'));
    const { tiltak } = await stored(server, above);
    expect(tiltak[0]?.dypdykkId).toBe(new URL(kari.page.url()).pathname.split('/').at(-1));
  });
});

test('the portfolio has no finding of axe and no sideways scroll, wide and narrow', async ({
  server,
  browse,
}) => {
  test.slow();
  const program = await server.createProgram({ example: 'levanger' });
  const person = new PortfolioPage(
    await (await browse({ viewport: { width: 1280, height: 800 } })).newPage(),
  );
  await person.open(program.links.les);
  await expect(person.rows).not.toHaveCount(0);
  expect(await axeFindings(person.page)).toEqual([]);
  await person.page.setViewportSize({ width: 390, height: 844 });
  expect(await axeFindings(person.page)).toEqual([]);
  expect(await new SheetPage(person.page).sidewaysScroll()).toBe(0);
});
