/**
 * Pictures as plain files: `<root>/<sheetId>/<SHA-256>`. What comes in is written to
 * `<root>/.staging`, flushed, and moved to its place in one step. One server at a time uses the
 * folder, which the lock of the database beside it sees to.
 */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal, refusalBecause } from '../../../shared/errors/catalogue.ts';
import { type AssetId, parseAssetId, parseId, type SheetId } from '../../../shared/ids/ids.ts';
import type { AssetQuota, Assets, StagedAsset, StoredAsset } from '../port.ts';
import { createTurns, type Turns } from './turns.ts';

/** No sheet has such an id. */
const STAGING = '.staging';

/** Opens the folder, creating it where it is missing, and clears away what a crash left half. */
export async function openFileAssets(root: string): Promise<Assets> {
  const staging = join(root, STAGING);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const turns = createTurns<SheetId>();
  return {
    stage: (content, maxBytes) => stage({ root, turns }, content, maxBytes),
    find: (sheetId, id) => find(root, sheetId, id),
  };
}

interface Folder {
  readonly root: string;
  readonly turns: Turns<SheetId>;
}

async function stage(
  folder: Folder,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StagedAsset> {
  const path = join(folder.root, STAGING, randomUUID());
  const file = await onDisk(() => open(path, 'wx+'));
  const discard = async () => {
    await file.close();
    await rm(path, { force: true });
  };
  try {
    const { bytes, sha256 } = await write(file, content, maxBytes);
    // 64 hex digits are what the id of a picture is.
    const id = sha256 as AssetId;
    return {
      id,
      bytes,
      read: (position, length) => read(file, position, length),
      keep: (sheetId, quota) =>
        folder.turns.take(sheetId, () =>
          onDisk(() => keep(folder.root, { path, file, id, bytes }, sheetId, quota)),
        ),
      discard,
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function write(
  file: FileHandle,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Refusal('asset.tooLarge');
    hash.update(chunk);
    await onDisk(() => file.writeFile(chunk));
  }
  return { bytes, sha256: hash.digest('hex') };
}

interface Staged {
  readonly path: string;
  readonly file: FileHandle;
  readonly id: AssetId;
  readonly bytes: number;
}

async function keep(root: string, staged: Staged, sheetId: SheetId, quota: AssetQuota) {
  const folder = join(root, requireName(parseId(sheetId)));
  const held = await sizesIn(folder);
  if (held.get(staged.id) === staged.bytes) return;
  // One of another size is a file that something else has damaged, and is replaced.
  held.set(staged.id, staged.bytes);
  const total = [...held.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (held.size > quota.count || total > quota.bytes) throw new Refusal('asset.quota');
  await staged.file.sync();
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  await rename(staged.path, join(folder, staged.id));
  await flush(folder);
  if (isNew) await flush(root);
}

/** Sizes by name; a sheet without pictures has no folder. */
async function sizesIn(folder: string): Promise<Map<string, number>> {
  const names = await unlessMissing(readdir(folder));
  const sizes = (names ?? []).map(
    async (name) => [name, (await stat(join(folder, name))).size] as const,
  );
  return new Map(await Promise.all(sizes));
}

/** Makes the names in a folder as durable as the files. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function find(root: string, sheetId: SheetId, id: AssetId): Promise<StoredAsset | undefined> {
  const path = join(root, requireName(parseId(sheetId)), requireName(parseAssetId(id)));
  const file = await unlessMissing(open(path, 'r'));
  if (file === undefined) return undefined;
  const { size } = await file.stat();
  return {
    bytes: size,
    read: (position, length) => read(file, position, length),
    stream: () => file.createReadStream({ start: 0 }),
    close: () => file.close(),
  };
}

async function read(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Ids become names of files: one that is none is a bug of the caller's. */
function requireName(id: string | undefined): string {
  if (id === undefined) throw new RangeError('Not an id');
  return id;
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What the operating system refuses (a full disk, a folder that is gone) is `asset.unsaved`. */
async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isSystemError(error) ? refusalBecause('asset.unsaved', error) : error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
