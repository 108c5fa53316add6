/** Pictures on the board: shown to everybody, and what is none is refused with nothing left behind. */
import { readdir, writeFile } from 'node:fs/promises';
import { join as path } from 'node:path';
import { aPng, aPngOf } from '../../world/images.ts';
import type { TestServer, TestSheet } from '../../world/server.ts';
import { BoardPage } from '../pages/BoardPage.ts';
import { FREE } from '../pages/places.ts';
import { STORED_HERE } from '../pages/SheetPage.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

const PICTURE = { name: 'flyt.png', mimeType: 'image/png', buffer: aPng(400, 200) };

test('a picture is shown to both; what is none, too large or without a network is refused', async ({
  server,
  join,
  watch,
}, testInfo) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  await kari.write('Står her', FREE.rotaarsaker);

  await kari.insertFile(PICTURE);
  for (const board of [kari, ola]) {
    await expect(board.images).toHaveCount(1);
    await expect.poll(() => board.images.evaluate(hasPixels)).toBe(true);
  }
  const before = await left(server, sheet);
  expect(before.files).toHaveLength(1);

  await kari.insertFile({ ...PICTURE, name: 'notat.png', buffer: Buffer.from('Bare ord.') });
  await expect(kari.messages).toContainText('Filen er ikke et bilde som kan brukes her.');
  const huge = testInfo.outputPath('svær.png');
  await writeFile(huge, aPngOf(50 * 1024 * 1024));
  await kari.insertFile(huge);
  await expect(kari.messages).toContainText('Det kan være på høyst 10 MB.');
  await kari.page.context().setOffline(true);
  await expect(kari.person.state).toHaveText(STORED_HERE);
  await kari.insertFile(PICTURE);
  await expect(kari.messages).toContainText('Bilder kan legges inn når du er tilkoblet igjen.');
  await kari.page.context().setOffline(false);
  await expect(kari.person.state).toHaveText('Lagret');

  expect(await left(server, sheet)).toEqual(before);
  for (const board of [kari, ola]) {
    await expect(board.images).toHaveCount(1);
    await expect(board.note('Står her')).toBeVisible();
  }
  await kari.keyboard.press('Control+z');
  await expect(ola.images).toHaveCount(0);
});

/** Everything that an upload may leave behind: in the document, and beside the database. */
async function left(server: TestServer, sheet: TestSheet) {
  const { canvas, lapper } = await stored(server, sheet);
  const folders = [sheet.id, '.staging'].map((name) => path(server.dataDir, 'assets', name));
  const files = (await Promise.all(folders.map((folder) => readdir(folder)))).flat();
  return { canvas, lapper, files: files.sort() };
}

function hasPixels(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth === 400;
}
