/** A small disk of its own, where this machine lets us mount one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  remove(): void;
}

/** Whether this machine lets us: root on a Linux that is not locked down. */
export const canMountDisks = probe();

function probe(): boolean {
  const disk = mountSmallDisk(64);
  disk?.remove();
  return disk !== undefined;
}

/** Mounts a file system of this size; undefined when that is not allowed here. */
export function mountSmallDisk(kibibytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'a3-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', path];
  const isMounted = spawnSync('mount', options).status === 0;
  const remove = () => {
    if (isMounted) spawnSync('umount', ['--lazy', path]);
    rmSync(path, { recursive: true, force: true });
  };
  if (isMounted) return { path, remove };
  remove();
  return undefined;
}
