/** «Eksporter bilde»: the file shows what is seen at full size, and needs nothing beside itself. */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';
import { BoardPage } from '../pages/BoardPage.ts';
import { fill } from '../support/fill.ts';
import { type Difference, difference } from '../support/pixels.ts';
import { expect, test } from '../world.ts';

/** Shows the whole page at 100 %, as fine as the picture is drawn. */
const LARGE = { viewport: { width: 1900, height: 1500 }, deviceScaleFactor: 2 };
const PAGE = { width: 1680, height: 1188 };
/** What is seen while one works and is no part of the picture. */
const WORKING = `
  .board-nav, .tlui-layout, .tl-watermark_SEE-LICENSE, .lapp-bar, .peers, .scroll-sign,
  .tl-overlays, .tl-selection__fg, .a3-page button { visibility: hidden !important; }`;
/** Edges of letters, drawn on other parts of pixels. */
const ALIKE = { mean: 1, other: 0.0012 };

test('a picture shows the page with what lies on it and beside it, whatever is seen of it just now', async ({
  server,
  join,
  browser,
}, testInfo) => {
  test.slow();
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari', device: LARGE }));
  await kari.write('Midt på arket', { x: 180, y: 290 });
  await kari.write('Hører sammen', { x: 460, y: 290 });
  await kari.choose(kari.note('Midt på arket'), kari.note('Hører sammen'));
  await kari.selected.getByRole('button', { name: 'Grupper' }).click();
  await expect(kari.groups).toHaveCount(1);
  await kari.choose(kari.note('Hører sammen'));
  await kari.act('Gjør om til', 'Tiltak');
  await expect(kari.note('Hører sammen')).toContainText('Ble til tiltak');
  await kari.take('Rektangel');
  await kari.draw({ x: 900, y: 420 }, { x: 1200, y: 520 });
  await kari.take('Pil');
  await kari.draw({ x: 420, y: 840 }, { x: 880, y: 700 });
  const buffer = await colouredPng(kari.page);
  await kari.insertFile({ name: 'flyt.png', mimeType: 'image/png', buffer });
  await expect(kari.images).toHaveCount(1);
  await expect.poll(() => kari.images.evaluate(hasPixels)).toBe(true);
  await expect(kari.person.state).toHaveText('Lagret');
  const seen = await seenAtFullSize(kari);

  await kari.press('Mindre');
  await kari.note('Midt på arket').click();
  const png = await save(kari, 'Som PNG', testInfo);
  expect(png.name).toBe('Avtalelojalitet.png');
  await kari.press('Større');
  await kari.press('Større');
  const svg = await save(kari, 'Som SVG', testInfo);
  expect(svg.name).toBe('Avtalelojalitet.svg');

  const judge = await browser.newPage();
  const corner = cornerOfPage(svg.content);
  expectAlike(await againstSeen(judge, seen, png.content, corner));

  const text = svg.content.toString();
  const words = [
    'Midt på arket',
    'Ble til tiltak',
    'Hvor finner jeg ut',
    'Samle avtalene',
    '30.09.2024',
  ];
  for (const part of words) expect(text).toContain(part);
  expect(text).toContain('data:font/woff2');
  expect(text).toContain('data:image/png');
  expect(text.replace(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|blob:/);

  const alone = await openedAlone(judge, svg.path, sizeOf(svg.content));
  const whole = { x: 0, y: 0, ...sizeOf(svg.content, LARGE.deviceScaleFactor) };
  await judge.goto('about:blank');
  expectAlike(await difference(judge, png.content, alone, whole, whole));
  await judge.context().close();
});

test('a reader saves the page alone, with sections as they have been scrolled', async ({
  server,
  join,
  browser,
}, testInfo) => {
  test.slow();
  const sheet = await server.createSheet({ title: 'Fullt ark' });
  const tiltak = Array.from({ length: 60 }, (_, at) => ({
    title: `Tiltak nummer ${at + 1} av mange`,
    ansvar: 'Kommunedirektøren',
  }));
  await fill(server, sheet, { tiltak });
  const ola = await BoardPage.of(await join(sheet, { as: 'les', name: 'Ola', device: LARGE }));
  await expect(ola.scrollSigns).toHaveCount(1);
  await ola.section('4. Endringstiltak').evaluate((section) => section.scrollBy({ top: 333 }));
  const seen = await seenAtFullSize(ola);
  await ola.press('Mindre');

  const png = await save(ola, 'Som PNG', testInfo);
  const svg = await save(ola, 'Som SVG', testInfo);
  expect(sizeOf(svg.content)).toEqual(PAGE);
  const judge = await browser.newPage();
  expectAlike(await againstSeen(judge, seen, png.content, cornerOfPage(svg.content)));
  await judge.context().close();
});

test('what keeps a picture from being made is said, and it can be tried again', async ({
  server,
  join,
  watch,
}, testInfo) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  await kari.page.route('**/*.woff2', (route) => route.abort());
  await choose(kari, 'Som PNG');
  await expect(kari.messages).toContainText('Fikk ikke laget bildet.');
  await kari.page.unroute('**/*.woff2');
  expect((await save(kari, 'Som PNG', testInfo)).content.length).toBeGreaterThan(10_000);
});

