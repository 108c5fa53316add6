/** Pictures on a sheet, over real requests. */
import { readdir } from 'node:fs/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERRORS, type ErrorCode } from '../../shared/errors/catalogue.ts';
import { MAX_IMAGE_BYTES, type UploadedImage, uploadedImage } from '../../shared/wire/assets.ts';
import { aGif, aPng, aPngOf, SMALL_JPEG } from '../world/images.ts';
import type { TestSheet } from '../world/server.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });
const MIB = 1024 * 1024;

const pathOf = (sheet: TestSheet = it.sheet) => `/api/sheets/${sheet.id}/assets`;

function upload(
  body: Uint8Array<ArrayBuffer> | string,
  { key, type, sheet = it.sheet }: { key?: string; type?: string; sheet?: TestSheet } = {},
): Promise<Response> {
  return it.server.call(pathOf(sheet), {
    method: 'POST',
    key: key ?? sheet.keys.rediger,
    body,
    headers: type === undefined ? {} : { 'content-type': type },
  });
}

async function uploaded(body: Uint8Array<ArrayBuffer>): Promise<UploadedImage> {
  const response = await upload(body);
  expect(response.status).toBe(201);
  return uploadedImage.parse(await response.json());
}

const get = (url: string, init: RequestInit & { key?: string } = {}) =>
  it.server.call(url, { key: it.sheet.keys.les, ...init });

async function expectRefused(response: Response, code: ErrorCode): Promise<void> {
  expect(await response.json()).toMatchObject({
    error: { code, message: expect.stringContaining(ERRORS[code].message) },
  });
  expect(response.status).toBe(ERRORS[code].status);
}

/** The sheet's pictures, and those of anybody that are half taken. */
async function files(): Promise<string[]> {
  const root = join(it.server.dataDir, 'assets');
  const folders = await Promise.all(
    [it.sheet.id, '.staging'].map((name) => readdir(join(root, name)).catch(() => [])),
  );
  return folders.flat();
}

describe('AS-10 taking pictures in', () => {
  test.each([
    ['image/png', aPng(640, 480), 'image/png'],
    ['text/html', SMALL_JPEG, 'image/jpeg'],
    ['application/json', aGif(3, 4), 'image/gif'],
    [undefined, aPng(1, 1), 'image/png'],
  ])('sent as %s they are known by their content', async (type, bytes, mimeType) => {
    const response = await upload(bytes, type === undefined ? {} : { type });
    expect(response.status).toBe(201);
    const answer = uploadedImage.parse(await response.json());
    expect(answer).toMatchObject({ mimeType, bytes: bytes.length });
    expect(answer.url).toBe(`${pathOf()}/${answer.id}`);
    expect(response.headers.get('location')).toBe(answer.url);
    const back = Buffer.from(await (await get(answer.url)).arrayBuffer());
    expect(back.equals(bytes)).toBe(true);
  });

  test.each([
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
    ['nothing', ''],
    ['JSON', '{}'],
  ])('AS-7 %s is refused whatever it is called', async (_what, body) => {
    await expectRefused(await upload(body, { type: 'image/png' }), 'asset.type');
    expect(await files()).toEqual([]);
  });

  test('whoever may only read, has no key or asks for no sheet adds nothing', async () => {
    const bytes = aPng(3, 3);
    await expectRefused(await upload(bytes, { key: it.sheet.keys.les }), 'role.forbidden');
    await expectRefused(await upload(bytes, { key: 'feil' }), 'key.wrong');
    const without = await it.server.call(pathOf(), { method: 'POST', body: bytes });
    await expectRefused(without, 'key.missing');
    const gone = { ...it.sheet, id: 'AAAAAAAAAAAAAAAAAAAAAA' as TestSheet['id'] };
    await expectRefused(await upload(bytes, { sheet: gone }), 'sheet.unknown');
    expect(await files()).toEqual([]);
  });

  test('AS-2 two who send the same picture at once get the same id, and it is kept once', async () => {
    const bytes = aPngOf(2 * MIB);
    const [one, two] = await Promise.all([uploaded(bytes), uploaded(bytes)]);
    expect(one).toEqual(two);
    expect(await files()).toEqual([one?.id]);
  });

  test('AS-4 ten megabytes and no more', async () => {
    expect((await upload(aPngOf(MAX_IMAGE_BYTES))).status).toBe(201);
    await expectRefused(await upload(aPngOf(MAX_IMAGE_BYTES + 1)), 'asset.tooLarge');
    expect(await files()).toHaveLength(1);
  });

  test('AS-8 sixty-four megapixels and no more', async () => {
    expect((await upload(aPng(8000, 8000))).status).toBe(201);
    await expectRefused(await upload(aPng(8001, 8000)), 'asset.tooLarge');
  });

  test('AS-5 500 pictures and no more, but any of them again', { timeout: 120_000 }, async () => {
    const picture = (i: number) => aGif(1 + (i % 100), 1 + Math.floor(i / 100));
    const writers = [it.sheet.keys.rediger, it.sheet.keys.fasilitator];
    for (let i = 0; i < 500; i++) {
      const key = writers[i % 2];
      expect((await upload(picture(i), key === undefined ? {} : { key })).status).toBe(201);
    }
    await expectRefused(await upload(picture(500)), 'asset.quota');
    expect((await upload(picture(0))).status).toBe(201);
  });
});

