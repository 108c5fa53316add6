/** Several people in one sheet at the same moment. */
import type { SheetPage } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { ownWords, SEED, wordsOf } from '../support/typing.ts';
import { expect, test } from '../world.ts';

const NAMES = ['Kari Nordmann', 'Ola Sørlie', 'Åse Ytterøy'];

for (const count of [2, 3]) {
  test(`${count} people type in one cell at once: every character survives (seed ${SEED})`, async ({
    server,
    join,
  }) => {
    const sheet = await server.createSheet({ title: 'Ark' });
    const people: SheetPage[] = [];
    for (const name of NAMES.slice(0, count)) people.push(await join(sheet, { name }));
    const [first] = people as [SheetPage, ...SheetPage[]];
    await first.tiltak.add('');
    for (const person of people) await person.tiltak.row(0).field('Ansvar').click();

    const typed = people.map((_, person) => ownWords(person, 60));
    await Promise.all(people.map((person, index) => person.page.keyboard.type(typed[index] ?? '')));

    const inFirst = first.tiltak.row(0).field('Ansvar');
    const total = typed.join('').length;
    await expect.poll(async () => (await inFirst.inputValue()).length).toBe(total);
    const text = await inFirst.inputValue();
    expect(people.map((_, person) => wordsOf(person, text))).toEqual(typed);
    for (const person of people) {
      await expect(person.tiltak.row(0).field('Ansvar')).toHaveValue(text);
      await expect(person.state).toHaveText('Lagret');
    }
    expect((await stored(server, sheet)).tiltak[0]?.ansvar).toBe(text);
  });
}

test('people in different cells of one row disturb nobody', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await join(sheet, { name: 'Kari' });
  await kari.tiltak.add('Felles rutine');
  const ola = await join(sheet, { name: 'Ola' });
  const field = kari.tiltak.row(0).field('Ansvar');
  await field.click();
  await Promise.all([
    kari.page.keyboard.type('Økonomiavdelingen'),
    ola.tiltak.row(0).choice('Status').selectOption('Pågår'),
    ola.typeIn(ola.tiltak.row(0).field('Endringstiltak'), ' for alle'),
  ]);
  await expect(field).toBeFocused();
  for (const person of [kari, ola]) {
    const row = person.tiltak.row(0);
    await expect(row.field('Endringstiltak')).toHaveValue('Felles rutine for alle');
    await expect(row.field('Ansvar')).toHaveValue('Økonomiavdelingen');
    await expect(row.choice('Status')).toHaveValue('pagar');
  }
});

test('the others see who is here, and in which field', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark', example: 'avtalelojalitet' });
  const kari = await join(sheet, { as: 'fasilitator', name: 'Kari Nordmann' });
  const ola = await join(sheet, { name: 'Ola Sørlie' });
  const leser = await join(sheet, { as: 'les', name: 'Revisor Ås' });
  await ola.tiltak.row(1).field('Ansvar').focus();
  await expect
    .poll(() => kari.whoIsHere())
    .toEqual([
      'KN Kari Nordmann (deg) Fasilitator',
      'OS Ola Sørlie Skriver · Endringstiltak',
      'RÅ Revisor Ås Leser',
    ]);
  for (const person of [kari, leser]) {
    await expect(person.tiltak.row(1).cell('Ansvar').getByText('Ola Sørlie')).toBeVisible();
  }
  await ola.page.close();
  await expect.poll(() => kari.whoIsHere()).toHaveLength(2);
});
