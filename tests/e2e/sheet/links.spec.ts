/** Links that do not work (any more), and what the person is told. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Role } from '../../../shared/access/roles.ts';
import type { TestServer, TestSheet } from '../../world/server.ts';
import { SAVED } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { axeFindings, expect, test } from '../world.ts';

const REVOKED = 'Lenken er trukket tilbake. Be fasilitatoren om en ny lenke.';

test('whose link is renewed is told so, and takes the text along', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Æresord', example: 'avtalelojalitet' });
  const ola = await join(sheet, { name: 'Ola' });
  await ola.typeIn(ola.title, ' fra Ola');
  await expect(ola.state).toHaveText(SAVED);
  await renew(server, sheet, 'rediger');

  await expect(ola.page.getByText(REVOKED)).toBeVisible();
  await expect(ola.title).not.toBeEditable();
  await expect(ola.button('Legg til tiltak')).toHaveCount(0);
  expect(await axeFindings(ola.page)).toEqual([]);

  const downloading = ola.page.waitForEvent('download');
  await ola.button('Last ned teksten').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('Æresord fra Ola.txt');
  const text = await readFile(await download.path(), 'utf8');
  const { tiltak, rotaarsaker, maalinger } = await stored(server, sheet);
  for (const { title } of [...tiltak, ...rotaarsaker]) expect(text).toContain(title);
  for (const { name } of maalinger) expect(text).toContain(name);
});

test('whose link was renewed while they were away gets no sheet', async ({
  server,
  browse,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Ark' });
  await renew(server, sheet, 'les');
  const page = await (await browse()).newPage();
  await page.goto(sheet.links.les);
  await expectRefused(page, REVOKED);
});

const DEAD: readonly { what: string; path: (sheet: TestSheet) => string; says: string }[] = [
  {
    what: 'an unknown sheet',
    path: (sheet) => `/ark/${'x'.repeat(sheet.id.length)}#n=${sheet.keys.les}`,
    says: 'Arket finnes ikke. Sjekk at du har fått med hele lenken.',
  },
  {
    what: 'a wrong key',
    path: (sheet) => `/ark/${sheet.id}#n=${'x'.repeat(sheet.keys.les.length)}`,
    says: 'Lenken gir ikke adgang til dette arket. Be om en ny lenke.',
  },
  {
    what: 'no key',
    path: (sheet) => `/ark/${sheet.id}`,
    says: 'Lenken mangler nøkkel. Be den som inviterte deg, om å sende hele lenken.',
  },
];

for (const { what, path, says } of DEAD) {
  test(`a link with ${what} says what to do`, async ({ server, browse, watch }) => {
    watch.expectOutage();
    const sheet = await server.createSheet({ title: 'Hemmelig' });
    const page = await (await browse()).newPage();
    await page.goto(server.url + path(sheet));
    await expectRefused(page, says);
    await expect(page.getByText('Hemmelig')).toHaveCount(0);
  });
}

test('reloading keeps place, role and name, also without the key in the address', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { as: 'fasilitator', name: 'Kari Nordmann' });
  await kari.section('5. Måling').scrollIntoViewIfNeeded();
  const place = await kari.page.evaluate(() => Math.round(scrollY));
  expect(place).toBeGreaterThan(300);
  await kari.reload();
  await expect(kari.page).toHaveURL(`${server.url}/ark/${sheet.id}`);
  await expect.poll(() => kari.page.evaluate(() => Math.round(scrollY))).toBe(place);
  expect(await kari.whoIsHere()).toEqual(['KN Kari Nordmann (deg) Fasilitator']);
  await expect(
    kari.page.getByRole('textbox', { name: 'Hva skal de andre kalle deg?' }),
  ).toBeHidden();
});

async function expectRefused(page: Page, reason: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vi får ikke åpnet arket');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Til startsiden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tenk sammen på ett ark');
}

async function renew(server: TestServer, sheet: TestSheet, role: Role): Promise<void> {
  const response = await server.call(`/api/sheets/${sheet.id}/keys/rotate`, {
    method: 'POST',
    key: sheet.keys.fasilitator,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: [role] }),
  });
  expect(response.status).toBe(200);
}
