/**
 * The real server in a process of its own, as `npm start` runs it: on a free port of 127.0.0.1,
 * with a data folder that outlives it, so that it can be killed and started again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const REPO = join(import.meta.dirname, '..', '..');
const MAIN = join(REPO, 'server', 'main.ts');
const ADDRESS = /^Helhetsmodellen A3: (http:\S+)$/;
/** So many lines are kept to explain a failure. */
const KEPT_LINES = 200;

export interface ServerProcessOptions {
  readonly dataDir: string;
  /** The program instead of `server/main.ts`. */
  readonly entry?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Called with each line of the log. */
  readonly logged?: ((line: string) => void) | undefined;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export class ServerProcess {
  /** Resolves with `http://127.0.0.1:<port>`; rejects when the process ends before it listens. */
  readonly ready: Promise<string>;
  /** Resolves when the process has ended and all it wrote has been read. */
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  #ending: Ending | undefined;

  private constructor(options: ServerProcessOptions) {
    const child = spawn(process.execPath, [options.entry ?? MAIN], {
      cwd: REPO,
      env: {
        ...process.env,
        HOST: '127.0.0.1',
        ...options.env,
        PORT: '0',
        DATA_DIR: options.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const killChild = () => child.kill('SIGKILL');
    process.once('exit', killChild);
    this.ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        process.off('exit', killChild);
        this.#ending = { code, signal };
        resolve(this.#ending);
      });
    });
    this.ready = this.#readAddress(options.logged);
    // Whoever kills a server that is still starting need not wait for its address.
    this.ready.catch(() => {});
  }

  static start(options: ServerProcessOptions): ServerProcess {
    return new ServerProcess(options);
  }

  get pid(): number {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('The server has no process.');
    return pid;
  }

  get hasEnded(): boolean {
    return this.#ending !== undefined;
  }

  /** The last lines that it wrote. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Sends SIGKILL before it returns; `ended` says when the process is gone. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** Asks for an orderly end; resolves with how it went. */
  stop(): Promise<Ending> {
    this.#child.kill('SIGTERM');
    return this.ended;
  }

  #readAddress(logged: ServerProcessOptions['logged']): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#readLines(this.#child.stdout, (line) => {
        const address = ADDRESS.exec(line)?.[1];
        if (address !== undefined) resolve(address);
      });
      this.#readLines(this.#child.stderr, logged);
      this.ended.then(
        () => reject(new Error(`The server ended before it listened:\n${this.#lines.join('\n')}`)),
        reject,
      );
    });
  }

  #readLines(stream: NodeJS.ReadableStream | null, seen?: (line: string) => void): void {
    if (stream === null) return;
    createInterface({ input: stream }).on('line', (line) => {
      this.#lines.push(line);
      if (this.#lines.length > KEPT_LINES) this.#lines.shift();
      seen?.(line);
    });
  }
}
