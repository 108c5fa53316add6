/** Pictures as files pass the suite for pictures, and a damaged one heals. */
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileAssets } from '../../server/assets/files/files.ts';
import { type AssetStorage, assetsContract } from './assets.contract.ts';
import { aSheetId, temporaryFolder, textBytes } from './support.ts';

async function createStorage(): Promise<AssetStorage> {
  const { path, remove } = await temporaryFolder();
  const root = join(path, 'assets');
  return {
    open: () => openFileAssets(root),
    async used() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = entries.filter((entry) => entry.isFile());
      const sizes = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
      return sizes.reduce((sum, { size }) => sum + size, 0);
    },
    async breakDisk() {
      await rm(root, { recursive: true });
      await writeFile(root, '');
    },
    dispose: remove,
  };
}

assetsContract('files', createStorage);

test('AS-2 a file that something else has cut short is replaced when the picture comes again', async () => {
  const { path, remove } = await temporaryFolder();
  const assets = await openFileAssets(path);
  const sheet = aSheetId();
  const send = async () => {
    const staged = await assets.stage(
      (async function* () {
        yield await Promise.resolve(textBytes('et helt bilde'));
      })(),
      1000,
    );
    await staged.keep(sheet, { count: 1, bytes: 100 });
    await staged.discard();
    return staged.id;
  };
  const id = await send();
  await writeFile(join(path, sheet, id), 'et halvt');
  await send();
  const found = await assets.find(sheet, id);
  expect(found?.bytes).toBe('et helt bilde'.length);
  await found?.close();
  await remove();
});
