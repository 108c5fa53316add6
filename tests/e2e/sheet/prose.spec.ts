/** The prose sections, written by several people at once. */
import type { Locator } from '@playwright/test';
import { type ProseNode, proseText } from '../../../shared/sheet/snapshot/prose.ts';
import type { TestSheet } from '../../world/server.ts';
import { SAVED, type SheetPage, STORED_HERE } from '../pages/SheetPage.ts';
import { type Asked, stored } from '../support/stored.ts';
import { ownWords, SEED, wordsOf } from '../support/typing.ts';
import { expect, test } from '../world.ts';

const NAMES = ['Kari Nordmann', 'Ola Sørlie', 'Åse Ytterøy'];
const SECTION = '1. Begrunnelse';

for (const count of [2, 3]) {
  test(`${count} people type in one section at once: every character survives (seed ${SEED})`, async ({
    server,
    join,
  }) => {
    const sheet = await server.createSheet({ title: 'Ark' });
    const people: SheetPage[] = [];
    for (const name of NAMES.slice(0, count)) people.push(await join(sheet, { name }));
    const [first] = people as [SheetPage, ...SheetPage[]];
    await first.prose(SECTION).click();
    await first.page.keyboard.type('–: ');
    for (const person of people) {
      await expect(person.prose(SECTION)).toHaveText('–:');
      await person.prose(SECTION).click();
      await person.page.keyboard.press('Control+End');
    }
    const typed = people.map((_, person) => ownWords(person, 60));
    await Promise.all(people.map((person, at) => person.page.keyboard.type(typed[at] ?? '')));

    const total = typed.join('').length + 3;
    for (const person of people) {
      await expect.poll(async () => (await person.proseWords(SECTION)).length).toBe(total);
      await expect(person.state).toHaveText(SAVED);
    }
    const text = await first.proseWords(SECTION);
    for (const person of people) expect(await person.proseWords(SECTION)).toBe(text);
    expect(people.map((_, person) => wordsOf(person, text))).toEqual(typed);
    expect(await storedText(server, sheet)).toBe(text);
  });
}

test('two who begin an empty section at the same moment keep all they wrote', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const people = [await join(sheet), await join(sheet)];
  for (const person of people) await person.prose(SECTION).click();
  const typed = people.map((_, person) => ownWords(person, 30));
  await Promise.all(people.map((person, at) => person.page.keyboard.type(typed[at] ?? '')));
  for (const person of people) {
    await expect.poll(async () => (await person.proseWords(SECTION)).length).toBe(60);
    await expect(person.state).toHaveText(SAVED);
  }
  const text = await storedText(server, sheet);
  expect(people.map((_, person) => wordsOf(person, text))).toEqual(typed);
});

test('bold, a list and a table come through, and the other’s caret is seen', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await join(sheet, { name: 'Kari Nordmann' });
  const ola = await join(sheet, { name: 'Ola Sørlie' });
  const { keyboard } = kari.page;
  await kari.prose(SECTION).click();
  // What is typed waits for the editor; what makes letters bold does not.
  await expect(tool(kari, 'Fet')).toBeVisible();
  await keyboard.type('Verdien: ');
  await keyboard.press('Control+b');
  await keyboard.type('2–10 %');
  await keyboard.press('Control+b');
  await keyboard.press('Enter');
  await tool(kari, 'Punktliste').click();
  await keyboard.type('bedre pris');
  await keyboard.press('Enter');
  await keyboard.type('mindre arbeid');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await tool(kari, 'Sett inn tabell').click();
  await keyboard.type('Enhet');
  await keyboard.press('Tab');
  await keyboard.type('E-handel');

  const theirs = ola.prose(SECTION);
  await expect(theirs.locator('strong')).toHaveText('2–10 %');
  await expect(theirs.getByRole('listitem')).toHaveText(['bedre pris', 'mindre arbeid']);
  await expect(theirs.getByRole('columnheader').nth(1)).toHaveText('E-handel');
  await expect(theirs.getByTitle('Kari Nordmann')).toBeVisible();
  await ola.prose(SECTION).getByText('bedre pris').click();
  await expect(kari.prose(SECTION).getByTitle('Ola Sørlie')).toBeVisible();
  await ola.page.keyboard.press('End');
  await ola.page.keyboard.type(' på alt');
  await expect(kari.prose(SECTION).getByRole('listitem').first()).toHaveText(/^bedre pris på alt/);
  await expect(kari.state).toHaveText(SAVED);
  await expect(ola.state).toHaveText(SAVED);
  expect(kindsOf((await stored(server, sheet)).sections.begrunnelse)).toEqual([
    'paragraph',
    'bulletList',
    'table',
  ]);
  await ola.title.focus();
  await expect(kari.prose(SECTION).getByTitle('Ola Sørlie')).toHaveCount(0);
});

