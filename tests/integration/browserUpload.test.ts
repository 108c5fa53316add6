/** What a page in a real browser gets when it sends a picture, or too much of one. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ERRORS } from '../../shared/errors/catalogue.ts';
import { CHROMIUM, CHROMIUM_ARGS } from '../world/chromium.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage();
  // Any page of ours will do, with the policy that all of them have.
  await page.goto(`${it.server.url}/healthz`);
  return () => page.close();
});

/** Sends so many bytes; gives what the page can read of the answer. */
function sendBytes(megabytes: number, key: string) {
  const path = `/api/sheets/${it.sheet.id}/assets`;
  return page.evaluate(
    async ({ path, megabytes, key }) => {
      const body = new Blob(Array.from({ length: megabytes }, () => new Uint8Array(1024 * 1024)));
      const headers = { authorization: `Bearer ${key}` };
      const response = await fetch(path, { method: 'POST', headers, body });
      return { status: response.status, body: (await response.json()) as unknown };
    },
    { path, megabytes, key },
  );
}

test.each([11, 50])('AS-11 %d MB are refused in words, again and again', async (megabytes) => {
  const code = 'asset.tooLarge';
  for (let time = 0; time < 2; time++) {
    expect(await sendBytes(megabytes, it.sheet.keys.rediger)).toEqual({
      status: 413,
      body: { error: { code, message: ERRORS[code].message } },
    });
  }
});

test('AS-11 so are 50 MB with a wrong key, and 9 MB that are no picture', async () => {
  expect(await sendBytes(50, 'feil')).toMatchObject({ status: 403 });
  expect(await sendBytes(9, it.sheet.keys.rediger)).toMatchObject({ status: 415 });
});

test('AS-12 a picture that the page has drawn is kept and shown', async () => {
  const key = it.sheet.keys.rediger;
  const shown = await page.evaluate(
    async ({ path, key }) => {
      const canvas = new OffscreenCanvas(30, 20);
      canvas.getContext('2d')?.fillRect(5, 5, 10, 10);
      const headers = { authorization: `Bearer ${key}` };
      const body = await canvas.convertToBlob({ type: 'image/webp' });
      const answer = await fetch(path, { method: 'POST', headers, body });
      const { url, width, height } = (await answer.json()) as Record<string, string>;
      const picture = new Image();
      picture.src = URL.createObjectURL(await (await fetch(url ?? '', { headers })).blob());
      await picture.decode();
      return [width, height, picture.naturalWidth, picture.naturalHeight];
    },
    { path: `/api/sheets/${it.sheet.id}/assets`, key },
  );
  expect(shown).toEqual([30, 20, 30, 20]);
});
