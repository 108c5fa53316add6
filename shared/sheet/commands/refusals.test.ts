import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aSheet, at, aWriter, done, refused, TEST_ORIGIN } from '../../../tests/world/sheets.ts';
import { all, type Command, refusalOf, run } from '../../document/commands/command.ts';
import type { GevinstId, MaalingId, TiltakId } from '../../ids/ids.ts';
import { CANVAS_SCHEMA } from '../schema/canvasSchema.ts';
import { readSnapshot } from '../snapshot/snapshot.ts';
import { type CanvasValue, putCanvasRecord, removeCanvasRecord } from './canvas.ts';
import { addComment, removeComment, replyToComment, resolveComment } from './comment.ts';
import { createSheet } from './create.ts';
import { addEntity, moveEntity, setEntityText } from './entities.ts';
import { patchGevinst, setCalculationKind, setFactor, setGevinstYear } from './gevinst.ts';
import { patchHeader } from './header.ts';
import { addLapp, patchLapp } from './lapp.ts';
import {
  addMaaling,
  patchMaaling,
  recordMeasured,
  removeMeasured,
  setMeasureDate,
  setMeasureValue,
} from './maaling.ts';
import { addTiltak, linkTiltakToRotaarsak, patchTiltak, removeTiltak } from './tiltak.ts';

const MESSAGE = { author: 'Kari', text: 'Hei', at: '2026-01-01T08:00:00.000Z' };
const GONE = 'noe-som-er-borte';
const gone = <T extends string>(): T => GONE as T;
const DEEP = Array.from({ length: 100 }).reduce<CanvasValue>((inner) => [inner], 0);

const sheet = () => aSheet({ tiltak: [{}], gevinster: [{}], maalinger: [{}], lapper: [{}] });

/** What must be refused because of its value, with the field that the refusal names. */
const ILL_TYPED: readonly (readonly [
  string,
  string,
  (s: ReturnType<typeof sheet>) => Command<unknown>,
])[] = [
  [
    'a day that no calendar has',
    'frist',
    ({ ids }) => patchTiltak(at(ids.tiltak), { frist: '2026-02-30' }),
  ],
  ['a date in words', 'frist', () => addTiltak({ frist: '1. mai' })],
  [
    'a status off the list',
    'status',
    ({ ids }) => patchTiltak(at(ids.tiltak), { status: 'ferdig' as never }),
  ],
  [
    'a reference that is no id',
    'rotaarsaker',
    ({ ids }) => linkTiltakToRotaarsak(at(ids.tiltak), '!' as never, true),
  ],
  [
    'a dypdykk that is no id',
    'dypdykkId',
    ({ ids }) => patchTiltak(at(ids.tiltak), { dypdykkId: 'x y' }),
  ],
  [
    'a year of two digits',
    'estimate',
    ({ ids }) => setGevinstYear(at(ids.gevinster), 'estimate', '26', 1),
  ],
  [
    'an amount without end',
    'realised',
    ({ ids }) => setGevinstYear(at(ids.gevinster), 'realised', '2026', Number.POSITIVE_INFINITY),
  ],
  [
    'a factor that is no number',
    'calculation',
    ({ ids }) => setFactor(at(ids.gevinster), 'pris', Number.NaN),
  ],
  [
    'an unknown calculator',
    'calculation',
    ({ ids }) => setCalculationKind(at(ids.gevinster), 'gjetning' as never),
  ],
  [
    'an unknown slag',
    'slag',
    ({ ids }) => patchGevinst(at(ids.gevinster), { slag: 'penger' as never }),
  ],
  [
    'a measure that is no number',
    'start',
    ({ ids }) => setMeasureValue(at(ids.maalinger), 'start', Number.NaN),
  ],
  [
    'a measure on no day',
    'target',
    ({ ids }) => setMeasureDate(at(ids.maalinger), 'target', '2026-13-01'),
  ],
  [
    'a value measured on no day',
    'series',
    ({ ids }) => recordMeasured(at(ids.maalinger), 'i går', 1),
  ],
  [
    'a measured value without end',
    'series',
    ({ ids }) => recordMeasured(at(ids.maalinger), '2026-01-01', Number.POSITIVE_INFINITY, 'x'),
  ],
  [
    'an unknown frequency',
    'frequency',
    ({ ids }) => patchMaaling(at(ids.maalinger), { frequency: 'av_og_til' as never }),
  ],
  [
    'a series with one day twice',
    'series',
    () =>
      addMaaling({ series: [1, 2].map((value) => ({ date: '2026-01-01', value, comment: '' })) }),
  ],
  ['a place without end', 'xy', ({ ids }) => patchLapp(at(ids.lapper), { xy: [0, Number.NaN] })],
  [
    'a group that is no word',
    'group',
    ({ ids }) => patchLapp(at(ids.lapper), { group: 1 as never }),
  ],
  [
    'what a lapp cannot become',
    'became',
    ({ ids }) => patchLapp(at(ids.lapper), { became: { type: 'ark' as never, id: GONE } }),
  ],
  [
    'what a lapp became under an id that is none',
    'became',
    ({ ids }) => patchLapp(at(ids.lapper), { became: { type: 'tiltak', id: '!' } }),
  ],
  ['a section that is none', 'section', () => addLapp({ section: 'begunnelse' as never })],
  ['a header date', 'date', () => patchHeader({ date: '24.05.2024' })],
  [
    'a parent that is no id',
    'parent',
    () => patchHeader({ parent: { sheetId: '', tiltakId: null } }),
  ],
  ['a thread on nothing', 'target', () => addComment({ type: 'ark' as never, id: 'x' }, MESSAGE)],
  [
    'a canvas value that is not JSON',
    'props',
    () => putCanvasRecord('shape:a', { props: { size: Number.NaN } }),
  ],
  [
    'a canvas value nested without end',
    'props',
    () => putCanvasRecord('shape:a', { xy: [0, 0], props: DEEP }),
  ],
  [
    'a canvas value that Yjs cannot tell',
    'props',
    () => putCanvasRecord('shape:a', { props: { constructor: 'x' } }),
  ],
];

