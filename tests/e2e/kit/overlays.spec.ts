import { expect, test } from './world.ts';

test.describe('the dialog', () => {
  test('takes the focus to its title and gives it back', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Åpne dialog' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'En dialog' });
    await expect(dialog.getByRole('heading', { name: 'En dialog' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('keeps the Tab key inside', async ({ page }) => {
    await page.getByRole('button', { name: 'Åpne dialog' }).click();
    const dialog = page.getByRole('dialog');
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('Tab');
      // The browser's own frame is the one stop outside.
      const isInside = await dialog.evaluate(
        (element) =>
          element.contains(document.activeElement) || document.activeElement === document.body,
      );
      expect(isInside).toBe(true);
    }
  });

  test('Escape in a field with a draft drops the draft, not the dialog', async ({ page }) => {
    await page.getByRole('button', { name: 'Åpne dialog' }).click();
    const field = page.getByRole('textbox', { name: 'Dato i dialogen' });
    await field.fill('tull');
    await field.press('Escape');
    await expect(field).toHaveValue('');
    await expect(page.getByRole('dialog')).toBeVisible();
    await field.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('asks first, on the safe answer', async ({ page }) => {
    await page.getByRole('button', { name: 'Spør først' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Slette tiltaket?' });
    await expect(dialog.getByRole('button', { name: 'Avbryt' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Slett tiltaket' }).click();
    await expect(page.getByLabel('Sist gjort')).toHaveText('bekreftet');
    await expect(page.getByRole('button', { name: 'Spør først' })).toBeFocused();
  });

  test('a question over a dialog closes alone', async ({ page }) => {
    await page.getByRole('button', { name: 'Åpne dialog' }).click();
    const ask = page.getByRole('button', { name: 'Spør i dialogen' });
    await ask.click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(page.getByRole('dialog', { name: 'En dialog' })).toBeVisible();
    await expect(ask).toBeFocused();
  });
});

test.describe('the menu', () => {
  test('opens, moves and chooses by keyboard', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Flere valg' });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('menuitem', { name: 'Last ned' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('menuitem', { name: 'Slett' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await expect(page.getByRole('menuitem', { name: 'Skriv ut' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Sist gjort')).toHaveText('skrev ut');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(button).toBeFocused();
  });

  test('Home, End and ArrowUp reach the ends', async ({ page }) => {
    await page.getByRole('button', { name: 'Flere valg' }).focus();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('menuitem', { name: 'Slett' })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(page.getByRole('menuitem', { name: 'Last ned' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Slett' })).toBeFocused();
  });

  test('Escape and Tab close it', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Flere valg' });
    await button.click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(button).toBeFocused();
    await button.click();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Rekkefølge' })).toBeFocused();
  });

  test('the button closes what it opened, and a click elsewhere does too', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Flere valg' });
    await button.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await button.click();
    await expect(page.getByRole('menu')).toBeHidden();
    await button.click();
    await page.getByRole('heading', { level: 1 }).click();
    await expect(page.getByRole('menu')).toBeHidden();
  });

  test('an item that cannot be chosen now is there, and does nothing', async ({ page }) => {
    await page.getByRole('button', { name: 'Flere valg' }).click();
    await page.getByRole('menuitem', { name: 'Frys utgave' }).click({ force: true });
    await expect(page.getByRole('menu')).toBeVisible();
    await expect(page.getByLabel('Sist gjort')).toHaveText('ingenting');
  });

  test('says which choice is in force', async ({ page }) => {
    await page.getByRole('button', { name: 'Rekkefølge' }).click();
    await page.getByRole('menuitemradio', { name: 'ansvar' }).click();
    await page.getByRole('button', { name: 'Rekkefølge' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'ansvar' })).toBeChecked();
    await expect(page.getByRole('menuitemradio', { name: 'frist' })).not.toBeChecked();
  });

  test('a dialog that it opens gives the focus back to its button', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Flere valg' });
    await button.click();
    await page.getByRole('menuitem', { name: 'Åpne dialog' }).click();
    await page.getByRole('button', { name: 'Lukk' }).click();
    await expect(button).toBeFocused();
  });

  test('stays inside a small window', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 420 });
    await page.getByRole('button', { name: 'Flere valg' }).click();
    const box = await page.getByRole('menu').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(420);
  });
});

test.describe('the tooltip', () => {
  test('comes with keyboard focus and goes with Escape', async ({ page }) => {
    await page.getByRole('button', { name: 'Del arket' }).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(page.locator('.ui-tooltip')).toHaveText('Del arket');
    await page.keyboard.press('Escape');
    await expect(page.locator('.ui-tooltip')).toHaveCount(0);
  });

  test('comes under the pointer, which may rest on it', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Angre', exact: true });
    await button.hover();
    const tooltip = page.locator('.ui-tooltip');
    await expect(tooltip).toHaveText('AngreCtrl+Z');
    await expect(button).toHaveAttribute('aria-keyshortcuts', 'Control+Z');
    await tooltip.hover();
    await expect(tooltip).toBeVisible();
    await page.mouse.move(0, 0);
    await expect(tooltip).toHaveCount(0);
  });
});

test.describe('toasts', () => {
  test('stand in a live region and can be taken back', async ({ page }) => {
    await page.getByRole('button', { name: 'Slett med angre' }).click();
    const status = page.getByRole('region', { name: 'Meldinger (F8)' }).getByRole('status');
    await expect(status).toContainText('Tiltaket er slettet.');
    await status.getByRole('button', { name: 'Angre' }).click();
    await expect(page.getByLabel('Sist gjort')).toHaveText('angret');
    await expect(status).toBeEmpty();
  });

  test('F8 goes to the newest and back', async ({ page }) => {
    const opener = page.getByRole('button', { name: 'Slett med angre' });
    await opener.press('Enter');
    await page.keyboard.press('F8');
    const undo = page.getByRole('status').getByRole('button', { name: 'Angre' });
    await expect(undo).toBeFocused();
    await page.keyboard.press('F8');
    await expect(opener).toBeFocused();
    await page.keyboard.press('F8');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Sist gjort')).toHaveText('angret');
    await expect(opener).toBeFocused();
  });

  test('stay eight seconds, and as long as the pointer rests on them', async ({ page }) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000_000);
    await page.getByRole('button', { name: 'Vis melding' }).click();
    const toast = page.getByText('Arket er lagret.');
    await page.clock.runFor(7_900);
    await expect(toast).toBeVisible();
    await toast.hover();
    await page.clock.runFor(60_000);
    await expect(toast).toBeVisible();
    await page.mouse.move(0, 0);
    await page.clock.runFor(200);
    await expect(toast).toBeHidden();
  });
});