test('undo in a section takes back one’s own words only', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  await kari.prose(SECTION).click();
  await kari.page.keyboard.type('Karis ord.');
  await expect(ola.prose(SECTION)).toHaveText('Karis ord.');
  await ola.prose(SECTION).click();
  await ola.page.keyboard.press('Control+End');
  await ola.page.keyboard.type(' Olas ord.');
  await expect(kari.prose(SECTION)).toHaveText('Karis ord. Olas ord.');
  await kari.page.keyboard.press('Control+z');
  for (const person of [kari, ola])
    await expect(person.prose(SECTION)).toHaveText(/^\s*Olas ord\.$/);
  await kari.button('Gjør om').click();
  for (const person of [kari, ola]) {
    await expect(person.prose(SECTION)).toHaveText('Karis ord. Olas ord.');
  }
});

test('prose written without a network is merged with what the others wrote', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, ola] = [await join(sheet), await join(sheet)];
  await kari.prose(SECTION).click();
  await kari.page.keyboard.type('felles');
  await expect(ola.prose(SECTION)).toHaveText('felles');
  await kari.page.context().setOffline(true);
  await expect(kari.state).toHaveText(STORED_HERE);
  await kari.page.keyboard.type(' fra hytta');
  await ola.prose(SECTION).click();
  await ola.page.keyboard.press('Control+Home');
  await ola.page.keyboard.type('Vårt ');
  await expect(kari.state).toHaveText(STORED_HERE);
  await kari.page.context().setOffline(false);
  for (const person of [kari, ola]) {
    await expect(person.prose(SECTION)).toHaveText('Vårt felles fra hytta');
    await expect(person.state).toHaveText(SAVED);
  }
  expect(await storedText(server, sheet)).toBe('Vårt felles fra hytta');
});

test('prose that is being written when the server is killed is all there afterwards', async ({
  losable,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await losable.createSheet({ title: 'Ark' });
  const people = [await join(sheet), await join(sheet)];
  // An editor that is still to be fetched when the server is gone is another story.
  for (const person of people) {
    await expect(person.page.locator('.ProseMirror')).toHaveCount(5);
    await person.prose(SECTION).click();
  }
  const typed = people.map((_, person) => ownWords(person, 50));
  await Promise.all([
    ...people.map((person, at) => person.page.keyboard.type(typed[at] ?? '', { delay: 10 })),
    losable.kill(),
  ]);
  for (const person of people) await expect(person.state).toHaveText(STORED_HERE);
  await losable.startAgain();
  for (const person of people) await expect(person.state).toHaveText(SAVED);
  const text = await storedText(losable, sheet);
  expect(people.map((_, person) => wordsOf(person, text))).toEqual(typed);
  for (const person of people) {
    await expect.poll(async () => wordsOf(0, await person.proseWords(SECTION))).toBe(typed[0]);
    expect(wordsOf(1, await person.proseWords(SECTION))).toBe(typed[1]);
  }
});

test('a reader reads the prose as it is written, and cannot write in it', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const [kari, leser] = [await join(sheet), await join(sheet, { as: 'les' })];
  await expect(leser.prose(SECTION)).toHaveCount(0);
  await kari.prose(SECTION).click();
  await kari.page.keyboard.type('Til å lese');
  const section = leser.section(SECTION);
  await section.getByText('Til å lese').click();
  await leser.page.keyboard.type('forsøk');
  await kari.page.keyboard.type(' for alle');
  await expect(section.getByText('Til å lese for alle')).toBeVisible();
  expect(await storedText(server, sheet)).toBe('Til å lese for alle');
});

function tool(person: SheetPage, name: string): Locator {
  return person.page.getByRole('toolbar').getByRole('button', { name, exact: true });
}

async function storedText(server: Asked, sheet: TestSheet): Promise<string> {
  return proseText((await stored(server, sheet)).sections.begrunnelse).trim();
}

function kindsOf(nodes: readonly ProseNode[]): string[] {
  return nodes.map(({ type }) => type);
}
