/** The HTTP contract, over real requests. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Role } from '../../shared/access/roles.ts';
import { ERRORS, type ErrorCode } from '../../shared/errors/catalogue.ts';
import { readSnapshot, type Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { ROLE_HEADER } from '../../shared/wire/headers.ts';
import { startServer, type TestSheet } from '../world/server.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });
const JSON_TYPE = { 'content-type': 'application/json' };

function post(path: string, body: unknown, key?: string): Promise<Response> {
  return it.server.call(path, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(body),
    ...(key === undefined ? {} : { key }),
  });
}

async function expectRefused(response: Response, code: ErrorCode): Promise<void> {
  const body: unknown = await response.json();
  expect(body).toMatchObject({ error: { code } });
  expect(Object.keys(body as object)).toEqual(['error']);
  expect((body as { error: { message: string } }).error.message).toContain(ERRORS[code].message);
  expect(response.status).toBe(ERRORS[code].status);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expectSecure(response);
}

function expectSecure(response: Response): void {
  const csp = response.headers.get('content-security-policy') ?? '';
  for (const directive of [
    "default-src 'self'",
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ]) {
    expect(csp.split(';')).toContain(directive);
  }
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(response.headers.get('strict-transport-security')).toBeNull();
  expect(response.headers.get('x-powered-by')).toBeNull();
}

const pathOf = (sheet: TestSheet, rest = '') => `/api/sheets/${sheet.id}${rest}`;

describe('POST /api/sheets', () => {
  test('makes a sheet with three keys and the links that carry them', async () => {
    const response = await post('/api/sheets', { kind: 'virksomhet', title: 'Årsplan' });
    expect(response.status).toBe(201);
    expectSecure(response);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const sheet = (await response.json()) as TestSheet;
    expect(response.headers.get('location')).toBe(`/ark/${sheet.id}`);
    expect(Object.keys(sheet).sort()).toEqual(['id', 'keys', 'links']);
    for (const role of ['les', 'rediger', 'fasilitator'] as const) {
      expect(sheet.keys[role]).toMatch(/^[A-Za-z0-9_-]{32}$/);
      expect(sheet.links[role]).toBe(`${it.server.url}/ark/${sheet.id}#n=${sheet.keys[role]}`);
    }
    expect(new Set(Object.values(sheet.keys)).size).toBe(3);
    const read = await it.server.call(pathOf(sheet), { key: sheet.keys.les });
    expect(await read.json()).toMatchObject({
      sheet: { kind: 'virksomhet', title: 'Årsplan' },
      problems: [],
    });
  });

  test.each([
    ['avtalelojalitet', 'dypdykk'],
    ['levanger', 'virksomhet'],
  ])('fills the example %s', async (example, kind) => {
    const response = await post('/api/sheets', { kind, title: '', example });
    const sheet = (await response.json()) as TestSheet;
    const read = await it.server.call(pathOf(sheet), { key: sheet.keys.les });
    const snapshot = (await read.json()) as Snapshot;
    expect(snapshot.sheet.kind).toBe(kind);
    expect(snapshot.sheet.title).not.toBe('');
    expect(snapshot.tiltak.length).toBeGreaterThan(0);
  });

  test('keeps which utredningstiltak a dypdykk digs into', async () => {
    const parent = { sheetId: it.sheet.id, tiltakId: 'abcdefgh12345678' };
    const response = await post('/api/sheets', { kind: 'dypdykk', title: 'Ned', parent });
    const sheet = (await response.json()) as TestSheet;
    const read = await it.server.call(pathOf(sheet), { key: sheet.keys.les });
    expect(await read.json()).toMatchObject({ sheet: { parent } });
  });

  test.each([
    [{ title: 'uten type' }],
    [{ kind: 'annet', title: 'x' }],
    [{ kind: 'dypdykk', title: 5 }],
    [{ kind: 'dypdykk', title: 'x'.repeat(301) }],
    [{ kind: 'dypdykk', title: 'x', ukjent: true }],
    [{ kind: 'dypdykk', title: 'x', example: '__proto__' }],
    [{ kind: 'virksomhet', title: 'x', example: 'avtalelojalitet' }],
    [{ kind: 'dypdykk', title: 'x', parent: { sheetId: 'kort' } }],
    [['liste']],
    [null],
    ['tekst'],
  ])('refuses %j', async (body) => {
    await expectRefused(await post('/api/sheets', body), 'body.invalid');
  });

  test('uses the address under which people know the server', async () => {
    await it.restart({ config: { publicUrl: new URL('https://a3.example.no') } });
    expect(it.sheet.links.les).toBe(
      `https://a3.example.no/ark/${it.sheet.id}#n=${it.sheet.keys.les}`,
    );
    const response = await it.server.call('/healthz');
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(response.headers.get('content-security-policy')).toContain('wss://a3.example.no');
  });
});

describe('what is no request of ours is answered in our form', () => {
  test.each(['/annet', '/api', '/api/sheets/x/y/z', '/api/portfolio', '/api/sheets/%00/state'])(
    '404 for %s',
    async (path) => {
      const response = await it.server.call(path);
      expect(response.status).toBe(404);
      await expectRefused(response, path.includes('%00') ? 'sheet.unknown' : 'route.unknown');
    },
  );

  test('405 tells which method is right', async () => {
    const response = await it.server.call('/api/sheets', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('POST');
    await expectRefused(response, 'method.unknown');
    const state = await it.server.call(pathOf(it.sheet, '/state'), { method: 'PUT' });
    expect(state.headers.get('allow')).toBe('GET, HEAD');
    await expectRefused(state, 'method.unknown');
  });

  test('400, 413 and 415 for bodies', async () => {
    const send = (body: string, headers: Record<string, string> = JSON_TYPE) =>
      it.server.call('/api/sheets', { method: 'POST', headers, body });
    await expectRefused(await send('{"kind":'), 'body.invalid');
    await expectRefused(await send(''), 'body.invalid');
    await expectRefused(await send('{"__proto__":{"a":1}}'), 'body.invalid');
    await expectRefused(await send(`"${'x'.repeat(70_000)}"`), 'body.tooLarge');
    await expectRefused(await send('x', { 'content-type': 'text/plain' }), 'body.mediaType');
    await expectRefused(await send('<x/>', { 'content-type': 'text/xml' }), 'body.mediaType');
  });

  test('a request that is no HTTP, and an address that is none', async () => {
    const { hostname, port } = new URL(it.server.url);
    for (const lines of ['TULL\r\n\r\n', 'GET /%E0%A4%A HTTP/1.1\r\nhost: x\r\n\r\n']) {
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.write(lines);
      await until(() => answer.includes('}}'));
      expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
      expect(answer).toMatch(/\{"error":\{"code":"(body.invalid|route.unknown)"/);
      expect(answer.toLowerCase()).toContain('content-security-policy');
      socket.destroy();
    }
  });
});

describe('a sheet is only for those who have a key', () => {
  const routes: readonly [string, string, Role][] = [
    ['GET', '', 'les'],
    ['GET', '/state', 'les'],
    ['GET', '/export/json', 'les'],
    ['POST', '/import', 'rediger'],
    ['GET', '/keys', 'fasilitator'],
    ['POST', '/keys/rotate', 'fasilitator'],
  ];
  test.each(routes)('%s /api/sheets/:id%s asks for at least %s', async (method, rest, least) => {
    const init = { method, ...(method === 'POST' ? { headers: JSON_TYPE, body: '{}' } : {}) };
    const path = pathOf(it.sheet, rest);
    await expectRefused(await it.server.call(path, init), 'key.missing');
    await expectRefused(await it.server.call(path, { ...init, key: 'feil' }), 'key.wrong');
    const unknown = `/api/sheets/AAAAAAAAAAAAAAAAAAAAAA${rest}`;
    await expectRefused(
      await it.server.call(unknown, { ...init, key: it.sheet.keys.fasilitator }),
      'sheet.unknown',
    );
    for (const role of ['les', 'rediger', 'fasilitator'] as const) {
      const isEnough = rank(role) >= rank(least);
      const response = await it.server.call(path, { ...init, key: it.sheet.keys[role] });
      if (!isEnough) await expectRefused(response, 'role.forbidden');
      else expect(response.status).not.toBe(403);
    }
  });

  const rank = (role: Role) => ['les', 'rediger', 'fasilitator'].indexOf(role);

  test('a key in the address does not open the API, since addresses end up in logs', async () => {
    const path = `${pathOf(it.sheet)}?nokkel=${it.sheet.keys.les}`;
    await expectRefused(await it.server.call(path), 'key.missing');
  });
});

describe('GET /api/sheets/:id/state', () => {
  const state = (headers: Record<string, string> = {}) =>
    it.server.call(pathOf(it.sheet, '/state'), { key: it.sheet.keys.les, headers });

  test('gives the document, and 304 to whoever has it', async () => {
    const response = await state();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    expect(readSnapshot(doc).snapshot.sheet.title).toBe('Prøveark');
    const etag = response.headers.get('etag') ?? '';
    const again = await state({ 'if-none-match': `"annet", ${etag}` });
    expect(again.status).toBe(304);
    expect((await again.arrayBuffer()).byteLength).toBe(0);
    expect([response, again].map(({ headers }) => headers.get(ROLE_HEADER))).toEqual([
      'les',
      'les',
    ]);
  });

  test('has what was just written, under another ETag', async () => {
    const before = (await state()).headers.get('etag');
    const kari = await it.comes({ control: true });
    kari.text.insert(0, 'nytt');
    await until(() => kari.saved() === 2);
    const response = await state({ 'if-none-match': before ?? '' });
    expect(response.status).toBe(200);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    expect(doc.getText('prøve').toString()).toBe('nytt');
  });

  test.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip;q=1.0, br;q=0.5', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['br;q=0', undefined, (bytes: Buffer) => bytes],
    ['identity', undefined, (bytes: Buffer) => bytes],
    ['brotli', undefined, (bytes: Buffer) => bytes],
  ])('to whoever takes %s', async (accepted, expected, unpack) => {
    const plain = Buffer.from(await (await state({ 'accept-encoding': 'identity' })).arrayBuffer());
    const { headers, body } = await rawGet(pathOf(it.sheet, '/state'), it.sheet.keys.les, accepted);
    expect(headers['content-encoding']).toBe(expected);
    expect(headers.vary).toBe('accept-encoding');
    expect(unpack(body)).toEqual(plain);
  });

  /** `fetch` unpacks by itself. */
  function rawGet(path: string, key: string, accepted: string) {
    return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${key}`, 'accept-encoding': accepted };
      const asked = request(it.server.url + path, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      asked.on('error', reject).end();
    });
  }
});

describe('POST /api/sheets/:id/import', () => {
  const exportOf = async (sheet: TestSheet) => {
    const response = await it.server.call(pathOf(sheet, '/export/json'), { key: sheet.keys.les });
    return (await response.json()) as Snapshot;
  };
  const send = (body: unknown) => post(pathOf(it.sheet, '/import'), body, it.sheet.keys.rediger);

  test('RM-21 merges a snapshot in, for those who are there too, and stores it', async () => {
    const kari = await it.comes({ control: true });
    const example = await it.server.createSheet({ example: 'avtalelojalitet' });
    const snapshot = await exportOf(example);
    expect((await send(snapshot)).status).toBe(200);
    await until(() => kari.doc.getMap('tiltak').size === snapshot.tiltak.length);
    const merged = await exportOf(it.sheet);
    expect(merged.tiltak.map((each) => each.title)).toEqual(snapshot.tiltak.map((t) => t.title));
    expect(merged.sections).toEqual(snapshot.sections);
    // The second time nothing is left to add.
    expect((await send(snapshot)).status).toBe(200);
    expect(await exportOf(it.sheet)).toEqual(merged);
  });

  test.each([
    ['no snapshot', { noe: 'annet' }],
    ['one bad row among good ones', 'badRow'],
    ['nesting without end', 'deep'],
  ])('RM-21 refuses %s, and nothing comes in', async (_what, body) => {
    const before = await exportOf(it.sheet);
    const good = await exportOf(await it.server.createSheet({ example: 'avtalelojalitet' }));
    const bodies: Record<string, unknown> = {
      badRow: { ...good, tiltak: [...good.tiltak, { id: 'abcdefgh12345678', status: 'feil' }] },
      deep: { ...good, canvas: [{ id: 'abcdefgh', props: nest(200) }] },
    };
    const response = await send(typeof body === 'string' ? bodies[body] : body);
    await expectRefused(response, 'import.invalid');
    expect(await exportOf(it.sheet)).toEqual(before);
  });

  function nest(depth: number): unknown {
    return depth === 0 ? 1 : [nest(depth - 1)];
  }

  test('takes 5 MB and no more', async () => {
    const snapshot = await exportOf(it.sheet);
    const filled = (bytes: number) => ({ ...snapshot, noe: 'x'.repeat(bytes) });
    expect((await send(filled(4_900_000))).status).toBe(200);
    await expectRefused(await send(filled(5_300_000)), 'body.tooLarge');
  });
});

describe('GET /api/sheets/:id/export/:format', () => {
  const get = (format: string, sheet = it.sheet) =>
    it.server.call(pathOf(sheet, `/export/${format}`), { key: sheet.keys.les });

  test('csv is a file with the tables', async () => {
    const sheet = await it.server.createSheet({ example: 'avtalelojalitet', title: 'Æ "Ø" / Å' });
    const response = await get('csv', sheet);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="a3.csv"; filename*=UTF-8''%C3%86%20%22%C3%98%22%20%2F%20%C3%85.csv`,
    );
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text.startsWith('\uFEFFTiltak;Slag;')).toBe(true);
    expect(text).toContain('\r\nGevinst;Slag;');
    expect(text).toContain('\r\nMåling;Måleenhet;');
  });

  const office = 'application/vnd.openxmlformats-officedocument';
  test.each([
    ['xlsx', `${office}.spreadsheetml.sheet`, 'PK\x03\x04'],
    ['docx', `${office}.wordprocessingml.document`, 'PK\x03\x04'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
  ])('%s is a file of its kind, named after the sheet', async (format, contentType, start) => {
    const sheet = await it.server.createSheet({ example: 'avtalelojalitet', title: 'Æ "Ø" / Å' });
    const response = await get(format, sheet);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="a3.${format}"; filename*=UTF-8''%C3%86%20%22%C3%98%22%20%2F%20%C3%85.${format}`,
    );
    expectSecure(response);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, start.length).toString('latin1')).toBe(start);
    expect(bytes.length).toBeGreaterThan(5_000);
  });

  test('exports asked for at one moment are all written', async () => {
    const formats = ['pdf', 'xlsx', 'docx', 'csv', 'xlsx'];
    const responses = await Promise.all(formats.map((format) => get(format)));
    expect(responses.map((response) => response.status)).toEqual(formats.map(() => 200));
    const refused = await it.server.call(pathOf(it.sheet, '/export/pdf'));
    await expectRefused(refused, 'key.missing');
  });

  test.each(['toString', 'CSV', 'xls', 'PDF'])('%s is no format', async (format) => {
    await expectRefused(await get(format), 'format.unknown');
  });
});

describe('GET and POST /api/sheets/:id/keys', () => {
  test('shows all links to the facilitator, also after each renewal', async () => {
    const { keys } = it.sheet;
    const shown = await it.server.call(pathOf(it.sheet, '/keys'), { key: keys.fasilitator });
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(await shown.json()).toEqual({ keys, links: it.sheet.links });

    const rotate = async (roles: readonly Role[], key: string) => {
      const response = await post(pathOf(it.sheet, '/keys/rotate'), { roles }, key);
      expect(response.status).toBe(200);
      return ((await response.json()) as TestSheet).keys;
    };
    const second = await rotate(['les'], keys.fasilitator);
    expect(second).toEqual({ ...keys, les: second.les });
    expect(second.les).not.toBe(keys.les);
    const third = await rotate(['fasilitator', 'fasilitator'], keys.fasilitator);
    expect(third).toEqual({ ...second, fasilitator: third.fasilitator });
    const again = await it.server.call(pathOf(it.sheet, '/keys'), { key: third.fasilitator });
    expect(await again.json()).toMatchObject({ keys: third });
    const old = await it.server.call(pathOf(it.sheet, '/keys'), { key: keys.fasilitator });
    await expectRefused(old, 'key.revoked');
    const all = await rotate(['les', 'rediger', 'fasilitator'], third.fasilitator);
    for (const role of ['les', 'rediger', 'fasilitator'] as const) {
      expect(all[role]).not.toBe(third[role]);
      const read = await it.server.call(pathOf(it.sheet), { key: all[role] });
      expect(read.status).toBe(200);
    }
  });

  test.each([{}, { roles: [] }, { roles: ['sjef'] }, { roles: 'les' }])(
    'refuses %j',
    async (body) => {
      const path = pathOf(it.sheet, '/keys/rotate');
      await expectRefused(await post(path, body, it.sheet.keys.fasilitator), 'body.invalid');
    },
  );
});

test('health and metrics are there for whoever watches', async () => {
  await it.restart({});
  await it.comes();
  expect(await (await it.server.call('/healthz')).json()).toEqual({ status: 'ok' });
  expect(await (await it.server.call('/readyz')).json()).toEqual({ status: 'ok' });
  const raw = await it.raw();
  raw.send('tekst');
  await raw.closed;
  await it.server.call('/annet');
  const response = await it.server.call('/metrics');
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  expect(text).toMatch(/^a3_connections 1$/m);
  expect(text).toMatch(/^a3_rooms 1$/m);
  expect(text).toMatch(/^a3_refusals_total\{code="wire.textFrame"\} 1$/m);
  expect(text).toMatch(/^a3_refusals_total\{code="route.unknown"\} 1$/m);
  expect(text).toMatch(/^a3_event_loop_lag_p99_seconds /m);
  expect(text).toMatch(/^a3_append_seconds_count /m);
  expect(text).not.toContain(it.sheet.id);
});

test('the built client: pages anew each time, assets for ever, compressed where it can be', async () => {
  const clientDir = await mkdtemp(joinPath(tmpdir(), 'a3-client-'));
  await mkdir(joinPath(clientDir, 'assets'));
  await writeFile(joinPath(clientDir, 'index.html'), '<!doctype html><title>A3</title>');
  await writeFile(joinPath(clientDir, 'assets', 'app-abc123.js'), 'let a = 1;');
  await writeFile(joinPath(clientDir, 'assets', 'app-abc123.js.br'), 'pakket');
  const server = await startServer({ clientDir });
  const page = { headers: { accept: 'text/html,*/*' } };
  for (const path of ['/', '/ark/AAAAAAAAAAAAAAAAAAAAAA', '/ark/x?visning=skjema']) {
    const response = await server.call(path, page);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expectSecure(response);
    expect(await response.text()).toContain('<title>A3</title>');
  }
  const script = await server.call('/assets/app-abc123.js', {
    headers: { 'accept-encoding': 'identity' },
  });
  expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await script.text()).toBe('let a = 1;');
  const packed = await server.call('/assets/app-abc123.js', {
    method: 'HEAD',
    headers: { 'accept-encoding': 'br' },
  });
  expect(packed.headers.get('content-encoding')).toBe('br');
  const missing = await server.call('/assets/borte.js');
  expect(await missing.json()).toMatchObject({ error: { code: 'route.unknown' } });
  const lost = await server.call('/finnes/ikke', page);
  expect(lost.status).toBe(404);
  expect(await lost.text()).toContain('<title>A3</title>');
  const api = await server.call('/api/finnes-ikke', page);
  expect(await api.json()).toMatchObject({ error: { code: 'route.unknown' } });
  for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/.git/config']) {
    expect((await server.call(path)).status).toBe(404);
  }
  await server.stop();
  await rm(clientDir, { recursive: true });
});

test('creating too many sheets in a minute is refused, by key and not by address', async () => {
  await it.restart({});
  const codes: number[] = [];
  for (let i = 0; i < 605; i++) codes.push((await post('/api/sheets', {})).status);
  expect(codes[0]).toBe(400);
  expect(codes.at(-1)).toBe(429);
  await expectRefused(await post('/api/sheets', {}), 'rate.limited');
  const other = await post('/api/sheets', { kind: 'dypdykk', title: 'x' }, 'en-annen');
  expect(other.status).toBe(201);
});

test('exporting too often in a minute is refused, by key, and a whole hall may do it once', async () => {
  const get = (key: string) => it.server.call(pathOf(it.sheet, '/export/csv'), { key });
  const { les, rediger } = it.sheet.keys;
  for (let i = 0; i < 200; i++) expect((await get(les)).status).toBe(200);
  await expectRefused(await get(les), 'rate.limited');
  expect((await get(rediger)).status).toBe(200);
});
