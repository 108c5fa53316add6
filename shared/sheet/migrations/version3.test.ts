/** A sheet from before there was a canvas. */
import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { golden } from '../../../tests/world/golden.ts';
import { headerOf } from '../schema/roots.ts';
import { readSnapshot, readVersion } from '../snapshot/snapshot.ts';
import { migrate } from './migrate.ts';

const MIGRATION_ORIGIN = { kind: 'server', undoable: false } as const;

function migrated(): Y.Doc {
  const doc = golden('v3');
  migrate(doc, { origin: MIGRATION_ORIGIN });
  return doc;
}

/** What version 4 says of the canvas, for good: documents of that time are read by it. */
const FORM_OF_4 = {
  'com.tldraw.store': 4,
  'com.tldraw.asset': 1,
  'com.tldraw.asset.bookmark': 2,
  'com.tldraw.asset.image': 5,
  'com.tldraw.asset.video': 5,
  'com.tldraw.shape': 4,
  'com.tldraw.shape.arrow': 6,
  'com.tldraw.shape.bookmark': 2,
  'com.tldraw.shape.draw': 2,
  'com.tldraw.shape.embed': 4,
  'com.tldraw.shape.frame': 1,
  'com.tldraw.shape.geo': 10,
  'com.tldraw.shape.group': 0,
  'com.tldraw.shape.highlight': 1,
  'com.tldraw.shape.image': 5,
  'com.tldraw.shape.line': 5,
  'com.tldraw.shape.note': 9,
  'com.tldraw.shape.text': 3,
  'com.tldraw.shape.video': 4,
  'com.tldraw.binding.arrow': 1,
};

describe('a document of version 3', () => {
  test('SH-33: reads the same after migration, its lapper in no group and become nothing', () => {
    const before = readSnapshot(golden('v3'));
    expect(before.problems).toEqual([]);
    const doc = migrated();
    expect(readSnapshot(doc)).toEqual({
      snapshot: { ...before.snapshot, schemaVersion: 4 },
      problems: [],
    });
    expect(before.snapshot.lapper).toEqual([
      {
        id: 'htSKAuBP78RrtideuQACeg',
        text: 'Hvem følger opp?',
        xy: [-220, 40],
        color: 'rosa',
        author: 'Kari Nordmann',
        section: 'naasituasjon',
        group: '',
        became: null,
        order: 'a0EqaqZV',
      },
      {
        id: 'lZQSX4fWaXZ_ksbaql-wsw',
        text: 'Fri lapp',
        xy: [10.5, 1300],
        color: 'gul',
        author: '',
        section: null,
        group: '',
        became: null,
        order: 'a1waz3il',
      },
    ]);
    expect(before.snapshot.canvas.map(({ id }) => id)).toEqual(['shape:pil']);
  });

  test('SH-33, SH-44: says in which form its canvas is written', () => {
    expect(headerOf(golden('v3')).get('canvasSchema')).toBeUndefined();
    const doc = migrated();
    expect(headerOf(doc).get('canvasSchema')).toEqual(FORM_OF_4);
    expect(readVersion(doc)).toBe(4);
  });

  test('SH-44: a form that is named already is left', () => {
    const doc = golden('v3');
    headerOf(doc).set('canvasSchema', { 'com.tldraw.store': 5 });
    expect(migrate(doc, { origin: MIGRATION_ORIGIN })).toEqual(['canvas-says-its-form']);
    expect(headerOf(doc).get('canvasSchema')).toEqual({ 'com.tldraw.store': 5 });
  });
});
