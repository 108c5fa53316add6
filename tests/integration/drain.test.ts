/** An end in good order does not wait for those who say nothing. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startServer } from '../world/server.ts';

/** Well below the minute that Node gives a connection to ask for something. */
const SOON_MS = 30_000;

test(
  'a connection that a browser opened in advance does not hold the server',
  async () => {
    const server = await startServer();
    const { hostname, port } = new URL(server.url);
    const early = connect(Number(port), hostname);
    await once(early, 'connect');
    // The server has taken it: it answers another one that came later.
    expect((await server.call('/healthz')).status).toBe(200);
    const closed = once(early, 'close');
    early.resume();
    await server.stop();
    await closed;
  },
  SOON_MS,
);
