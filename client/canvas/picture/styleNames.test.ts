import { expect, test } from 'vitest';
import { isInk, isOfPicture, isOwn } from './styleNames.ts';

test.each(['display', 'width', 'margin-top', 'font-family', 'background-image', 'z-index'])(
  '%s is part of a picture',
  (name) => expect(isOfPicture(name)).toBe(true),
);

test.each([
  'inline-size',
  'margin-block-start',
  'cursor',
  '--ds-size-1',
  'transition-duration',
  'container-type',
])('%s is not: it is said by another, or nothing comes of it', (name) =>
  expect(isOfPicture(name)).toBe(false),
);

test('what an element has of its own is kept apart from what it shares', () => {
  expect(['height', 'margin-left', 'transform', 'grid-template-rows'].every(isOwn)).toBe(true);
  expect(['max-height', 'color', 'text-transform'].some(isOwn)).toBe(false);
});

test('only what follows the ink by itself counts as ink', () => {
  const ink = ['border-top-color', 'outline-color', '-webkit-text-fill-color'];
  expect(ink.every(isInk)).toBe(true);
  expect(['color', 'background-color', 'fill'].some(isInk)).toBe(false);
});
