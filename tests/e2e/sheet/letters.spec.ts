/** Norwegian letters and emoji, typed and pasted, whole for everybody. */
import { proseText } from '../../../shared/sheet/snapshot/prose.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

const WORDS = 'Æ, Ø og Å: blåbærsyltetøy for lærer 👩‍🏫 i Sápmi ƷČŠ 🇳🇴🇫🇮 ½ «sitat» – e\u0301';

for (const [how, paste] of [
  ['typed', false],
  ['pasted', true],
] as const) {
  test(`what is ${how} in title and cells stands the same with the other`, async ({
    server,
    join,
  }) => {
    const sheet = await server.createSheet({ title: '' });
    const [kari, ola] = [await join(sheet), await join(sheet)];
    if (paste) {
      await kari.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await kari.page.evaluate((words) => navigator.clipboard.writeText(words), WORDS);
    }
    const put = () =>
      paste ? kari.page.keyboard.press('Control+v') : kari.page.keyboard.type(WORDS);
    await kari.title.focus();
    await put();
    const row = await kari.tiltak.add('');
    await put();
    await row.field('Ansvar').focus();
    await put();
    const card = await kari.rotaarsaker.add('');
    await put();
    await card.field('Punkter, ett på hver linje').focus();
    await put();

    await kari.prose('3. Ønsket situasjon').click();
    await put();

    await expect(ola.prose('3. Ønsket situasjon')).toHaveText(WORDS);
    const theirs = ola.tiltak.row(0);
    await expect(ola.rotaarsaker.row(0).field('Punkter, ett på hver linje')).toHaveValue(WORDS);
    await expect(ola.title).toHaveValue(WORDS);
    await expect(theirs.field('Endringstiltak')).toHaveValue(WORDS);
    await expect(theirs.field('Ansvar')).toHaveValue(WORDS);
    const { sheet: head, tiltak, rotaarsaker, sections } = await stored(server, sheet);
    expect([head.title, tiltak[0]?.title, tiltak[0]?.ansvar]).toEqual([WORDS, WORDS, WORDS]);
    expect([rotaarsaker[0]?.title, rotaarsaker[0]?.points]).toEqual([WORDS, WORDS]);
    expect(proseText(sections.onsket).trim()).toBe(WORDS);
  });
}

test('an emoji that is deleted goes whole, and the name keeps its letters', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Skole 👩‍🏫' });
  const kari = await join(sheet, { name: 'Åse Ærlig Østbø 🇳🇴' });
  const ola = await join(sheet);
  await kari.title.focus();
  await kari.page.keyboard.press('Control+End');
  await kari.page.keyboard.press('Backspace');
  await expect(ola.title).toHaveValue('Skole ');
  await expect
    .poll(() => ola.whoIsHere())
    .toContainEqual(expect.stringContaining('Åse Ærlig Østbø 🇳🇴 Skriver · Om arket'));
});
