/** Starts `otherProcess.ts` and waits for what it says. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { OtherSays } from './otherProcess.ts';

const SCRIPT = fileURLToPath(new URL('./otherProcess.ts', import.meta.url));

export type OtherMode = 'serve' | 'try' | 'lock' | 'write';

export interface Other {
  readonly says: OtherSays;
  /** Asks it to let go, and resolves when it has ended. */
  release(): Promise<void>;
  /** `kill -9`; resolves when it has ended. */
  kill(): Promise<void>;
}

export interface OtherOptions {
  /** Run with this file size limit, in kibibytes: writing beyond it fails as on a full disk. */
  readonly fileSizeLimitKib?: number;
  readonly spawn?: SpawnOptions;
}

export async function startOther(
  mode: OtherMode,
  file: string,
  options: OtherOptions = {},
): Promise<Other> {
  const child = spawnOther(mode, file, options);
  const ended = once(child, 'close');
  if (child.stdout === null) throw new Error('The other process has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      says: JSON.parse(line),
      release: async () => {
        child.stdin?.end();
        await ended;
      },
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }
  throw new Error(`The other process (${mode}) ended without a word.`);
}

/** The bare process, for whoever does not wait for its words. */
export function spawnOther(
  mode: OtherMode,
  file: string,
  options: OtherOptions = {},
): ChildProcess {
  const args = [SCRIPT, mode, file];
  const stdio: SpawnOptions = { ...options.spawn, stdio: ['pipe', 'pipe', 'inherit'] };
  const limit = options.fileSizeLimitKib;
  if (limit === undefined) return spawn(process.execPath, args, stdio);
  // Bash counts in kibibytes; the signal is ignored, so that the write itself fails.
  const command = `trap '' XFSZ; ulimit -f ${limit}; exec "$@"`;
  return spawn('bash', ['-c', command, 'bash', process.execPath, ...args], stdio);
}
