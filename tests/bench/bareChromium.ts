/**
 * A page in a Chromium of its own, spoken to by the DevTools protocol with as little as can be.
 * What drives browsers in tests watches the page while it loads, and pays for it on the page's own
 * thread: each error object that a script makes has its script read once more, for example.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import * as z from 'zod/mini';
import { CHROMIUM, CHROMIUM_ARGS } from '../world/chromium.ts';
import { until } from '../world/until.ts';

const WINDOW = { width: 1280, height: 800 };

const answerSchema = z.object({
  id: z.optional(z.number()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});
const targetsSchema = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }));
const evaluatedSchema = z.object({
  result: z.object({ value: z.optional(z.unknown()) }),
  exceptionDetails: z.optional(z.object({ text: z.string() })),
});

export class BarePage {
  readonly #socket: WebSocket;
  readonly #end: () => Promise<void>;
  readonly #waiting = new Map<number, (answer: z.infer<typeof answerSchema>) => void>();
  #sent = 0;

  private constructor(socket: WebSocket, end: () => Promise<void>) {
    this.#socket = socket;
    this.#end = end;
    socket.on('message', (data) => {
      const answer = answerSchema.parse(JSON.parse(String(data)));
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** An empty page in a browser that has seen nothing. */
  static async open(): Promise<BarePage> {
    const profile = mkdtempSync(join(tmpdir(), 'a3-bench-browser-'));
    // A group of its own: Debian's command may be a shell that starts the browser.
    const browser = spawn(CHROMIUM, argumentsFor(profile), { stdio: 'ignore', detached: true });
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    const socket = await connect(profile).catch((error: unknown) => {
      endGroup(browser);
      throw error;
    });
    return new BarePage(socket, async () => {
      socket.close();
      endGroup(browser);
      await ended;
      rmSync(profile, { recursive: true, force: true });
    });
  }

  /** Sends a command of the protocol and gives its result. Rejects with what the browser says. */
  async send(method: string, params: object = {}): Promise<unknown> {
    this.#sent += 1;
    const id = this.#sent;
    const answer = await new Promise<z.infer<typeof answerSchema>>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
    this.#waiting.delete(id);
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  }

  /** Runs the function in every page from now on, before the page's own scripts. */
  async beforeScripts<A>(run: (argument: A) => void, argument: A): Promise<void> {
    await this.send('Page.enable');
    await this.send('Page.addScriptToEvaluateOnNewDocument', { source: callOf(run, argument) });
  }

  /** What the function gives in the page, as it comes through JSON. */
  async evaluate<A, R>(run: (argument: A) => R, argument: A): Promise<R> {
    const params = { expression: callOf(run, argument), returnByValue: true };
    const { result, exceptionDetails } = evaluatedSchema.parse(
      await this.send('Runtime.evaluate', params),
    );
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value as R;
  }

  /** The pointer goes to a place in the window, in CSS pixels, and presses there once. */
  async press(x: number, y: number): Promise<void> {
    const button = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await this.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed' });
    await this.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased' });
  }

  async close(): Promise<void> {
    await this.#end();
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid);
}

function callOf<A>(run: (argument: A) => unknown, argument: A): string {
  return `(${run.toString()})(${JSON.stringify(argument)})`;
}

function argumentsFor(profile: string): string[] {
  return [
    '--headless',
    ...CHROMIUM_ARGS,
    '--lang=nb-NO',
    // Without its own words in a language the browser would ask for English pages.
    '--accept-lang=nb-NO,nb',
    `--user-data-dir=${profile}`,
    `--window-size=${WINDOW.width},${WINDOW.height}`,
    '--remote-debugging-port=0',
    'about:blank',
  ];
}

async function connect(profile: string): Promise<WebSocket> {
  const portFile = join(profile, 'DevToolsActivePort');
  // The port's line is whole once the next one has begun.
  const port = await until(
    () => (existsSync(portFile) ? /^(\d+)\n/.exec(readFileSync(portFile, 'utf8'))?.[1] : undefined),
    'the browser has started',
  );
  const targets = targetsSchema.parse(
    await (await fetch(`http://127.0.0.1:${port}/json/list`)).json(),
  );
  const page = targets.find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('The browser has no page.');
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return socket;
}
