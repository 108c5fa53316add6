import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { always } from '../../../tests/world/always.ts';
import {
  canonicalJson,
  isJson,
  isJsonRecord,
  isSameJson,
  isWithinDepth,
  storedJson,
  storedText,
} from './json.ts';

/** Without the two keys that no stored object may have. */
const someJson = fc.jsonValue({ maxDepth: 5 }).filter((value) => isJson(value));

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

describe('JSON in a document', () => {
  test('SH-25: is known from what is not', () => {
    always(someJson, (value) => {
      expect(isSameJson(JSON.parse(JSON.stringify(value)), storedJson(value))).toBe(
        !hasMinusZero(value),
      );
    });
    for (const value of [
      undefined,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      1n,
      new Uint8Array(1),
      new Date(0),
      new Y.Map(),
      new Y.Doc(),
      [undefined],
      { a: { b: undefined } },
      { a: [{ constructor: 'x' }] },
      JSON.parse('{ "__proto__": 1 }'),
      Object.create({ inherited: 1 }),
    ]) {
      expect(isJson(value), String(typeof value)).toBe(false);
    }
  });

  test('SH-23: nesting without end is met without ending the stack', () => {
    expect([isJson(nested(64)), isJson(nested(65))]).toEqual([true, false]);
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(isJson(deep)).toBe(false);
    expect([isWithinDepth(nested(3), 3), isWithinDepth(nested(4), 3)]).toEqual([true, false]);
    expect(isWithinDepth(deep, 256)).toBe(false);
    expect([isJsonRecord({ a: 1 }), isJsonRecord([1]), isJsonRecord('a')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('SH-7: is the same whatever the order of its keys, and not when anything differs', () => {
    expect(isSameJson({ a: 1, b: [{ c: null, d: 'x' }] }, { b: [{ d: 'x', c: null }], a: 1 })).toBe(
      true,
    );
    for (const [one, other] of [
      [{ a: 1 }, { a: 2 }],
      [{ a: undefined }, { b: undefined }],
      [{ a: 1 }, { a: 1, b: 1 }],
      [
        [1, 2],
        [2, 1],
      ],
      [[1], [1, 1]],
      [[], {}],
      [{}, null],
      ['1', 1],
      [0, -0],
      [new Y.Map(), new Y.Map()],
      [{ a: 10n }, { a: 10n ** 2n }],
    ]) {
      expect(isSameJson(one, other)).toBe(false);
    }
  });

  test('SH-8: is copied as it is stored', () => {
    const given = { a: ['x\ud800', undefined, { b: undefined, c: '\udc00' }] };
    expect(storedJson(given)).toEqual({ a: ['x\ufffd', undefined, { c: '\ufffd' }] });
    expect(Object.keys(storedJson({ a: undefined }) as object)).toEqual([]);
    always(fc.string({ unit: 'binary' }), (text) => {
      expect(storedText(text)).toBe(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
    });
  });

  test('SH-27: is written with its keys in order', () => {
    always(someJson, (value) => {
      expect(isSameJson(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)))).toBe(
        true,
      );
    });
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });
});

/** JSON writes -0 as 0. */
function hasMinusZero(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0);
  return Object.values(value).some(hasMinusZero);
}
