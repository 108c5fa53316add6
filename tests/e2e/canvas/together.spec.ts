/** Several people on one board at the same moment, writing, moving and undoing. */
import { BoardPage, cornerOfNoteAt } from '../pages/BoardPage.ts';
import { LappListPage } from '../pages/lapper.ts';
import { FREE } from '../pages/places.ts';
import { SAVED, STORED_HERE } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { ownWords, SEED, wordsOf } from '../support/typing.ts';
import { expect, test } from '../world.ts';

test('words arrive in a section at half size while a note is dragged over it', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  for (const board of [kari, ola]) await board.zoomTo(50);
  const note = await ola.write('Hit og dit', FREE.rotaarsaker);
  await kari.note('Hit og dit').waitFor();

  const field = kari.person.prose('2. Nåsituasjonen');
  await field.click();
  const words = 'Fakturaene kommer for seint, og ingen vet hvem som har bestilt. ';
  const section = await ola.middleOf(ola.section('2. Nåsituasjonen'));
  const moving = async () => {
    await ola.lift(note, cornerOfNoteAt(section));
    for (const x of [section.x + 200, section.x - 150, section.x])
      await ola.carry({ ...section, x });
  };
  await Promise.all([kari.keyboard.type(words), moving()]);
  await kari.isAt(kari.note('Hit og dit'), await ola.placeOf(note));
  await expect(field).toBeFocused();
  await ola.drop();
  await kari.keyboard.type('Og så?');
  await expect.poll(() => kari.person.proseWords('2. Nåsituasjonen')).toBe(`${words}Og så?`);
  await expect.poll(() => ola.person.proseWords('2. Nåsituasjonen')).toBe(`${words}Og så?`);
  const dropped = await ola.placeOf(note);
  await kari.isAt(kari.note('Hit og dit'), dropped);
  await expect(ola.person.state).toHaveText(SAVED);
  const { lapper } = await stored(server, sheet);
  expect(lapper).toMatchObject([{ text: 'Hit og dit', section: 'naasituasjon', author: 'Ola' }]);
  expect(Math.abs((lapper[0]?.xy[0] ?? 0) - dropped.x)).toBeLessThan(1);
});

test(`two on the canvas and one in the form write in one note: all words stay (seed ${SEED})`, async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  const liv = await join(sheet, { name: 'Liv' });
  await kari.openNewNote(FREE.rotaarsaker);
  await ola.openNote(ola.notes);
  const inForm = new LappListPage(liv.page, 'rotaarsaker').lapp(0).words;
  await inForm.click();

  const people = [kari.keyboard, ola.keyboard, liv.page.keyboard];
  const typed = people.map((_, person) => ownWords(person, 40));
  await Promise.all(people.map((keyboard, person) => keyboard.type(typed[person] ?? '')));
  await expect.poll(async () => (await inForm.inputValue()).length).toBe(typed.join('').length);
  const text = await inForm.inputValue();
  expect(people.map((_, person) => wordsOf(person, text))).toEqual(typed);
  for (const board of [kari, ola]) {
    await expect(board.noteField).toHaveValue(text);
    await board.closeNote();
    await expect(board.notes).toContainText(text);
  }
  expect((await stored(server, sheet)).lapper.map((lapp) => lapp.text)).toEqual([text]);
});

test('what is moved without a network stays where it was put, and is merged afterwards', async ({
  server,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  const mine = await ola.write('Uten nett', FREE.rotaarsaker);
  const theirs = kari.note('Uten nett');
  await theirs.waitFor();

  await ola.page.context().setOffline(true);
  await expect(ola.person.state).toHaveText(STORED_HERE);
  const place = { x: 1200, y: 900 };
  await ola.drag(mine, place);
  await expect(ola.person.state).toHaveText(STORED_HERE);
  await ola.isAt(mine, place);
  await kari.openNote(theirs);
  await kari.keyboard.type(' – med svar');
  await kari.closeNote();
  await kari.choose(theirs);
  await kari.act('Farge', 'Rosa');
  await expect(kari.person.state).toHaveText(SAVED);

  await ola.page.context().setOffline(false);
  await expect(ola.person.state).toHaveText(SAVED);
  for (const board of [kari, ola]) await board.isAt(board.note('Uten nett – med svar'), place);
  expect(await ola.paperOf(mine)).toBe(await kari.paperOf(theirs));
  expect((await stored(server, sheet)).lapper).toMatchObject([
    { text: 'Uten nett – med svar', color: 'rosa', section: 'maaling' },
  ]);
});

test('undo takes back one’s own move and leaves what others did to the same thing', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  await kari.drawRectangle();
  const note = await kari.write('Én', FREE.rotaarsaker);
  const other = await kari.write('To', { x: FREE.rotaarsaker.x + 250, y: FREE.rotaarsaker.y });
  await kari.choose(note, other);
  await kari.addToSelection(kari.drawings);
  const [before, beforeOther, beforeDrawing] = [
    await kari.placeOf(note),
    await kari.placeOf(other),
    await kari.placeOf(kari.drawings),
  ];
  await kari.drag(note, { x: before.x + 60, y: before.y - 100 });
  await ola.isAt(ola.note('Én'), { x: before.x + 60, y: before.y - 100 });
  await ola.isAt(ola.drawings, { x: beforeDrawing.x + 60, y: beforeDrawing.y - 100 });
  await ola.choose(ola.note('Én'));
  await ola.act('Farge', 'Blå');
  await ola.recolour(ola.drawings, 'red');
  await expect.poll(() => kari.inkOf(kari.drawings)).toBe(await ola.inkOf(ola.drawings));
  await expect.poll(() => kari.paperOf(note)).toBe(await ola.paperOf(ola.note('Én')));
  const [paper, ink] = [await kari.paperOf(note), await kari.inkOf(kari.drawings)];

  await kari.keyboard.press('Control+z');
  for (const board of [kari, ola]) {
    await board.isAt(board.note('Én'), before);
    await board.isAt(board.note('To'), beforeOther);
    await board.isAt(board.drawings, beforeDrawing);
    expect(await board.paperOf(board.note('Én'))).toBe(paper);
    expect(await board.inkOf(board.drawings)).toBe(ink);
  }
  await kari.keyboard.press('Control+Shift+z');
  await ola.isAt(ola.drawings, { x: beforeDrawing.x + 60, y: beforeDrawing.y - 100 });
  expect(await ola.paperOf(ola.note('Én'))).toBe(paper);
});

test('undo and redo go through canvas and form in one row', async ({ server, join }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const note = await kari.write('Én', FREE.rotaarsaker);
  const first = await kari.placeOf(note);
  const second = { x: 1200, y: 900 };
  await kari.drag(note, second);
  await kari.show('Skjema');
  await kari.person.tiltak.add('Felles rutine');
  await kari.show('Lerret');
  await kari.choose(note);
  await kari.act('Farge', 'Grønn');
  const green = await kari.paperOf(note);

  const steps = kari.person.button('Angre');
  await steps.click();
  await expect.poll(() => kari.paperOf(note)).not.toBe(green);
  await steps.click();
  await steps.click();
  await expect(kari.person.tiltak.all).toHaveCount(0);
  await kari.isAt(note, second);
  await steps.click();
  await kari.isAt(note, first);
  await kari.show('Skjema');
  for (let step = 0; step < 3; step += 1) await kari.person.button('Gjør om').click();
  await expect.poll(() => kari.person.tiltak.names()).toEqual(['Felles rutine']);
  await kari.person.button('Gjør om').click();
  await kari.show('Lerret');
  await kari.isAt(note, second);
  await expect.poll(() => kari.paperOf(note)).toBe(green);
});
