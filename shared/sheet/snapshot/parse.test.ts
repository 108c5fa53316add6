import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { always } from '../../../tests/world/always.ts';
import { COLLECTION_NAMES, done } from '../../../tests/world/sheets.ts';
import { aSnapshot } from '../../../tests/world/snapshots.ts';
import { createFromSnapshot } from '../commands/create.ts';
import type { ProseNode } from './prose.ts';
import { parseSnapshot, readSnapshot } from './snapshot.ts';

const SOME_PROSE_FAULTS = ['sections/onsket/0/type', 'sections/onsket/0/text'];

describe('parseSnapshot', () => {
  test('SH-29: never throws on any JSON', () => {
    always(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(Object.keys(parseSnapshot(value))).toHaveLength(1);
    });
    const someKey = fc.constantFrom(...COLLECTION_NAMES, 'sheet', 'sections', 'canvas', 'comments');
    always(fc.tuple(aSnapshot, someKey, fc.jsonValue()), ([snapshot, key, value]) => {
      expect(Object.keys(parseSnapshot({ ...snapshot, [key]: value }))).toHaveLength(1);
    });
  });

  test('SH-29: nor on JSON that is nested without end', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    const prose = Array.from({ length: 5000 }).reduce<object>(
      (content) => ({ type: 'blockquote', content: [content] }),
      { type: 'paragraph' },
    );
    const there = { schemaVersion: 3, sheet: {} };
    for (const value of [
      deep,
      { ...there, canvas: [{ id: 'shape:a', deep }] },
      { ...there, sections: { onsket: [prose] } },
      { ...there, future: deep },
    ]) {
      expect(parseSnapshot(value)).toHaveProperty('faults');
    }
  });

  test('SH-29: takes a snapshot as it is, and fills in what is left out', () => {
    always(aSnapshot, (snapshot) => {
      expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual({
        snapshot: JSON.parse(JSON.stringify(snapshot)) as unknown,
      });
    });
    expect(parseSnapshot({ schemaVersion: 3, sheet: {} })).toMatchObject({
      snapshot: { sheet: { kind: 'dypdykk', title: '' }, tiltak: [], sections: { onsket: [] } },
    });
  });

  test.each([
    ['nothing', null, ['']],
    ['no header', { schemaVersion: 3 }, ['sheet']],
    ['no version', { sheet: {} }, ['schemaVersion']],
    ['a version below zero', { schemaVersion: -1, sheet: {} }, ['schemaVersion']],
    ['a bad date', { tiltak: [{ id: 'tiltak-1', frist: '2026-02-30' }] }, ['tiltak/0/frist']],
    ['a bad id', { tiltak: [{ id: 'kort' }] }, ['tiltak/0/id']],
    [
      'a lapp that became nothing known',
      { lapper: [{ id: 'lapp-nr-1', became: { type: 'ark', id: 'tiltak-nr-1' } }] },
      ['lapper/0/became/type'],
    ],
    ['an id twice', { lapper: [{ id: 'lapp-nr-1' }, { id: 'lapp-nr-1' }] }, ['lapper']],
    ['a canvas record without id', { canvas: [{ xy: [1, 2] }] }, ['canvas/0']],
    ['a record twice', { canvas: [{ id: 'shape:a' }, { id: 'shape:a' }] }, ['canvas']],
    ['prose that is none', { sections: { onsket: [{ text: 1 }] } }, SOME_PROSE_FAULTS],
  ])('SH-29: says where the fault is: %s', (_what, value, faults) => {
    const isWhole = value === null || 'schemaVersion' in value || 'sheet' in value;
    const given = isWhole ? value : { schemaVersion: 3, sheet: {}, ...value };
    expect(parseSnapshot(given)).toEqual({ faults });
  });

  test('SH-29: prose as deep as a document may hold is taken, deeper is not', () => {
    const nested = (depth: number): ProseNode =>
      depth === 1 ? { type: 'p' } : { type: 'blockquote', content: [nested(depth - 1)] };
    const taken = { schemaVersion: 3, sheet: {}, sections: { onsket: [nested(64)] } };
    const parsed = parseSnapshot(taken);
    if ('faults' in parsed) throw new Error('Not taken');
    const doc = new Y.Doc();
    done(doc, createFromSnapshot(parsed.snapshot));
    expect(readSnapshot(doc).problems).toEqual([]);
    expect(readSnapshot(doc).snapshot.sections.onsket).toEqual([nested(64)]);
    expect(parseSnapshot({ ...taken, sections: { onsket: [nested(65)] } })).toHaveProperty(
      'faults',
    );
  });
});
