/** The server as people start it: a process of its own, with an environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { until } from './until.ts';

const REPO = join(import.meta.dirname, '..', '..');

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The printed address, once there is one. */
  address(): Promise<string>;
  /** Exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string>;
}

/** Starts `server/main.ts`; by default on a free port of 127.0.0.1. */
export function spawnServer(
  env: Readonly<Record<string, string>>,
  nodeArgs: readonly string[] = [],
): ServerProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...nodeArgs, join(REPO, 'server', 'main.ts')], {
    env: { PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    address: () =>
      until(
        () => /^Helhetsmodellen A3: (\S+)$/m.exec(stdout)?.[1],
        'the server prints its address',
      ),
    ended,
  };
}
