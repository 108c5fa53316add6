/** What every answer says about how a browser may use it: nothing is loaded from another host. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPng } from '../world/images.ts';
import { startServer, type TestServer, type TestSheet } from '../world/server.ts';

/** What the page and the canvas need, and no more. */
const PAGE = [
  "default-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];
/** Written before any route is found; nothing in them is a page. */
const BARE = ["default-src 'none'", "frame-ancestors 'none'"];
/** Pictures that somebody has put on a sheet. */
const PICTURE = ["default-src 'none'", 'sandbox'];

let clientDir: string;
let server: TestServer;
let sheet: TestSheet;
let picture: string;

beforeAll(async () => {
  clientDir = await mkdtemp(join(tmpdir(), 'a3-headers-'));
  await mkdir(join(clientDir, 'assets'));
  await mkdir(join(clientDir, 'licenses'));
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>A3</title>');
  await writeFile(join(clientDir, 'assets', 'app-abc.js'), 'let a = 1;');
  await writeFile(join(clientDir, 'assets', 'app-abc.js.br'), 'pakket');
  await writeFile(join(clientDir, 'licenses', 'tldraw.txt'), 'Licence');
  server = await startServer({ clientDir });
  sheet = await server.createSheet({ example: 'avtalelojalitet' });
  const answer = await server.call(`/api/sheets/${sheet.id}/assets`, {
    method: 'POST',
    key: sheet.keys.rediger,
    body: aPng(3, 3),
  });
  picture = ((await answer.json()) as { url: string }).url;
});

afterAll(async () => {
  await server.kill();
  await rm(clientDir, { recursive: true });
});

interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly isAnonymous?: boolean;
}

/** As a program asks that does not tidy addresses up. */
function ask(path: string, how: Ask = {}) {
  const { hostname, port } = new URL(server.url);
  const authorization = `Bearer ${sheet.keys.fasilitator}`;
  const headers = { ...(how.isAnonymous ? {} : { authorization }), ...how.headers };
  return new Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders }>(
    (resolve, reject) => {
      const asked = request({ hostname, port, path, method: how.method ?? 'GET', headers });
      asked.on('response', (response) => {
        response.resume();
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers }),
        );
      });
      asked.on('upgrade', () => reject(new Error('Let in')));
      asked.on('error', reject);
      asked.end(how.body);
    },
  );
}

function expectSafe(headers: IncomingHttpHeaders, policy: readonly string[]): void {
  const given = String(headers['content-security-policy']).split(/; ?/);
  expect(given.toSorted()).toEqual(policy.toSorted());
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  expect(headers['x-powered-by']).toBeUndefined();
}

const json = { 'content-type': 'application/json' };
const of = (rest: string) => () => `/api/sheets/${sheet.id}${rest}`;
const at = (path: string) => () => path;

const ANSWERS: readonly (readonly [what: string, status: number, path: () => string, how?: Ask])[] =
  [
    ['the start page', 200, at('/')],
    ['a sheet as a page', 200, at('/ark/AAAAAAAAAAAAAAAAAAAAAA')],
    ['a page that does not exist', 404, at('/borte'), { headers: { accept: 'text/html' } }],
    ['a script', 200, at('/assets/app-abc.js')],
    ['a packed script', 200, at('/assets/app-abc.js'), { headers: { 'accept-encoding': 'br' } }],
    ['part of a script', 206, at('/assets/app-abc.js'), { headers: { range: 'bytes=0-2' } }],
    [
      'a part that is not there',
      400,
      at('/assets/app-abc.js'),
      { headers: { range: 'bytes=99-' } },
    ],
    ['a script that does not exist', 404, at('/assets/borte.js')],
    ['a licence', 200, at('/licenses/tldraw.txt')],
    ['health', 200, at('/healthz')],
    ['readiness', 200, at('/readyz')],
    ['metrics', 200, at('/metrics')],
    ['the settings of the canvas', 200, at('/api/canvas')],
    ['a sheet', 200, of('')],
    ['the head of a sheet', 200, of(''), { method: 'HEAD' }],
    ['a state', 200, of('/state')],
    ['keys', 200, of('/keys')],
    ['utgaver', 200, of('/utgaver')],
    ['vedtak', 200, of('/vedtak')],
    ['an export', 200, of('/export/csv')],
    ['no key', 401, of(''), { isAnonymous: true }],
    ['no sheet', 404, at('/api/sheets/AAAAAAAAAAAAAAAAAAAAAA')],
    ['no such call', 404, at('/api/borte')],
    ['no such method', 405, of(''), { method: 'DELETE' }],
    ['no such picture', 404, of(`/assets/${'0'.repeat(64)}`)],
    ['a picture that is none', 415, of('/assets'), { method: 'POST', body: '<svg/>' }],
    ['a sheet of nothing', 400, at('/api/sheets'), { method: 'POST', body: '{}', headers: json }],
    ['no JSON', 400, at('/api/sheets'), { method: 'POST', body: '{', headers: json }],
    ['no media type of ours', 415, at('/api/sheets'), { method: 'POST', body: 'x' }],
    [
      'too much',
      413,
      at('/api/sheets'),
      { method: 'POST', body: 'x'.repeat(70_000), headers: json },
    ],
  ];