interface Saved {
  readonly name: string;
  readonly path: string;
  readonly content: Buffer;
}

async function choose(board: BoardPage, format: 'Som PNG' | 'Som SVG'): Promise<void> {
  await board.person.button('Eksporter bilde').click();
  await board.page.getByRole('menuitem', { name: format }).click();
}

async function save(
  board: BoardPage,
  format: 'Som PNG' | 'Som SVG',
  testInfo: TestInfo,
): Promise<Saved> {
  const download = board.page.waitForEvent('download', { timeout: 60_000 });
  await choose(board, format);
  const file = await download;
  const name = file.suggestedFilename();
  const path = testInfo.outputPath(name);
  await file.saveAs(path);
  await expect(board.person.button('Eksporter bilde')).toBeVisible();
  return { name, path, content: await readFile(path) };
}

function hasPixels(image: Element): boolean {
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0;
}

/** A picture that is seen well on the page. */
async function colouredPng(page: Page): Promise<Buffer> {
  const file = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas to draw on.');
    context.fillStyle = '#c25e00';
    context.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(file.slice(file.indexOf(',') + 1), 'base64');
}

/** The page on the board at 100 %, without what is there for working. */
async function seenAtFullSize(board: BoardPage): Promise<Buffer> {
  await board.page.mouse.move(5, 300);
  await board.keyboard.press('Escape');
  await board.keyboard.press('Escape');
  await board.page.getByRole('button', { name: /Vis i full størrelse$/ }).click();
  await expect.poll(() => board.zoom()).toBe(100);
  await board.page.evaluate(() => document.fonts.ready);
  return board.a3.screenshot({ style: WORKING, animations: 'disabled', caret: 'hide' });
}

/** The page of the picture against the page as it was seen. */
function againstSeen(
  judge: Page,
  seen: Buffer,
  png: Buffer,
  corner: { readonly x: number; readonly y: number },
): Promise<Difference> {
  const scale = LARGE.deviceScaleFactor;
  const page = { x: 0, y: 0, width: PAGE.width * scale, height: PAGE.height * scale };
  const at = { x: corner.x * scale, y: corner.y * scale };
  return difference(judge, seen, png, page, at);
}

function expectAlike({ mean, other }: Difference): void {
  expect(mean).toBeLessThan(ALIKE.mean);
  expect(other).toBeLessThan(ALIKE.other);
}

async function openedAlone(
  page: Page,
  path: string,
  size: { readonly width: number; readonly height: number },
): Promise<Buffer> {
  const context = await page.context().browser()?.newContext({
    viewport: size,
    deviceScaleFactor: LARGE.deviceScaleFactor,
    locale: 'en-GB',
  });
  if (context === undefined) throw new Error('There is no browser.');
  const alone = await context.newPage();
  const asked: string[] = [];
  alone.on('request', (request) => asked.push(request.url()));
  await alone.goto(pathToFileURL(path).href);
  const seen = await alone.screenshot();
  expect(asked.filter((url) => !/^(file|data):/.test(url))).toEqual([]);
  await context.close();
  return seen;
}

function viewBoxOf(svg: Buffer): readonly number[] {
  const box = /viewBox="([^"]*)"/.exec(svg.toString())?.[1] ?? '';
  return box.split(' ').map(Number);
}

/** Where the page's corner is in the picture. */
function cornerOfPage(svg: Buffer): { readonly x: number; readonly y: number } {
  const [x = 0, y = 0] = viewBoxOf(svg);
  return { x: -x, y: -y };
}

function sizeOf(svg: Buffer, scale = 1): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = viewBoxOf(svg);
  return { width: width * scale, height: height * scale };
}
