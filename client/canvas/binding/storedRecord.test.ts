import fc from 'fast-check';
import { defaultShapeSchemas } from 'tldraw';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type CanvasValue, putCanvasRecord } from '../../../shared/sheet/commands/canvas.ts';
import { CANVAS_SCHEMA } from '../../../shared/sheet/schema/canvasSchema.ts';
import { collectionOf, headerOf } from '../../../shared/sheet/schema/roots.ts';
import { aWriter, done } from '../../../tests/world/sheets.ts';
import { canvasFit } from './canvasFit.ts';
import { headlessStore } from './headlessStore.ts';
import { RecordCheck } from './recordCheck.ts';
import { sampleRecords, sampleShapes } from './samples.ts';
import { readKeys } from './storedKeys.ts';
import {
  type BoardRecord,
  changedKeys,
  type Keys,
  keysOf,
  recordOf,
  withoutDefaults,
} from './storedRecord.ts';
import { aGeo } from './testBoard.ts';

const writer = aWriter();

function put(doc: Y.Doc, id: string, keys: Keys): void {
  done(doc, putCanvasRecord(id, keys as Record<string, CanvasValue>), writer);
}

/** Through a document and over the wire. */
function stored(record: BoardRecord): unknown {
  const doc = new Y.Doc();
  put(doc, record.id, withoutDefaults(keysOf(record)));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return recordOf(record.id, readKeys(collectionOf(other, 'canvas').get(record.id)) ?? {});
}

describe('records in the document', () => {
  test('there is a sample of every shape', () => {
    expect(sampleShapes().map(({ type }) => type)).toEqual(Object.keys(defaultShapeSchemas).sort());
  });

  test.each(sampleRecords().map((record) => [record.id, record] as const))(
    'CB-1: %s survives the way there and back',
    (_id, record) => {
      const check = new RecordCheck(headlessStore());
      expect(check.valid(record)).toBeDefined();
      expect(stored(record)).toEqual(record);
      expect(check.valid(stored(record))).toEqual(record);
    },
  );

  test('CB-1: a shape keeps its place in one key, its geometry in one, its colour in its own', () => {
    const keys = keysOf(aGeo('a', { x: 3, y: 4 }));
    expect(keys['xy']).toEqual([3, 4]);
    expect(keys['props']).toEqual({ w: 100, h: 100, growY: 0, scale: 1 });
    expect(keys['prop:color']).toBe('black');
    expect(keys['base']).toEqual({ typeName: 'shape', type: 'geo' });
    expect(Object.keys(withoutDefaults(keys))).not.toContain('rotation');
  });

  test('CB-1: any number of changes, each written by its changed keys, give the same record', () => {
    const check = new RecordCheck(headlessStore());
    const change = fc.record(
      {
        x: fc.integer({ min: -1000, max: 1000 }),
        rotation: fc.constantFrom(0, 1, 2),
        opacity: fc.constantFrom(0.25, 1),
        isLocked: fc.boolean(),
        meta: fc.constantFrom({}, { a: 1 }, { a: 1, b: { c: null } }),
        props: fc.record({ w: fc.integer({ min: 1, max: 99 }), color: fc.constantFrom('red') }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const doc = new Y.Doc();
        let record: BoardRecord = aGeo('a');
        put(doc, record.id, withoutDefaults(keysOf(record)));
        for (const { props, ...top } of changes) {
          const next = { ...record, ...top, props: { ...record.props, ...props } } as BoardRecord;
          put(doc, record.id, changedKeys(keysOf(record), keysOf(next)));
          record = next;
        }
        const read = readKeys(collectionOf(doc, 'canvas').get(record.id)) ?? {};
        expect(check.valid(recordOf(record.id, read))).toEqual(record);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test('CB-1: keys of a newer version are passed over', () => {
    const shape = aGeo('a');
    expect(recordOf(shape.id, { ...keysOf(shape), shadow: 3 })).toEqual(shape);
  });
});

describe('the schema of the canvas', () => {
  const STORED = /^com\.tldraw\.(store|asset|shape|binding)(\.|$)/;

  test('CB-2: is what tldraw says', () => {
    const { sequences } = headlessStore().schema.serialize() as {
      sequences: Record<string, number>;
    };
    const ofRecords = Object.entries(sequences).filter(
      ([name]) => STORED.test(name) && name !== 'com.tldraw.shape.lapp',
    );
    expect(CANVAS_SCHEMA).toEqual(Object.fromEntries(ofRecords));
  });

  test.each([
    ['fits', CANVAS_SCHEMA],
    ['newer', { ...CANVAS_SCHEMA, 'com.tldraw.shape.geo': 11 }],
    ['newer', { ...CANVAS_SCHEMA, 'com.tldraw.shape.cloud': 0 }],
    ['older', { ...CANVAS_SCHEMA, 'com.tldraw.shape.geo': 9 }],
    ['older', {}],
    ['older', 'nonsense'],
  ])('CB-2: a document %s', (fit, written) => {
    const doc = new Y.Doc();
    headerOf(doc).set('canvasSchema', written);
    put(doc, 'shape:a', keysOf(aGeo('a')));
    expect(canvasFit(doc)).toBe(fit);
  });

  test('CB-2: a canvas without records fits', () => {
    expect(canvasFit(new Y.Doc())).toBe('fits');
  });
});