const answers = ANSWERS.map(([what, status, path, how]) => ({ what, status, path, how }));

test.each(answers)('$what ($status) has the policy of a page', async ({ status, path, how }) => {
  const answer = await ask(path(), how);
  expect(answer.status).toBe(status);
  expectSafe(answer.headers, PAGE);
});

test.each(['/', '/assets/app-abc.js', '/licenses/tldraw.txt'])(
  '%s unchanged (304) has it too',
  async (path) => {
    const etag = (await ask(path)).headers.etag ?? '';
    const answer = await ask(path, { headers: { 'if-none-match': etag } });
    expect(answer.status).toBe(304);
    expectSafe(answer.headers, PAGE);
  },
);

test('a state unchanged (304) has it too', async () => {
  const etag = (await ask(of('/state')())).headers.etag ?? '';
  const answer = await ask(of('/state')(), { headers: { 'if-none-match': etag } });
  expect(answer.status).toBe(304);
  expectSafe(answer.headers, PAGE);
});

test('a picture, its head and a picture unchanged can do nothing', async () => {
  const whole = await ask(picture);
  const head = await ask(picture, { method: 'HEAD' });
  const etag = whole.headers.etag ?? '';
  const unchanged = await ask(picture, { headers: { 'if-none-match': etag } });
  expect([whole, head, unchanged].map(({ status }) => status)).toEqual([200, 200, 304]);
  for (const { headers } of [whole, head, unchanged]) expectSafe(headers, PICTURE);
});

describe('answers written before any route is found', () => {
  test.each([
    ['an address that is none', '/%', 404],
    ['a sheet with an address that is none', '/api/sheets/%E0%A4%A', 404],
  ])('%s', async (_what, path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expectSafe(answer.headers, BARE);
  });

  test.each([
    ['an upgrade without a key', () => `/sync/${sheet.id}`, 401],
    ['an upgrade to nowhere', () => '/annet', 404],
  ])('%s', async (_what, path, status) => {
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'x3JJHMbDL1EzLkh9GBhXDw==',
    };
    const answer = await ask(path(), { headers: upgrade, isAnonymous: true });
    expect(answer.status).toBe(status);
    expectSafe(answer.headers, BARE);
  });

  test('what is no HTTP at all', async () => {
    const { hostname, port } = new URL(server.url);
    const text = await new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write('HEI\r\n\r\n'));
      socket.setEncoding('utf8').on('data', (part: string) => {
        answer += part;
      });
      socket.on('end', () => resolve(answer)).on('error', reject);
    });
    const lines = text.split('\r\n\r\n')[0]?.split('\r\n').slice(1) ?? [];
    expectSafe(Object.fromEntries(lines.map((line) => line.split(/: (.*)/s))), BARE);
  });
});

test('known by a name of its own, it lets older browsers open sockets under that name', async () => {
  const named = await startServer({
    clientDir,
    config: { publicUrl: new URL('https://a3.kommune.no') },
  });
  const { headers } = await named.call('/');
  expect(headers.get('content-security-policy')).toContain(
    "connect-src 'self' wss://a3.kommune.no",
  );
  await named.kill();
});
