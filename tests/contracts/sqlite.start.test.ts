/** How the SQLite store starts, and when it refuses to. Rules: `server/journal/SPEC.md`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS } from '../../server/sqlite/migrations.ts';
import { type StartErrorKind, StoreStartError } from '../../server/sqlite/startError.ts';
import { openSqliteStore } from '../../server/sqlite/store.ts';
import { spawnOther, startOther } from './startOther.ts';
import { aSheetId, temporaryFolder, textBytes, textOf } from './support.ts';

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

describe('starting the SQLite store', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let file: string;

  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder.path, 'helhetsmodellen.sqlite');
  });

  afterEach(() => folder.remove());

  /** A database with one sheet in it. */
  async function existingStore(): Promise<ReturnType<typeof aSheetId>> {
    const store = await openSqliteStore({ file });
    const sheet = aSheetId();
    await store.journal.append(sheet, [textBytes('kept')]);
    await store.close();
    return sheet;
  }

  async function startRefusal(): Promise<StoreStartError> {
    const outcome = await openSqliteStore({ file, busyTimeoutMs: 100, lockWaitMs: 0 }).catch(
      (error: unknown) => error,
    );
    if (!(outcome instanceof StoreStartError)) throw new Error(`Not refused: ${String(outcome)}`);
    return outcome;
  }

  /** Every file in the folder with its hash, except the lock, which every start makes. */
  async function contents(): Promise<Map<string, string>> {
    const names = (await readdir(folder.path)).filter((name) => !name.endsWith('.lock'));
    const read = names.map(async (name) => {
      const bytes = await readFile(join(folder.path, name));
      return [name, `${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`] as const;
    });
    return new Map(await Promise.all(read));
  }

  async function expectUntouchedRefusal(kind: StartErrorKind, words: RegExp): Promise<void> {
    const before = await contents();
    const refusal = await startRefusal();
    expect(refusal.kind).toBe(kind);
    expect(refusal.message).toContain(file);
    expect(refusal.message).toMatch(words);
    expect(await contents()).toEqual(before);
  }

  it('SQ-10 creates a missing folder for its own user only', async () => {
    file = join(folder.path, 'a', 'b', 'helhetsmodellen.sqlite');
    await (await openSqliteStore({ file })).close();
    const { mode } = await stat(join(folder.path, 'a', 'b'));
    expect(mode & 0o077).toBe(0);
  });

  it('SQ-10 lets nobody else read its files, whatever the folder allows', async () => {
    await chmod(folder.path, 0o755);
    const store = await openSqliteStore({ file });
    for (const name of ['', '-wal', '-shm']) {
      expect((await stat(`${file}${name}`)).mode & 0o077, `rights of ${name}`).toBe(0);
    }
    await store.close();
  });

  it('SQ-11 refuses a data folder that is a file', async () => {
    await writeFile(join(folder.path, 'data'), 'a file');
    file = join(folder.path, 'data', 'helhetsmodellen.sqlite');
    const refusal = await startRefusal();
    expect(refusal.kind).toBe('folder');
    expect(refusal.message).toContain(join(folder.path, 'data'));
  });

  it.each([
    ['a text file', Buffer.from('Dette er ikke en database. '.repeat(500))],
    ['a file of one byte', Buffer.from('x')],
    ['a file of zeros', Buffer.alloc(8192)],
    ['a file shorter than a page', Buffer.from('SQLite format 3\0')],
  ])('SQ-11 refuses %s and leaves it as it is', async (_what, bytes) => {
    await writeFile(file, bytes);
    await expectUntouchedRefusal('notADatabase', /er ikke en database.*Flytt filen/u);
  });

  it("SQ-11 refuses another program's database", async () => {
    const db = new DatabaseSync(file);
    db.exec('CREATE TABLE theirs (id INTEGER); INSERT INTO theirs VALUES (1)');
    db.close();
    await expectUntouchedRefusal('foreign', /tilhører et annet program/u);
  });

  it('SQ-11 refuses a database of a newer schema', async () => {
    await existingStore();
    const db = new DatabaseSync(file);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    db.close();
    await expectUntouchedRefusal('newer', /nyere versjon.*Installer/u);
  });

  it('SQ-11 refuses a database whose schema is damaged', async () => {
    await existingStore();
    const bytes = await readFile(file);
    bytes.fill(0xa5, 100, 4096);
    await writeFile(file, bytes);
    await expectUntouchedRefusal('damaged', /er skadet.*sikkerhetskopi/u);
  });

  it('SQ-11 refuses an emptied database beside a log that is not', async () => {
    await existingStore();
    const other = await startOther('serve', file);
    await other.kill();
    expect((await stat(`${file}-wal`)).size).toBeGreaterThan(0);
    await writeFile(file, '');
    await expectUntouchedRefusal('damaged', /er skadet/u);
  });

  it('SQ-11 takes an empty file for the new database that a first start was about to write', async () => {
    await writeFile(file, '');
    const sheet = await existingStore();
    expect(sheet).toBeDefined();
  });

  it('SQ-11 refuses a folder it may not write', async () => {
    await mkdir(join(folder.path, 'data'));
    file = join(folder.path, 'data', 'helhetsmodellen.sqlite');
    await chmod(join(folder.path, 'data'), 0o555);
    const { says } = await tryUnprivileged();
    expect(says.kind).toBe('readOnly');
    expect(says.message).toContain(file);
    expect(says.message).toContain('skrivetilgang');
  });

  it('SQ-11 refuses a file it may not write', async () => {
    await existingStore();
    const before = await readFile(file);
    await chmod(file, 0o444);
    if (isRoot) await chown(`${file}.lock`, NOBODY, NOBODY);
    await chmod(folder.path, 0o777);
    const { says } = await tryUnprivileged();
    expect(says.kind).toBe('readOnly');
    expect(says.message).toContain(file);
    expect(await readFile(file)).toEqual(before);
  });

  /** Permissions do not bind root, so the attempt is made as nobody then. */
  async function tryUnprivileged() {
    if (isRoot) await chmod(folder.path, 0o777);
    const spawn = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
    return startOther('try', file, { spawn });
  }

  it('SQ-11 refuses a database that another program has locked, and starts once it is gone', async () => {
    const sheet = await existingStore();
    const other = await startOther('lock', file);
    const refusal = await startRefusal();
    expect(refusal.kind).toBe('locked');
    expect(refusal.message).toContain(file);
    expect(refusal.message).toMatch(/låst av et annet program.*start tjeneren på nytt/u);
    await other.release();

    const store = await openSqliteStore({ file });
    expect((await store.journal.load(sheet))?.updates.map(textOf)).toEqual(['kept']);
    await store.close();
  });

  it('SQ-11 refuses a database that another program is writing for too long', async () => {
    await existingStore();
    const other = await startOther('write', file);
    expect((await startRefusal()).kind).toBe('locked');
    await other.release();
  });

  it('SQ-11 refuses to start on a full disk', async () => {
    // The lock and the first pages need more than nothing; a kibibyte is too little for them.
    const { says } = await startOther('try', file, { fileSizeLimitKib: 1 });
    expect(['full', 'unexpected']).toContain(says.kind);
    expect(says.message).toContain(file);
  });

  it('SQ-12 refuses a second server on the same folder, in this process or another', async () => {
    const store = await openSqliteStore({ file });
    expect((await startRefusal()).kind).toBe('inUse');
    const { says } = await startOther('try', file);
    expect(says.kind).toBe('inUse');
    expect(says.message).toContain('DATA_DIR');
    await store.journal.check();
    await store.close();
  });

  it('SQ-12 starts after the first server was killed, with nothing to clean up', async () => {
    const other = await startOther('serve', file);
    expect((await startRefusal()).kind).toBe('inUse');
    await other.kill();
    const store = await openSqliteStore({ file, lockWaitMs: 0 });
    await store.journal.check();
    await store.close();
  });

  it.each(['.lock', '', '-wal', '-shm'])(
    'SQ-13 starts after a first start that was killed when it made its file «%s»',
    async (suffix) => {
      const other = spawnOther('serve', file);
      await vi.waitUntil(() => existsSync(`${file}${suffix}`), { timeout: 20_000, interval: 1 });
      other.kill('SIGKILL');
      await once(other, 'close');
      const store = await openSqliteStore({ file });
      await store.journal.check();
      await store.close();
    },
  );

  it('SQ-12 waits for a server that is just stopping', async () => {
    const other = await startOther('serve', file);
    const opened = openSqliteStore({ file, lockWaitMs: 20_000 });
    await other.release();
    await (await opened).close();
  });

  it('SQ-12 lets go of the folder when it could not start', async () => {
    await writeFile(file, 'x'.repeat(1000));
    expect((await startRefusal()).kind).toBe('notADatabase');
    expect((await startRefusal()).kind).toBe('notADatabase');
  });

  it('SQ-13 opens a database made by an empty first start', async () => {
    // A crash between the file's creation and the first migration leaves this.
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = WAL');
    db.close();
    const store = await openSqliteStore({ file });
    await store.journal.check();
    await store.close();
  });

  it('SQ-13 leaves a database that any SQLite reads', async () => {
    await existingStore();
    const check = spawnSync(process.execPath, [
      '-e',
      `const { DatabaseSync } = require('node:sqlite');
       console.log(new DatabaseSync(process.argv[1]).prepare('PRAGMA integrity_check').get());`,
      file,
    ]);
    expect(check.stdout.toString()).toContain("'ok'");
    expect(await readdir(folder.path)).toEqual([
      'helhetsmodellen.sqlite',
      'helhetsmodellen.sqlite.lock',
    ]);
  });
});