describe('AS-11 a refusal can be read', () => {
  test.each([11, 50])('when fetch sends %d MB', async (megabytes) => {
    const response = await upload(Buffer.alloc(megabytes * MIB, 1), { type: 'image/png' });
    await expectRefused(response, 'asset.tooLarge');
    expect(await files()).toEqual([]);
  });

  test.each([
    ['of a length that it tells', 'length', 'asset.tooLarge'],
    ['of a length that it does not tell', 'chunks', 'asset.tooLarge'],
    ['with a wrong key', 'key', 'key.wrong'],
  ] as const)('by a program that sends 50 MB %s and listens only then', async (_how, how, code) => {
    for (const connection of ['keep-alive', 'close']) {
      const sending = startUpload({
        connection,
        ...(how === 'length' ? { 'content-length': String(50 * MIB) } : {}),
        ...(how === 'key' ? { authorization: 'Bearer feil' } : {}),
      });
      const piece = Buffer.alloc(MIB, 1);
      for (let i = 0; i < 50; i++) await written(sending.request, piece);
      sending.request.end();
      const { statusCode, body } = await sending.answer;
      expect(statusCode).toBe(ERRORS[code].status);
      expect(JSON.parse(body)).toMatchObject({ error: { code } });
    }
    expect(await files()).toEqual([]);
  });

  test('who sends without end is cut off', async () => {
    const sending = startUpload({});
    let isCut = false;
    sending.request.on('close', () => {
      isCut = true;
    });
    sending.answer.catch(() => {});
    const piece = Buffer.alloc(MIB, 1);
    for (let i = 0; i < 1000 && !isCut; i++) await written(sending.request, piece);
    await until(() => isCut);
    expect(await files()).toEqual([]);
  });
});

