/** Input methods and touch keyboards in prose that others write in too. */
import { inputMethod } from './input.ts';
import {
  begin,
  bullets,
  caretBehind,
  marked,
  p,
  read,
  remoteInsert,
  section,
  text,
} from './prosePage.ts';
import { expect, test } from './world.ts';

test('PO-6 others in the same paragraph wait for the end of a composition', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('kart '), p('annet'));
  await caretBehind(page, 'kart ');
  const { compose, commit } = await inputMethod(page);
  await compose('に');
  await remoteInsert(page, 0, 'Nytt ');
  await compose('にほ');
  await remoteInsert(page, 9, '!');
  await expect(section(page)).toHaveText('kart にほannet');
  await expect.poll(() => read(page)).toEqual([p('Nytt kart! にほ'), p('annet')]);
  await commit('日本');
  await expect(section(page)).toHaveText('Nytt kart! 日本annet');
  expect(await read(page)).toEqual([p('Nytt kart! 日本'), p('annet')]);
  await page.keyboard.type('et');
  expect(await marked(page)).toBe('Nytt kart! 日本et|annet');
});

test('PO-6 a composition in an empty paragraph that others fill', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p());
  await section(page).click();
  const { compose, commit } = await inputMethod(page);
  await compose('´');
  await page.evaluate(() =>
    window.prose.remote((fragment, { XmlElement, XmlText }) => {
      const [block] = fragment.toArray();
      if (block instanceof XmlElement) block.insert(0, [new XmlText('deres ')]);
    }),
  );
  await compose('´e');
  await commit('é');
  await expect(section(page)).toHaveText(/^(deres é|éderes )$/);
  const [paragraph] = await read(page);
  expect(paragraph?.content?.map(({ text: words }) => words)).toEqual([
    await section(page).innerText(),
  ]);
});

test('PO-6 a touch keyboard that composes all the time shows others after each word', async ({
  open,
}) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('x'));
  await caretBehind(page, 'x');
  const { compose } = await inputMethod(page);
  await compose('god');
  await remoteInsert(page, 0, 'Hei! ');
  await expect(section(page)).toHaveText('xgod');
  await compose('god ');
  await expect(section(page)).toHaveText('Hei! xgod ');
  await page.keyboard.type('dag');
  await expect.poll(() => read(page)).toEqual([p('Hei! xgod dag')]);
});

test('PO-6 a composition in bold words while others write in a list above', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, bullets([p('én')]), p(text('fet', 'bold')));
  await caretBehind(page, 'fet');
  const { compose, commit } = await inputMethod(page);
  await compose('ね');
  await page.evaluate(() =>
    window.prose.remote((fragment, { XmlElement, XmlText }) => {
      const [list] = fragment.toArray();
      if (!(list instanceof XmlElement)) return;
      const item = new XmlElement('listItem');
      const block = new XmlElement('paragraph');
      block.insert(0, [new XmlText('to')]);
      item.insert(0, [block]);
      list.insert(1, [item]);
    }),
  );
  await compose('ねこ');
  await commit('猫');
  await expect
    .poll(() => read(page))
    .toEqual([bullets([p('én')], [p('to')]), p(text('fet猫', 'bold'))]);
  await expect(section(page).locator('strong')).toHaveText('fet猫');
});

test('PO-1 emoji and repeated letters land where they are typed', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('lll'));
  await caretBehind(page, 'l');
  const { commit } = await inputMethod(page);
  await commit('l');
  await remoteInsert(page, 4, '👩‍💻');
  await commit('👍🏽');
  await remoteInsert(page, 0, '🎉');
  expect(await read(page)).toEqual([p('🎉ll👍🏽ll👩‍💻')]);
  await page.keyboard.press('Backspace');
  expect(await read(page)).toEqual([p('🎉llll👩‍💻')]);
});