test.describe('the voice', () => {
  test('speaks on the page, and in a dialog when one is open', async ({ page }) => {
    await page.getByRole('button', { name: 'Si noe', exact: true }).click();
    await expect(page.locator('[data-announcer=polite]')).toHaveText('Sagt på siden');
    await page.getByRole('button', { name: 'Åpne dialog' }).click();
    await page.getByRole('button', { name: 'Si noe i dialogen' }).click();
    await expect(page.getByRole('dialog').locator('[data-announcer=polite]')).toHaveText(
      'Sagt i dialogen',
    );
  });

  test('says on the page what a dialog was given to say as it closed', async ({ page }) => {
    await page.getByRole('button', { name: 'Spør først' }).click();
    await page.getByRole('button', { name: 'Slett tiltaket' }).click();
    await expect(page.locator('[data-announcer=polite]')).toHaveText('Sagt da spørsmålet gikk');
  });

  test('says the same thing twice when it is said twice', async ({ page }) => {
    await page.getByRole('button', { name: 'Si noe', exact: true }).dblclick();
    await expect(page.locator('[data-announcer=polite] p')).toHaveText([
      'Sagt på siden',
      'Sagt på siden',
    ]);
  });
});

test.describe('a page that fails', () => {
  test('says what to do, and going elsewhere helps', async ({ page }) => {
    await page.getByRole('button', { name: 'La noe feile' }).click();
    await expect(page.getByRole('heading', { name: 'Noe gikk galt i denne fanen' })).toBeFocused();
    await expect(page.getByText(/ligger på denne enheten/)).toBeVisible();
    await page.getByRole('button', { name: 'Gå til en annen side' }).click();
    await expect(page.getByText('Alt går bra')).toBeVisible();
  });

  test('is loaded anew by its button', async ({ page }) => {
    await page.getByRole('button', { name: 'La noe feile' }).click();
    await page.getByRole('button', { name: 'Last siden på nytt' }).click();
    await expect(page.getByText('Alt går bra')).toBeVisible();
  });
});
