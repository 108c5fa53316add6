import { describe, expect, test } from 'vitest';
import { iconSubset } from './iconSubset.ts';

const HEAD = '<svg width="30"><style><![CDATA[svg>[id]{display:none}]]></style>';
const MERGED = `${HEAD}<path id="arrow" d="M1"/><g id="note"><g fill="x"><path d="M2"/></g><path d="M3"/></g><path id="note-2" d="M4"/><g id="cut"><path clip-path="url(#hole)"/></g></svg>`;

test('icons are taken out whole, in the order asked for, with what says how they are shown', () => {
  expect(iconSubset(MERGED, ['note', 'arrow'])).toBe(
    `${HEAD}<g id="note"><g fill="x"><path d="M2"/></g><path d="M3"/></g><path id="arrow" d="M1"/></svg>`,
  );
});

describe('refused is', () => {
  test.each([
    ['an icon that is not there', MERGED, 'not', 'no icon not'],
    ['an icon that needs another part of the picture', MERGED, 'cut', 'more than itself'],
    ['an icon without an end', `${HEAD}<g id="note"><path/>`, 'note', 'never closed'],
    ['what is no picture', '{}', 'note', 'no picture'],
  ])('%s', (_what, merged, name, message) => {
    expect(() => iconSubset(merged, [name])).toThrow(message);
  });
});