/** What must be refused because it is about something that is not there. */
const ABOUT_NOTHING: readonly (readonly [string, Command<unknown>])[] = [
  ['removing', removeTiltak(gone())],
  ['patching', patchTiltak(gone(), { status: 'pagar' })],
  ['moving', moveEntity('tiltak', gone<TiltakId>(), { after: null })],
  ['linking', linkTiltakToRotaarsak(gone(), gone(), true)],
  ['writing', setEntityText('tiltak', gone<TiltakId>(), 'title', 'x')],
  ['setting an entry', setFactor(gone<GevinstId>(), 'pris', 1)],
  ['measuring', recordMeasured(gone<MaalingId>(), '2026-01-01', 1)],
  ['forgetting what was measured', removeMeasured(gone<MaalingId>(), '2026-01-01')],
  ['replying', replyToComment(gone(), MESSAGE)],
  ['resolving', resolveComment(gone(), true)],
  ['removing a thread', removeComment(gone())],
  ['removing a record', removeCanvasRecord(GONE)],
];

describe('SH-17, SH-19: refused as ill-typed, and nothing written', () => {
  test.each(ILL_TYPED)('%s', (_what, field, command) => {
    const there = sheet();
    expectUntouched(there.doc, () => {
      expect(refused(there.doc, command(there))).toEqual({ refused: 'illTyped', field });
    });
  });
});

describe('SH-17: refused because it is gone, and nothing written', () => {
  test.each(ABOUT_NOTHING)('%s', (_what, command) => {
    const { doc } = sheet();
    expectUntouched(doc, () => expect(refused(doc, command)).toEqual({ refused: 'gone' }));
  });

  test('a measured day that is not there', () => {
    const { doc, ids } = sheet();
    expect(refused(doc, removeMeasured(at(ids.maalinger), '2026-01-01')).refused).toBe('gone');
  });
});

