import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode.ts';

const WORDS = 'Dato;Måling;Merknad\n31.03.2024;43;Ærlig, øvrig, å';
const latin1 = Uint8Array.from(WORDS, (char) => char.charCodeAt(0));
const utf8 = new TextEncoder().encode(WORDS);
const utf16 = (mark: boolean, isBig: boolean): Uint8Array => {
  const text = mark ? `\uFEFF${WORDS}` : WORDS;
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  return new Uint8Array(view.buffer);
};

describe('text', () => {
  test.each([
    ['utf-8', utf8],
    ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)],
    ['utf-16le', utf16(true, false)],
    ['utf-16be', utf16(true, true)],
    ['utf-16le', utf16(false, false)],
    ['utf-16be', utf16(false, true)],
    ['windows-1252', latin1],
  ])('is read as %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ is: 'text', text: WORDS, encoding, looksWrong: false });
  });

  test('of no length is text', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ is: 'text', text: '' });
  });

  test.each([
    ['UTF-8 that was saved once too often', new TextEncoder().encode('MÃ¥ling')],
    ['an old DOS file', Uint8Array.from([0x4d, 0x86, 0x6c, 0x69, 0x6e, 0x67])],
    ['an old Mac file', Uint8Array.from([0x4d, 0x8c, 0x6c, 0x69, 0x6e, 0x67])],
    ['half a UTF-16 letter', Uint8Array.of(...utf16(true, false), 0x41)],
  ])('that looks wrong is said to: %s', (_what, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ is: 'text', looksWrong: true });
  });
});

test.each([
  ['zip', [0x50, 0x4b, 0x03, 0x04, 0x14]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['picture', [0x89, 0x50, 0x4e, 0x47, 0x0d]],
  ['unknown', [0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x01, 0x00]],
] as const)('a file that is no text is named: %s', (kind, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toEqual({ is: 'binary', kind });
});

test('no bytes make it throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeText(bytes)));
});
