/** Where a killed server keeps its data, and what can be done to that place meanwhile. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { mountSmallDisk } from '../contracts/fullDisk.ts';

const DATABASE = 'helhetsmodellen.sqlite';
const LOCK_WAIT_MS = 5_000;
const SMALL_DISK_KIB = 48 * 1024;
const FILLER_STEPS = [1024 * 1024, 64 * 1024, 4096, 512, 1];

export interface Storage {
  readonly dataDir: string;
  /** Takes the database's write lock, as a backup program may; the answer lets go of it. */
  lock(): () => void;
  /** Leaves no byte free, where the place is a small disk of its own; the answer makes room. */
  readonly fill: (() => () => void) | undefined;
  remove(): void;
}

export function temporaryStorage(): Storage {
  const dataDir = mkdtempSync(join(tmpdir(), 'a3-crash-'));
  return {
    dataDir,
    lock: () => lockDatabase(dataDir),
    fill: undefined,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A disk that can be filled; undefined where this machine lets nobody mount one. */
export function smallDiskStorage(): Storage | undefined {
  const disk = mountSmallDisk(SMALL_DISK_KIB);
  if (disk === undefined) return undefined;
  const dataDir = join(disk.path, 'data');
  return {
    dataDir,
    lock: () => lockDatabase(dataDir),
    fill: () => fillDisk(join(disk.path, 'filler')),
    remove: disk.remove,
  };
}

function lockDatabase(dataDir: string): () => void {
  const db = new DatabaseSync(join(dataDir, DATABASE), { timeout: LOCK_WAIT_MS });
  db.exec('BEGIN IMMEDIATE');
  return () => db.close();
}

function fillDisk(path: string): () => void {
  const file = openSync(path, 'w');
  for (const bytes of FILLER_STEPS) {
    const chunk = new Uint8Array(bytes);
    for (;;) {
      try {
        writeSync(file, chunk);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') break;
        throw error;
      }
    }
  }
  closeSync(file);
  return () => rmSync(path, { force: true });
}