describe('commands', () => {
  test('SH-17: asking writes nothing, whatever the answer', () => {
    const { doc, ids } = sheet();
    expectUntouched(doc, () => {
      expect(refusalOf(doc, patchTiltak(at(ids.tiltak), { status: 'pagar' }))).toBeUndefined();
      expect(refusalOf(doc, addTiltak({ title: 'Ny' }))).toBeUndefined();
      expect(refusalOf(doc, removeTiltak(gone()))).toEqual({ refused: 'gone' });
    });
  });

  test('SH-18: a command is one transaction with its writer’s origin', () => {
    const { doc, ids } = sheet();
    const origins: unknown[] = [];
    doc.on('afterTransaction', ({ origin }: Y.Transaction) => origins.push(origin));
    done(doc, recordMeasured(at(ids.maalinger), '2026-01-01', 1, 'med kommentar'));
    done(doc, patchTiltak(at(ids.tiltak), { status: 'pagar', frist: '2026-01-01' }));
    expect(origins).toEqual([TEST_ORIGIN, TEST_ORIGIN]);
  });

  test('SH-18: several commands as one are one transaction, all or nothing', () => {
    const { doc, ids } = sheet();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const good = patchTiltak(at(ids.tiltak), { status: 'pagar' });
    expect(run(doc, all([good, removeTiltak(gone())]), aWriter()).ok).toBe(false);
    expect(updates).toEqual([]);
    done(doc, all([good, setEntityText('tiltak', at(ids.tiltak), 'title', 'Ny')]));
    expect(updates).toHaveLength(1);
    expect(readSnapshot(doc).snapshot.tiltak[0]).toMatchObject({ status: 'pagar', title: 'Ny' });
  });

  test('SH-6: an added entity gets 128 random bits for an id', () => {
    const { doc, writer } = sheet();
    const ids = Array.from({ length: 50 }, () => done(doc, addEntity('lapper', {}), writer));
    expect(new Set(ids).size).toBe(50);
    expect(ids.every((id) => /^[A-Za-z0-9_-]{22}$/.test(id))).toBe(true);
  });

  test('a field that a table does not have is a bug, and throws', () => {
    const { doc, ids } = sheet();
    const bug = patchTiltak(at(ids.tiltak), { farge: 'gul' } as never);
    expect(() => run(doc, bug, aWriter())).toThrow(RangeError);
  });

  test('SH-20, SH-44: a sheet is created once, with every cell of its header', () => {
    const { doc } = aSheet({ header: { title: 'Ark', date: '2024-05-24', owner: 'Enhetsleder' } });
    expectUntouched(doc, () => {
      const again = createSheet({ kind: 'dypdykk', title: 'Igjen', date: null });
      expect(refused(doc, again)).toEqual({ refused: 'taken' });
    });
    const header = doc.getMap('sheet');
    for (const cell of ['title', 'edition', 'owner', 'mentor']) {
      expect(header.get(cell), cell).toBeInstanceOf(Y.Text);
    }
    expect(header.get('canvasSchema')).toEqual(CANVAS_SCHEMA);
    expect(readSnapshot(doc).snapshot.sheet).toMatchObject({
      kind: 'dypdykk',
      title: 'Ark',
      date: '2024-05-24',
      edition: '1.0',
      owner: 'Enhetsleder',
      mentor: '',
      labels: {},
    });
  });

  test('SH-19, SH-20: nor is one created with a date that is none', () => {
    const doc = new Y.Doc();
    const command = createSheet({ kind: 'dypdykk', title: 'Ark', date: '2024-5-4' });
    expect(refused(doc, command)).toEqual({ refused: 'illTyped', field: 'date' });
    expect(doc.getMap('sheet').size).toBe(0);
  });
});

function expectUntouched(doc: Y.Doc, act: () => void): void {
  const before = Y.encodeStateAsUpdate(doc);
  act();
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
}
