/** The server goes away, is slow, or comes back, while people write. */
import { SAVED, SAVING, STORED_HERE } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { ownWords, SEED, wordsOf } from '../support/typing.ts';
import { expect, test } from '../world.ts';

test(`two type while the server is killed and started again: nothing is lost (seed ${SEED})`, async ({
  losable,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await losable.createSheet({ title: '' });
  const [kari, ola] = [await join(sheet, { name: 'Kari' }), await join(sheet, { name: 'Ola' })];
  await Promise.all([kari.title.click(), ola.title.click()]);
  const [hers, his] = [ownWords(0, 80), ownWords(1, 80)];
  await Promise.all([
    kari.page.keyboard.type(hers, { delay: 10 }),
    ola.page.keyboard.type(his, { delay: 10 }),
    losable.kill(),
  ]);
  for (const person of [kari, ola]) await expect(person.state).toHaveText(STORED_HERE);

  await losable.startAgain();
  for (const person of [kari, ola]) await expect(person.state).toHaveText(SAVED);
  const { title } = (await stored(losable, sheet)).sheet;
  expect([wordsOf(0, title), wordsOf(1, title)]).toEqual([hers, his]);
  for (const person of [kari, ola]) await expect(person.title).toHaveValue(title);
});

test('what was saved before the server was killed is there for who comes after', async ({
  losable,
  join,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await losable.createSheet({ title: 'Ark' });
  const kari = await join(sheet);
  await kari.tiltak.add('Holder også etter strømbrudd');
  await expect(kari.state).toHaveText(SAVING);
  await expect(kari.state).toHaveText(SAVED);
  await losable.kill();
  // She goes, with everything that only her browser has.
  await kari.page.context().close();
  await losable.startAgain();
  const ola = await join(sheet);
  await expect.poll(() => ola.tiltak.names()).toEqual(['Holder også etter strømbrudd']);
});

test('«Lagret» is not said before the server has said that it is', async ({ losable, join }) => {
  const sheet = await losable.createSheet({ title: 'Ark' });
  const kari = await join(sheet);
  await kari.title.click();
  losable.freeze();
  const said = await kari.page.evaluateHandle(() => {
    const words: string[] = [];
    const state = document.querySelector('[data-saved]');
    const note = () => words.push(state?.textContent ?? '');
    if (state !== null) {
      new MutationObserver(note).observe(state, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }
    return words;
  });
  // Longer than any word on the page is held back to keep it steady.
  await kari.page.keyboard.type(' som ingen har hørt om ennå', { delay: 40 });
  await expect(kari.state).toHaveText(SAVING);
  expect(await said.jsonValue()).toEqual([SAVING]);
  losable.thaw();
  await expect(kari.state).toHaveText(SAVED);
  expect((await stored(losable, sheet)).sheet.title).toBe('Ark som ingen har hørt om ennå');
});
