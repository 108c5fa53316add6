/** A måling with all its fields, its graph and its series: by hand, pasted, and from files. */
import { open } from 'node:fs/promises';
import writeExcelFile from 'write-excel-file/node';
import type { TestSheet } from '../../world/server.ts';
import { MaalingPage } from '../pages/MaalingPage.ts';
import { Keyboard } from '../support/keyboard.ts';
import { stored } from '../support/stored.ts';
import { axeFindings, expect, test } from '../world.ts';

/** The example's måling that goes from 32,78 % to 60 %. */
const NAME = 'E-handel i enhet b, som har flest fakturaer';
const PHONE = { viewport: { width: 390, height: 844 } };
const WIDE = { viewport: { width: 1280, height: 800 } };

interface Made {
  createSheet(sheet: {
    readonly example: 'avtalelojalitet';
    readonly title: string;
  }): Promise<TestSheet>;
}

const example = (server: Made): Promise<TestSheet> =>
  server.createSheet({ example: 'avtalelojalitet', title: '' });

test('a pasted series is one step, and the other sees sentence, graph and table live', async ({
  server,
  join,
}) => {
  const sheet = await example(server);
  const [kari, ola] = [await join(sheet), await join(sheet)];
  const mine = await MaalingPage.open(kari.page, NAME);
  const others = await MaalingPage.open(ola.page, NAME);
  await expect(others.root).toContainText('Fra 32,78\u00a0% mot 60\u00a0%: 0\u00a0% av veien');

  const dialog = await mine.openImport();
  await dialog.paste.fill(
    'Dato\tAndel\tMerknad\n31.12.2023\t32,8\t\n30.06.2024\t36,5\tny bestiller\n31.12.2024\t43,94\t\n',
  );
  await expect(dialog.preview).toContainText('3 rader er forstått.');
  await expect(dialog.preview).toContainText('Overskriften på linje 1 er hoppet over.');
  expect(await dialog.rows('Rader som er forstått')).toEqual([
    '31.12.2023 | 32,8\u00a0% |  | erstatter 32,78\u00a0%',
    '30.06.2024 | 36,5\u00a0% | ny bestiller | ny',
    '31.12.2024 | 43,94\u00a0% |  | ny',
  ]);
  await dialog.root
    .getByRole('combobox', { name: /annen verdi/ })
    .selectOption('Behold den som står');
  await dialog.confirm.click();
  await expect(dialog.root).toBeHidden();

  await expect(others.root).toContainText('Fra 32,78\u00a0% mot 60\u00a0%: 41\u00a0% av veien');
  await expect(others.chart).toHaveAccessibleDescription(
    /^Nullpunkt: 32,78\s% .* Målt 3 ganger, lavest 32,78\s% og høyest 43,94\s%\. Sist: 43,94\s% \(31\.12\.2024\)\./,
  );
  await expect(others.root).toContainText(/Målingen er forsinket: skulle vært målt innen /);
  await expect
    .poll(() => others.values())
    .toEqual(['31.12.2024 43,94', '30.06.2024 36,5', '31.12.2023 32,78']);

  await test.step('a value is removed, and comes back from the message in the window', async () => {
    await mine.root.getByRole('button', { name: 'Slett verdien for 30.06.2024' }).click();
    await expect(others.days).toHaveCount(2);
    const message = mine.root.getByRole('region', { name: /^Meldinger/ });
    await message.getByRole('button', { name: 'Angre' }).click();
    await expect(others.days).toHaveCount(3);
    const comment = others.root.getByRole('textbox', { name: 'Kommentar: 30.06.2024' });
    await expect(comment).toHaveValue('ny bestiller');
  });

  await test.step('one undo takes a whole import back', async () => {
    await kari.page.keyboard.press('Escape');
    await expect(mine.root).toBeHidden();
    // The removal, its return, and the import.
    for (let step = 0; step < 3; step += 1) await kari.button('Angre').click();
    await expect.poll(() => others.values()).toEqual(['31.12.2023 32,78']);
  });
});

