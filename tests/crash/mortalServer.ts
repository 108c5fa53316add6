/** The server of a campaign: killed and started again and again on the same data. */
import { ServerProcess } from '../world/realServer.ts';
import { ServerLog } from './serverLog.ts';

export interface MortalServerOptions {
  readonly dataDir: string;
  /** The server's program instead of the product's. */
  readonly entry?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

const FIRST_GUESS_MS = 1000;

export class MortalServer {
  readonly log = new ServerLog();
  readonly #options: MortalServerOptions;
  #process: ServerProcess | undefined;
  #url = '';
  #lastStartMs = FIRST_GUESS_MS;

  constructor(options: MortalServerOptions) {
    this.#options = options;
  }

  /** Of the last start; each gets a port of its own. */
  get url(): string {
    return this.#url;
  }

  get lastStartMs(): number {
    return this.#lastStartMs;
  }

  get isRunning(): boolean {
    return this.#process?.hasEnded === false;
  }

  /** Begins to start it. */
  spawn(): ServerProcess {
    this.#process = ServerProcess.start({
      dataDir: this.#options.dataDir,
      entry: this.#options.entry,
      env: { ...this.#options.env, LOG_LEVEL: 'debug' },
      logged: (line) => this.log.read(line),
    });
    return this.#process;
  }

  /** Starts it; resolves when it listens. */
  async start(): Promise<void> {
    const startedAt = performance.now();
    this.#url = await this.spawn().ready;
    this.#lastStartMs = performance.now() - startedAt;
  }

  /** Sends SIGKILL before it returns. */
  kill(): void {
    this.#process?.kill();
  }

  /** Kills it if nobody has yet; resolves when it is gone, with what went wrong before that. */
  async killed(): Promise<string[]> {
    const process = this.#process;
    this.#process = undefined;
    if (process === undefined) return [];
    process.kill();
    const { code } = await process.ended;
    const problems = this.log.takeProblems();
    return code === null ? problems : [`It ended by itself with ${code}.`, ...problems];
  }

  /** Ends it in good order; resolves with what went wrong. */
  async stopped(): Promise<string[]> {
    const ending = await this.#process?.stop();
    this.#process = undefined;
    const problems = this.log.takeProblems();
    if (ending?.code === 0) return problems;
    return [`It ended with ${ending?.code ?? ending?.signal}.`, ...problems];
  }
}
