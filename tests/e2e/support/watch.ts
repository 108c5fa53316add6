/** Notes what a page does that no page may do: asking another host, failing, complaining. */
import type { BrowserContext, Page } from '@playwright/test';

/** What Chromium itself says when the network or the server does not answer, or answers no. */
const NETWORK_COMPLAINT = /^(Failed to load resource|WebSocket connection to)/;

export class Watch {
  readonly faults: string[] = [];
  /** Every address asked, in order. */
  readonly asked: string[] = [];
  readonly #hosts = new Set<string>();
  readonly #allowed: RegExp[] = [];

  constructor(ownUrl: string) {
    this.allowHost(ownUrl);
  }

  allowHost(url: string): void {
    this.#hosts.add(new URL(url).host);
  }

  /** This test loses the network or the server, or is refused: the browser may complain of that. */
  expectOutage(): void {
    this.allowComplaint(NETWORK_COMPLAINT);
  }

  /** What the browser may say in this test, and why stands beside the call. */
  allowComplaint(pattern: RegExp): void {
    this.#allowed.push(pattern);
  }

  over(context: BrowserContext): void {
    context.on('request', (request) => this.#noteAddress(request.url()));
    context.on('weberror', (error) => this.#note(`fault in a page: ${error.error().stack}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.#noteComplaint(message.text());
    });
    context.on('page', (page) => this.#watchSockets(page));
  }

  #watchSockets(page: Page): void {
    page.on('websocket', (socket) => this.#noteAddress(socket.url()));
  }

  #noteAddress(address: string): void {
    this.asked.push(address);
    const { protocol, host } = new URL(address);
    if (protocol === 'data:' || protocol === 'blob:' || this.#hosts.has(host)) return;
    this.#note(`asked another host: ${address}`);
  }

  #noteComplaint(text: string): void {
    if (this.#allowed.some((pattern) => pattern.test(text))) return;
    this.#note(`complained: ${text}`);
  }

  #note(fault: string): void {
    this.faults.push(fault);
  }
}