test('files are shown with what was and was not understood, and nothing is written unasked', async ({
  server,
  join,
}) => {
  const sheet = await example(server);
  const kari = await join(sheet);
  const series = async () =>
    (await stored(server, sheet)).maalinger.find(({ name }) => name === NAME)?.series ?? [];
  const before = await series();
  const details = await MaalingPage.open(kari.page, NAME);
  const dialog = await details.openImport();

  await test.step('an old Windows file with rows that cannot be read', async () => {
    const words =
      'Dato;Måling\r\n30.06.2024;36,5\r\ni fjor;40\r\n31.12.2024;mange\r\nÅr 2024;1\r\n';
    await dialog.file.setInputFiles({
      name: 'måling.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(words, 'latin1'),
    });
    await expect(dialog.preview).toContainText('Teksten er lest som Windows-1252.');
    expect(await dialog.rows('Rader som ikke er forstått')).toEqual([
      '3 | i fjor · 40 | «i fjor» er ikke en dato. Skriv for eksempel 01.03.2026.',
      '4 | 31.12.2024 · mange | «mange» er ikke et tall.',
      '5 | År 2024 · 1 | «År 2024» er ikke en dato. Skriv for eksempel 01.03.2026.',
    ]);
    await expect(dialog.confirm).toHaveText('Legg inn én verdi');
  });

  await test.step('a file of 100 MB is refused before it is read', async () => {
    const path = test.info().outputPath('stor.xlsx');
    const file = await open(path, 'w');
    await file.truncate(100_000_000);
    await file.close();
    await dialog.file.setInputFiles(path);
    await expect(dialog.root.getByRole('alert')).toContainText(
      'Filen er på 100 MB. Vi leser høyst 10 MB.',
    );
    await expect(dialog.preview).toBeHidden();
    await expect(dialog.confirm).toHaveAttribute('aria-disabled', 'true');
    await dialog.confirm.press('Enter');
    await expect(dialog.root).toBeVisible();
  });

  await test.step('a workbook, of which the second sheet is wanted', async () => {
    const day = (date: string) => ({ value: new Date(date), type: Date, format: 'dd.mm.yyyy' });
    const workbook = writeExcelFile([
      { sheet: 'Om', data: [[{ value: 'Kilde: økonomisystemet' }]] },
      {
        sheet: 'Tall',
        data: [
          [{ value: 'Dato' }, { value: 'Andel' }],
          [day('2024-06-30'), { value: 0.365, type: Number, format: '0.0%' }],
          [{ value: '31.12.2024' }, { value: '43,94' }],
        ],
      },
    ]);
    await dialog.file.setInputFiles({
      name: 'tall.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await workbook.toBuffer()),
    });
    await dialog.root.getByRole('combobox', { name: 'Ark i filen' }).selectOption('Tall');
    await expect(dialog.preview).toContainText('2 rader er forstått.');
  });

  expect(await series()).toEqual(before);
  await dialog.confirm.click();
  await expect(details.days).toHaveCount(3);
  await expect(kari.state).toHaveText('Lagret');
  expect((await series()).slice(1)).toEqual([
    { date: '2024-06-30', value: 36.5, comment: '' },
    { date: '2024-12-31', value: 43.94, comment: '' },
  ]);
});

for (const device of [PHONE, WIDE]) {
  test(`no finding of axe at ${device.viewport.width}`, async ({ server, join }) => {
    const { page } = await join(await example(server), { device });
    const details = await MaalingPage.open(page, NAME);
    expect(await axeFindings(page, 'dialog[open]')).toEqual([]);
    const dialog = await details.openImport();
    await dialog.paste.fill('31.12.2023\t1\tx\ty\nx\t2');
    await expect(dialog.preview).toBeVisible();
    expect(await axeFindings(page, 'dialog[open] dialog[open]')).toEqual([]);
  });
}

test('the keyboard alone fills in a måling and its series', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await join(sheet, { device: PHONE });
  const keyboard = new Keyboard(kari.page);
  await kari.maalinger.add('Meldte avvik');
  await keyboard.tabTo(kari.button('Detaljer om Meldte avvik'));
  await keyboard.press('Enter');
  const details = new MaalingPage(kari.page, 'Meldte avvik');
  await keyboard.tabTo(details.root.getByRole('button', { name: 'antall' }));
  await keyboard.press('Enter');
  for (const [label, words] of [
    ['Nullpunkt', '0'],
    ['Dato for nullpunkt', '01.01.2025'],
    ['Ønsket verdi', '0'],
    ['Dato for ønsket verdi', '01.01.2025'],
  ] as const) {
    await keyboard.tabTo(details.field(label));
    await keyboard.type(words);
    await keyboard.press('Tab');
  }
  await expect(details.field('Ønsket verdi')).toHaveAccessibleDescription(/Lik nullpunktet/);
  await expect(details.field('Dato for ønsket verdi')).toHaveAccessibleDescription(
    'Datoen må være etter datoen for nullpunktet.',
  );
  await keyboard.tabTo(details.field('Ønsket verdi'), { back: true });
  await keyboard.type('1200');
  await keyboard.tabTo(details.field('Dato'), { back: true });
  await keyboard.press('Control+a');
  await keyboard.type('01.07.2025');
  await keyboard.tabTo(details.field('Målt verdi'));
  await keyboard.type('300');
  await keyboard.press('Enter');
  await expect(details.days).toHaveCount(1);
  await expect(details.root).toContainText('Fra 0 mot 1\u202f200: 25\u00a0% av veien');
  await keyboard.press('Escape');
  await expect(kari.button('Detaljer om Meldte avvik')).toBeFocused();
  await expect(kari.maalinger.row(0).root).toContainText('25\u00a0% av veien');
});
