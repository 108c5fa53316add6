/** The server as a process: what it prints, how it refuses to start, and how it ends. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { join } from '../world/participants.ts';
import { openRaw } from '../world/rawSocket.ts';
import type { TestSheet } from '../world/server.ts';
import { type ServerProcess, spawnServer } from '../world/serverProcess.ts';
import { until } from '../world/until.ts';

let dataDir: string;
let started: ServerProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(joinPath(tmpdir(), 'a3-process-'));
});

afterEach(async () => {
  for (const each of started) {
    each.child.kill('SIGKILL');
    await each.ended;
  }
  started = [];
  await rm(dataDir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, nodeArgs: string[] = []): ServerProcess {
  const server = spawnServer({ DATA_DIR: dataDir, ...env }, nodeArgs);
  started.push(server);
  return server;
}

const at = (address: string) => ({ wsUrl: `${address.replace('http', 'ws')}/sync` });

async function createSheet(url: string, key?: string): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
  const body = JSON.stringify({ kind: 'dypdykk', title: 'Prøveark' });
  return fetch(`${url}/api/sheets`, { method: 'POST', headers, body });
}

test('prints its address on a line of its own and ends with 0 when asked to', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const server = start();
    const url = await server.address();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    server.child.kill(signal);
    expect(await server.ended).toBe(0);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  }
});

test('RM-4 stores what people wrote and tells them to come back', async () => {
  const server = start();
  const url = await server.address();
  const sheet = (await (await createSheet(url)).json()) as TestSheet;
  const kari = join(at(url), sheet);
  await kari.synced();
  for (let i = 0; i < 200; i++) kari.text.insert(0, `${i} `);
  const isHere = await join(at(url), sheet);
  await until(() => isHere.text.toString() === kari.text.toString());
  isHere.leave();
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(kari.closeCodes[0]).toBe(1012);
  const again = start();
  const ola = join(at(await again.address()), sheet);
  await ola.synced();
  expect(ola.text.toString()).toBe(kari.text.toString());
  kari.leave();
  ola.leave();
});

test('a second signal ends it at once', async () => {
  const server = start();
  const url = await server.address();
  const sheet = (await (await createSheet(url)).json()) as TestSheet;
  const mute = await openRaw(at(url), sheet);
  // Somebody who never says goodbye holds up the orderly end, but not this one.
  mute.socket.pause();
  server.child.kill('SIGTERM');
  await until(() => server.stderr().includes('end.begun'));
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(1);
  mute.socket.terminate();
});

test('somebody who never says goodbye does not hold up the end for ever', async () => {
  const server = start();
  const url = await server.address();
  const sheet = (await (await createSheet(url)).json()) as TestSheet;
  const mute = await openRaw(at(url), sheet);
  mute.socket.pause();
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  mute.socket.terminate();
});

test('a bug that nobody caught is logged, and ends the server in good order with 1', async () => {
  const bug = `process.on('SIGUSR2', () => { throw new TypeError('en feil i koden') })`;
  const server = start({}, ['--import', `data:text/javascript,${encodeURIComponent(bug)}`]);
  const url = await server.address();
  const sheet = (await (await createSheet(url)).json()) as TestSheet;
  const kari = join(at(url), sheet);
  await kari.synced();
  kari.text.insert(0, 'rett før det smalt');
  const ola = join(at(url), sheet);
  await until(() => ola.text.toString() === 'rett før det smalt');
  ola.leave();
  server.child.kill('SIGUSR2');
  expect(await server.ended).toBe(1);
  expect(server.stderr()).toContain('"msg":"crashed"');
  const again = start();
  const per = join(at(await again.address()), sheet);
  await per.synced();
  expect(per.text.toString()).toBe('rett før det smalt');
  kari.leave();
  per.leave();
});

test('all faults of the configuration are told at once, in Norwegian, and nothing starts', async () => {
  const server = start({ PORT: 'åtti', PUBLIC_URL: 'kommunen', CREATE: 'ja', DATABASE_URL: 'x' });
  expect(await server.ended).toBe(1);
  expect(server.stdout()).toBe('');
  for (const name of [
    'PORT er «åtti»',
    'PUBLIC_URL er',
    'CREATE er «ja»',
    'DATABASE_URL er satt',
  ]) {
    expect(server.stderr()).toContain(name);
  }
});

test('a port that is taken is told in Norwegian', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const server = start({ PORT: String(port) });
  expect(await server.ended).toBe(1);
  expect(server.stderr()).toContain(`Port ${port} på 127.0.0.1 er opptatt`);
  expect(server.stdout()).toBe('');
  await new Promise((resolve) => other.close(resolve));
});

test('a host that this machine does not have is told in Norwegian', async () => {
  const server = start({ HOST: '192.0.2.1', CREATE: 'open' });
  expect(await server.ended).toBe(1);
  expect(server.stderr()).toContain('Rett HOST');
});

test('a file that is no database is told, and left alone', async () => {
  await writeFile(joinPath(dataDir, 'helhetsmodellen.sqlite'), 'dette er et brev'.repeat(100));
  const server = start();
  expect(await server.ended).toBe(1);
  expect(server.stderr()).toContain('er ikke en database');
});

test('two servers do not share a folder', async () => {
  await start().address();
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toContain('bruker allerede datamappen');
});

test('where others can come, creating a sheet takes the key that was shown once', async () => {
  const env = { HOST: '0.0.0.0' };
  const first = start(env);
  const port = new URL(await first.address()).port;
  const key = await until(() => /^Administratornøkkel [^:]*: (\S{32})$/m.exec(first.stdout())?.[1]);
  const url = `http://127.0.0.1:${port}`;
  for (const wrong of [undefined, 'feil']) {
    const refused = await createSheet(url, wrong);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { code: 'create.forbidden' } });
  }
  expect((await createSheet(url, key)).status).toBe(201);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(first.stderr()).not.toContain(key);
  const second = start(env);
  const again = `http://127.0.0.1:${new URL(await second.address()).port}`;
  expect((await createSheet(again, key)).status).toBe(201);
  expect(second.stdout()).not.toContain('Administratornøkkel');
});