test('AS-3 an upload that is cut off leaves nothing', async () => {
  const { hostname, port } = new URL(it.server.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  const bytes = aPngOf(MIB);
  const head = [
    `POST ${pathOf()} HTTP/1.1`,
    `Host: ${hostname}`,
    `Authorization: Bearer ${it.sheet.keys.rediger}`,
    `Content-Length: ${bytes.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(bytes.subarray(0, MIB / 2));
  await until(async () => (await files()).length === 1, 'half of it has come');
  socket.destroy();
  await until(async () => (await files()).length === 0, 'nothing is left of it');
  expect((await it.server.call('/healthz')).status).toBe(200);
  expect(it.server.log()).not.toContain('request.failed');
});

test('an upload that takes its time keeps nobody from anything', async () => {
  const bytes = aPngOf(4 * MIB);
  const sending = startUpload({ 'content-length': String(bytes.length) });
  await written(sending.request, bytes.subarray(0, MIB));
  const [kari, ola] = [await it.comes(), await it.comes()];
  kari.text.insert(0, 'mens bildet kommer');
  await until(() => ola.text.toString() === 'mens bildet kommer');
  await uploaded(aPng(4, 4));
  sending.request.end(bytes.subarray(MIB));
  expect((await sending.answer).statusCode).toBe(201);
});

test('so many come in at once, and the next when one of them has ended', async () => {
  const bytes = aPngOf(1000);
  const sending = Array.from({ length: 100 }, () => {
    const each = startUpload({ 'content-length': '1000' });
    each.answer.catch(() => {});
    return each;
  });
  for (const { request } of sending) await written(request, bytes.subarray(0, 500));
  await until(async () => (await files()).length === 100);
  await expectRefused(await upload(aPng(3, 3)), 'rate.limited');
  sending[0]?.request.destroy();
  await until(async () => (await files()).length === 99);
  await uploaded(aPng(3, 3));
  for (const { request } of sending.slice(1)) request.end(bytes.subarray(500));
  await Promise.all(sending.slice(1).map(({ answer }) => answer));
  expect(await files()).toHaveLength(2);
});

test('sending too often in a minute is refused, by key', async () => {
  for (let i = 0; i < 300; i++) expect((await upload('nei')).status).toBe(415);
  await expectRefused(await upload('nei'), 'rate.limited');
  expect((await upload(aPng(1, 1), { key: it.sheet.keys.fasilitator })).status).toBe(201);
});

describe('AS-12 giving pictures out', () => {
  test('with what a browser must know of them', async () => {
    const { id, url } = await uploaded(aPng(6, 7));
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(aPng(6, 7).length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="a3-${id.slice(0, 12)}.png"`,
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${id}"`,
    });
    const head = await get(url, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(aPng(6, 7).length));
    expect(await head.text()).toBe('');
  });

  test('not at all to whoever has it', async () => {
    const { id, url } = await uploaded(aPng(6, 7));
    const response = await get(url, { headers: { 'if-none-match': `"noe", "${id}"` } });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  test('to whoever may read the sheet, and of that sheet only', async () => {
    const { id, url } = await uploaded(aPng(6, 7));
    await expectRefused(await it.server.call(url), 'key.missing');
    await expectRefused(await it.server.call(url, { key: 'feil' }), 'key.wrong');
    const other = await it.server.createSheet();
    const there = await it.server.call(`${pathOf(other)}/${id}`, { key: other.keys.les });
    await expectRefused(there, 'asset.unknown');
    const gone = `/api/sheets/AAAAAAAAAAAAAAAAAAAAAA/assets/${id}`;
    await expectRefused(await get(gone), 'sheet.unknown');
  });

  test.each([
    '0'.repeat(64),
    'A'.repeat(64),
    '..%2f..%2fhelhetsmodellen.sqlite',
    '%2e%2e%2f%2e%2e%2fhelhetsmodellen.sqlite',
    '..',
    '.staging',
    `${'0'.repeat(64)}%00`,
    'helhetsmodellen.sqlite',
  ])('%s is no picture', async (name) => {
    await uploaded(aPng(6, 7));
    const { statusCode, body } = await rawGet(`${pathOf()}/${name}`);
    expect(statusCode).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ error: { code: expect.stringMatching(/unknown$/) } });
  });

  test.each(['PUT', 'DELETE'])('%s is no way to speak of pictures', async (method) => {
    const { url } = await uploaded(aPng(6, 7));
    await expectRefused(await get(url, { method }), 'method.unknown');
    expect((await get(url)).status).toBe(200);
  });
});

interface RawAnswer {
  readonly statusCode: number | undefined;
  readonly body: string;
}

/** An upload by hand: the caller writes and ends it. */
function startUpload(headers: Record<string, string>): {
  readonly request: ClientRequest;
  readonly answer: Promise<RawAnswer>;
} {
  const authorization = `Bearer ${it.sheet.keys.rediger}`;
  const request = httpRequest(it.server.url + pathOf(), {
    method: 'POST',
    headers: { authorization, 'content-type': 'image/png', ...headers },
  });
  return { request, answer: answerOf(request) };
}

function answerOf(request: ClientRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response: IncomingMessage) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ statusCode: response.statusCode, body }));
      response.on('error', reject);
    });
  });
}

/** Resolves when the system has taken the bytes, or the connection is gone. */
function written(request: ClientRequest, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (request.destroyed) return resolve();
    request.once('close', resolve);
    request.write(bytes, () => {
      request.off('close', resolve);
      resolve();
    });
  });
}

/** `fetch` tidies paths up before it asks. */
function rawGet(path: string): Promise<RawAnswer> {
  const { hostname, port } = new URL(it.server.url);
  const headers = { authorization: `Bearer ${it.sheet.keys.les}` };
  const request = httpRequest({ hostname, port, path, headers });
  request.end();
  return answerOf(request);
}
