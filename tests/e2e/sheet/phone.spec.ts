/** The whole job on a phone, by touch alone. */
import type { BrowserContextOptions } from '@playwright/test';
import { SAVED } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
];

for (const viewport of PHONES) {
  const device: BrowserContextOptions = { viewport, hasTouch: true, isMobile: true };

  test(`everything can be done by touch at ${viewport.width} × ${viewport.height}`, async ({
    server,
    join,
  }) => {
    const sheet = await server.createSheet({ title: 'Ark' });
    const kari = await join(sheet, { name: 'Kari', device });
    const { keyboard } = kari.page;

    await kari.title.tap();
    await keyboard.press('End');
    await keyboard.type(' fra lomma');
    await kari.rotaarsaker.addButton.tap();
    await keyboard.type('Gamle vaner');
    for (const words of ['Først', 'Så']) {
      const count = await kari.tiltak.all.count();
      await kari.tiltak.addButton.tap();
      await expect(kari.tiltak.row(count).field('Endringstiltak')).toBeFocused();
      await keyboard.type(words);
    }
    const row = kari.tiltak.row(1);
    await row.field('Frist').tap();
    await keyboard.type('010327');
    await keyboard.press('Enter');
    await row.choice('Status').selectOption('Pågår');
    await expect(row.field('Frist')).toHaveValue('01.03.2027');
    await row.actions.tap();
    await kari.page.getByRole('menuitem', { name: 'Flytt opp' }).tap();
    await expect.poll(() => kari.tiltak.names()).toEqual(['Så', 'Først']);
    await kari.tiltak.row(1).actions.tap();
    await kari.page.getByRole('menuitem', { name: 'Slett' }).tap();
    await expect.poll(() => kari.tiltak.names()).toEqual(['Så']);
    const messages = kari.page.getByRole('region', { name: /^Meldinger/ });
    await messages.getByRole('button', { name: 'Angre' }).tap();
    await expect.poll(() => kari.tiltak.names()).toEqual(['Så', 'Først']);

    await kari.gevinster.addButton.tap();
    await keyboard.type('Mer tid');
    await kari.gevinster.row(0).root.getByText('Kommer fra 0 tiltak').tap();
    await kari.gevinster.row(0).root.getByRole('checkbox', { name: 'Først' }).tap();
    await kari.maalinger.addButton.tap();
    await keyboard.type('Timer spart');
    await kari.maalinger.row(0).field('Ønsket verdi').tap();
    await keyboard.type('1200');
    await kari.button('Angre').tap();
    await kari.button('Gjør om').tap();

    await kari.page.getByRole('button', { name: /er her$/ }).tap();
    await expect(kari.page.getByRole('dialog').getByText('Kari (deg)')).toBeVisible();
    expect(await kari.sidewaysScroll()).toBe(0);
    await kari.page.keyboard.press('Escape');
    await kari.button('Del').tap();
    const panel = kari.page.getByRole('dialog', { name: 'Del arket' });
    await expect(panel.getByRole('textbox')).toHaveValue(sheet.links.rediger);
    await panel.getByRole('button', { name: 'Lukk' }).tap();
    expect(await kari.sidewaysScroll()).toBe(0);

    await expect(kari.state).toHaveText(SAVED);
    const { sheet: head, tiltak, gevinster, maalinger } = await stored(server, sheet);
    expect(head.title).toBe('Ark fra lomma');
    expect(tiltak.map(({ title, frist, status }) => [title, frist, status])).toEqual([
      ['Så', '2027-03-01', 'pagar'],
      ['Først', null, 'ikke_startet'],
    ]);
    expect(gevinster[0]?.tiltak).toEqual([tiltak[1]?.id]);
    expect(maalinger[0]?.target.value).toBe(1200);
  });

  test(`the example is one column without sideways scrolling at ${viewport.width} pixels`, async ({
    server,
    join,
  }) => {
    const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
    const kari = await join(sheet, { device });
    expect(await kari.sidewaysScroll()).toBe(0);
    const sections = kari.page.getByRole('main').locator('section[data-section]');
    const lefts = await sections.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().left),
    );
    expect(new Set(lefts).size).toBe(1);
    const tops = await sections.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().top),
    );
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    const small = await kari.page
      .getByRole('main')
      .locator(
        'button:visible, textarea:visible, input:visible:not([type=checkbox]), select:visible',
      )
      .evaluateAll((controls) =>
        controls
          .filter((control) => control.getAttribute('aria-hidden') !== 'true')
          .filter((control) => control.getBoundingClientRect().height < 44)
          .map((control) => control.getAttribute('aria-label') ?? control.outerHTML),
      );
    expect(small).toEqual([]);
  });
}
