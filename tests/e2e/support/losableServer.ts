/** A server that a test can lose: killed at once, started again on the same port, or frozen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../../world/realServer.ts';
import type { NewTestSheet, TestSheet } from '../../world/server.ts';

const ENTRY = join(import.meta.dirname, 'serverEntry.ts');

export class LosableServer {
  readonly url: string;
  readonly #dataDir: string;
  #process: ServerProcess;

  private constructor(dataDir: string, url: string, process: ServerProcess) {
    this.#dataDir = dataDir;
    this.url = url;
    this.#process = process;
  }

  static async start(): Promise<LosableServer> {
    const dataDir = await mkdtemp(join(tmpdir(), 'a3-losable-'));
    const server = startProcess(dataDir, '0');
    return new LosableServer(dataDir, await server.ready, server);
  }

  /** As when the power goes: what was not durable is gone. */
  async kill(): Promise<void> {
    this.#process.kill();
    await this.#process.ended;
  }

  async startAgain(): Promise<void> {
    this.#process = startProcess(this.#dataDir, new URL(this.url).port);
    await this.#process.ready;
  }

  /** It hears nothing and answers nothing until it is thawed; its connections stay. */
  freeze(): void {
    process.kill(this.#process.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.#process.pid, 'SIGCONT');
  }

  async createSheet(sheet: NewTestSheet = {}): Promise<TestSheet> {
    const response = await fetch(`${this.url}/api/sheets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'dypdykk', title: 'Prøveark', ...sheet }),
    });
    return (await response.json()) as TestSheet;
  }

  call(path: string, { key }: { readonly key: string }): Promise<Response> {
    return fetch(this.url + path, { headers: { authorization: `Bearer ${key}` } });
  }

  async end(): Promise<void> {
    if (!this.#process.hasEnded) await this.kill();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}

function startProcess(dataDir: string, port: string): ServerProcess {
  return ServerProcess.start({
    dataDir,
    entry: ENTRY,
    env: { TEST_PORT: port },
  });
}
