/** How much two pictures differ, as a browser draws them. */
import type { Page } from '@playwright/test';

interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Difference {
  /** Of all colours of all pixels, where 255 is black against white. */
  readonly mean: number;
  /** The share of pixels that are plainly another colour. */
  readonly other: number;
}

/**
 * Looked at from so far away, letters that begin at another part of a pixel are alike, and those
 * that stand two pixels elsewhere are not.
 */
const AS_LARGE = 1 / 4;
const PLAIN_DIFFERENCE = 40;

/**
 * Compares PNG files. Parts are in pixels: `of` the first, and in the second what begins at `at`
 * and is as large. `page` may show anything that has no rules of its own about what it may load.
 */
export async function difference(
  page: Page,
  first: Buffer,
  second: Buffer,
  of: Region,
  at: { readonly x: number; readonly y: number },
): Promise<Difference> {
  return page.evaluate(compare, {
    first: first.toString('base64'),
    second: second.toString('base64'),
    of,
    at,
    asLarge: AS_LARGE,
    plain: PLAIN_DIFFERENCE,
  });
}

interface Comparison {
  readonly first: string;
  readonly second: string;
  readonly of: Region;
  readonly at: { readonly x: number; readonly y: number };
  readonly asLarge: number;
  readonly plain: number;
}

/** Runs in the page. */
async function compare({ first, second, of, at, asLarge, plain }: Comparison): Promise<Difference> {
  const [width, height] = [Math.floor(of.width * asLarge), Math.floor(of.height * asLarge)];
  async function pixels(file: string, { x, y }: { x: number; y: number }) {
    const image = new Image();
    image.src = `data:image/png;base64,${file}`;
    await image.decode();
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) throw new Error('No canvas to draw on.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, x, y, of.width, of.height, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  }
  const [a, b] = [await pixels(first, of), await pixels(second, at)];
  let sum = 0;
  let others = 0;
  for (let index = 0; index < a.length; index += 4) {
    const parts = [0, 1, 2].map((part) =>
      Math.abs((a[index + part] ?? 0) - (b[index + part] ?? 0)),
    );
    const largest = Math.max(...parts);
    sum += parts.reduce((total, part) => total + part, 0) / 3;
    if (largest > plain) others += 1;
  }
  return { mean: sum / (width * height), other: others / (width * height) };
}
