import { expect, test } from 'vitest';
import { LAPP_COLORS, lappColor, lappColorKey } from './colors.ts';

const INK = '#1c2733';
const SOFT_INK = '#4c5866';
const PAPER = '#ffffff';

test.each(LAPP_COLORS)('words on %s can be read, and its edge be seen', (color) => {
  const { paper, edge } = lappColor(color);
  expect(contrast(INK, paper)).toBeGreaterThanOrEqual(7);
  expect(contrast(SOFT_INK, paper)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(edge, PAPER)).toBeGreaterThanOrEqual(3);
});

test('no two colours are alike', () => {
  const all = LAPP_COLORS.map((color) => lappColor(color));
  expect(new Set(all.map(({ paper }) => paper)).size).toBe(LAPP_COLORS.length);
  expect(new Set(all.map(({ edge }) => edge)).size).toBe(LAPP_COLORS.length);
});

test.each(['blå', '', 'constructor', 'red'])('%j, which is no key of ours, is yellow', (color) => {
  expect(lappColorKey(color)).toBe('gul');
  expect(lappColor(color)).toBe(lappColor('gul'));
});

/** WCAG 2.2: relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
