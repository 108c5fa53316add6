/** A network that can go silent without closing anything: a TCP proxy that stops passing bytes on. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { TestServer } from './server.ts';

export interface SilentProxy {
  /** The server's `wsUrl`, through the proxy. */
  readonly wsUrl: string;
  /** From now on nothing passes in either direction, and nobody is told. */
  goSilent(): void;
  /** The network is back; what was on its way arrives. */
  comeBack(): void;
  close(): Promise<void>;
}

export async function proxyTo(server: TestServer): Promise<SilentProxy> {
  const target = new URL(server.url);
  const sockets = new Set<Socket>();
  const proxy = createServer((inside) => {
    const outside = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    wsUrl: `ws://127.0.0.1:${port}/sync`,
    goSilent: () => {
      for (const socket of sockets) socket.pause();
    },
    comeBack: () => {
      for (const socket of sockets) socket.resume();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
