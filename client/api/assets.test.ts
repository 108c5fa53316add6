import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ERRORS } from '../../shared/errors/catalogue.ts';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import { MAX_IMAGE_BYTES } from '../../shared/wire/assets.ts';
import { chooseLanguage, startI18n } from '../i18n/i18n.ts';
import { imageUrl, uploadImage } from './assets.ts';
import { fetchCanvasSettings } from './canvas.ts';

const ID = 'a'.repeat(64);
let server: Server;
let answer: RequestListener;
let asked: string[];
let sheets = 0;
let sheet: SheetId;

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await startI18n();
  await chooseLanguage('nb');
});

beforeEach(async () => {
  asked = [];
  sheets += 1;
  const id = parseId<SheetId>(`sheet-number-${sheets}`);
  if (id === undefined) throw new Error('No id');
  sheet = id;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const real = fetch;
  // In a browser a path begins at the page's own host.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(origin + path, init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

test('sends the bytes as they are, and gives what the server says of them', async () => {
  const seen = vi.fn();
  answer = (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      seen(request.headers.authorization, Buffer.concat(parts).toString());
      const mimeType = 'image/png';
      response
        .writeHead(201)
        .end(JSON.stringify({ id: ID, url: '/bilde', mimeType, width: 3, height: 5, bytes: 5 }));
    });
  };
  const result = await uploadImage(sheet, 'nokkel', new Blob(['bytes']));
  expect(result).toMatchObject({ ok: true, value: { id: ID, width: 3, height: 5 } });
  expect(seen).toHaveBeenCalledWith('Bearer nokkel', 'bytes');
  expect(asked).toEqual([`POST /api/sheets/${sheet}/assets`]);
});

test('what is too large is not sent, and fails as if it had been', async () => {
  const file = new Blob([new Uint8Array(MAX_IMAGE_BYTES + 1)]);
  const result = await uploadImage(sheet, 'k', file);
  const text = ERRORS['asset.tooLarge'].message;
  expect(result).toEqual({ ok: false, failure: { code: 'asset.tooLarge', text } });
  expect(asked).toEqual([]);
});

test('a picture is fetched once, and an address of our own shows it', async () => {
  answer = (_request, response) =>
    response.writeHead(200, { 'content-type': 'image/png' }).end('p');
  const all = await Promise.all([1, 2, 3].map(() => imageUrl(sheet, ID, 'k')));
  expect(new Set(all.map((each) => each.ok && each.value)).size).toBe(1);
  const [first] = all;
  expect(first).toMatchObject({ ok: true, value: expect.stringMatching(/^blob:/) });
  expect(asked).toEqual([`GET /api/sheets/${sheet}/assets/${ID}`]);
});

test('what failed is tried again', async () => {
  answer = (_request, response) =>
    response.writeHead(404).end(JSON.stringify({ error: { code: 'asset.unknown', message: '' } }));
  expect(await imageUrl(sheet, ID, 'k')).toMatchObject({ failure: { code: 'asset.unknown' } });
  answer = (_request, response) => response.end('p');
  expect(await imageUrl(sheet, ID, 'k')).toMatchObject({ ok: true });
});

test.each(['', '../export/json', `${ID}/..`, 'A'.repeat(64)])(
  'the id %j out of a document asks nobody',
  async (id) => {
    expect(await imageUrl(sheet, id, 'k')).toMatchObject({ failure: { code: 'asset.unknown' } });
    expect(asked).toEqual([]);
  },
);

test.each([null, 'tldraw-1234'])('the canvas learns its licence key: %j', async (licenseKey) => {
  answer = (_request, response) => response.end(JSON.stringify({ licenseKey }));
  expect(await fetchCanvasSettings()).toEqual({ ok: true, value: { licenseKey } });
});
