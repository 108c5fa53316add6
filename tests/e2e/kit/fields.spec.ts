import { expect, test } from './world.ts';

test.describe('the date field', () => {
  test('shows and reads dates the Norwegian way', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Frist', exact: true });
    await expect(field).toHaveValue('01.03.2027');
    await field.fill('24.6.27');
    await field.press('Enter');
    await expect(field).toHaveValue('24.06.2027');
    await expect(page.getByLabel('Sendte datoer')).toHaveText('2027-06-24');
  });

  test('sends a full date while typing, and not again on leaving', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Frist', exact: true });
    await field.fill('');
    await field.pressSequentially('24.06.2027');
    await expect(page.getByLabel('Sendte datoer')).toHaveText('2027-06-24');
    await field.blur();
    await expect(page.getByLabel('Sendte datoer')).toHaveText('2027-06-24');
  });

  test('keeps what it cannot read, and says why', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Frist', exact: true });
    await field.fill('31.02.2027');
    await field.blur();
    await expect(field).toHaveValue('31.02.2027');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/«31\.02\.2027» er ikke en dato/);
    await expect(page.getByLabel('Sendte datoer')).toHaveText('');

    // The error goes as soon as it is mended.
    await field.fill('28.02.2027');
    await expect(field).not.toHaveAttribute('aria-invalid');
    await expect(page.getByLabel('Sendte datoer')).toHaveText('2027-02-28');
  });

  test('Escape brings back the value of the sheet', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Frist', exact: true });
    await field.fill('tull');
    await field.press('Escape');
    await expect(field).toHaveValue('01.03.2027');
    await expect(page.getByLabel('Sendte datoer')).toHaveText('');
  });

  test('an emptied field means no date', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Frist', exact: true });
    await field.fill('');
    await field.blur();
    await expect(page.getByLabel('Sendte datoer')).toHaveText('ingen');
  });

  test("a colleague's change shows, and is not written over by leaving", async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Frist', exact: true });
    const colleague = page.getByRole('button', { name: 'Kollega endrer fristen' });
    await colleague.click();
    await expect(field).toHaveValue('24.12.2027');
    await field.fill('01.05.2027');
    // Without leaving the field: the button is clicked from a script.
    await colleague.evaluate((button: HTMLButtonElement) => button.click());
    await expect(field).toHaveValue('01.05.2027');
    await field.blur();
    await expect(field).toHaveValue('24.12.2027');
    await expect(page.getByLabel('Sendte datoer')).toHaveText('2027-05-01');
  });

  test('a date picked in the calendar is sent and said', async ({ page }) => {
    await page.getByRole('button', { name: 'Velg dato i kalender: Frist', exact: true }).click();
    // The calendar itself is the browser's own window, out of reach of a test.
    await page.locator('input[type=date]').first().fill('2028-01-02');
    await expect(page.getByRole('textbox', { name: 'Frist', exact: true })).toHaveValue(
      '02.01.2028',
    );
    await expect(page.locator('[data-announcer=polite]').first()).toHaveText(
      'Valgt dato: 02.01.2028',
    );
  });

  test('a reader gets the date without a calendar', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Låst frist' });
    await expect(field).not.toBeEditable();
    await expect(page.getByRole('button', { name: /kalender: Låst frist/ })).toHaveCount(0);
  });
});

test.describe('the number field', () => {
  test('shows and reads numbers the Norwegian way, on leaving', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Estimat' });
    await expect(field).toHaveValue('1\u202f234,5');
    await field.fill('10 970,25');
    await expect(page.getByLabel('Sendte tall')).toHaveText('');
    await field.blur();
    await expect(field).toHaveValue('10\u202f970,25');
    await expect(page.getByLabel('Sendte tall')).toHaveText('10970.25');
  });

  test('keeps what it cannot read, and says why', async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Estimat' });
    await field.fill('mye');
    await field.blur();
    await expect(field).toHaveValue('mye');
    await expect(field).toHaveAccessibleDescription(/«mye» er ikke et tall/);
  });
});

test('a field ties help and error to its control', async ({ page }) => {
  const field = page.getByRole('textbox', { name: 'Tittel' });
  await expect(field).toHaveAccessibleDescription('Kort om hva arket handler om.');
  await field.fill('feil');
  await expect(field).toHaveAccessibleDescription(
    'Kort om hva arket handler om. Skriv noe annet enn «feil».',
  );
});

test('a choice is made with the keyboard', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Pågår');
  await expect(page.getByLabel('Valgt status')).toHaveText('pagar');
  const box = page.getByRole('checkbox', { name: 'Vis avsluttede' });
  await box.press('Space');
  await expect(box).toBeChecked();
});

test('a locked choice keeps its value, and looks it', async ({ page }) => {
  const locked = page.getByRole('checkbox', { name: 'Vedtatt' });
  const opacityOf = (box: typeof locked) =>
    box.evaluate((element) => Number(getComputedStyle(element).opacity));
  await expect(locked).toBeDisabled();
  await expect(locked).toBeChecked();
  expect(await opacityOf(locked)).toBeLessThan(0.5);
  expect(await opacityOf(page.getByRole('checkbox', { name: 'Vis avsluttede' }))).toBe(1);
});
