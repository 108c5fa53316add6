import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { always } from '../../../tests/world/always.ts';
import { aSheet, at, COLLECTION_NAMES, done, entityIn } from '../../../tests/world/sheets.ts';
import { aDate, aSnapshot } from '../../../tests/world/snapshots.ts';
import { type Field, isIsoDate, toPlain } from '../../document/schema/fields.ts';
import { addComment } from '../commands/comment.ts';
import { createFromSnapshot } from '../commands/create.ts';
import { recordMeasured } from '../commands/maaling.ts';
import { readSnapshot } from '../snapshot/snapshot.ts';
import { COLLECTIONS } from './entities.ts';
import { rootsOf } from './roots.ts';
import { PROSE_SECTIONS, SECTION_KEYS } from './vocabulary.ts';

const MAP_ROOTS = [
  'sheet',
  'rotaarsaker',
  'tiltak',
  'gevinster',
  'maalinger',
  'lapper',
  'canvas',
  'comments',
];
const PROSE_ROOTS = [
  'section:begrunnelse',
  'section:naasituasjon',
  'section:onsket',
  'section:rotaarsaker',
  'section:maaling',
];

describe('the document', () => {
  test('SH-1: has these roots, of these types', () => {
    const doc = new Y.Doc();
    const roots = rootsOf(doc);
    expect([...doc.share.keys()].toSorted()).toEqual([...MAP_ROOTS, ...PROSE_ROOTS].toSorted());
    expect(roots).toHaveLength(doc.share.size);
    for (const name of MAP_ROOTS) expect(doc.share.get(name)).toBeInstanceOf(Y.Map);
    for (const name of PROSE_ROOTS) expect(doc.share.get(name)).toBeInstanceOf(Y.XmlFragment);
    expect(SECTION_KEYS).toEqual([
      'begrunnelse',
      'naasituasjon',
      'rotaarsaker',
      'onsket',
      'tiltak',
      'maaling',
    ]);
    expect(PROSE_SECTIONS.map((section) => `section:${section}`).toSorted()).toEqual(
      PROSE_ROOTS.toSorted(),
    );
  });

  test('SH-1: reading and writing a whole sheet makes no other root', () => {
    always(
      aSnapshot,
      (snapshot) => {
        const doc = new Y.Doc();
        done(doc, createFromSnapshot(snapshot));
        readSnapshot(doc);
        const known = new Set([...MAP_ROOTS, ...PROSE_ROOTS]);
        expect([...doc.share.keys()].filter((name) => !known.has(name))).toEqual([]);
      },
      20,
    );
  });

  test('SH-2, SH-4, SH-5: every entity has its words, sets and tables as shared types from the start', () => {
    const one = [{}];
    const { doc, ids } = aSheet({
      rotaarsaker: one,
      tiltak: one,
      gevinster: one,
      maalinger: one,
      lapper: one,
    });
    for (const name of COLLECTION_NAMES) {
      const entity = entityIn(doc, name, at<string>(ids[name]));
      for (const [key, field] of Object.entries(COLLECTIONS[name])) {
        const { nature } = field as Field<unknown>;
        const type = { text: Y.Text, set: Y.Map, entries: Y.Map, register: undefined }[nature];
        if (type !== undefined) expect(entity.get(key), `${name}/${key}`).toBeInstanceOf(type);
      }
    }
    const calculation = entityIn(doc, 'gevinster', at(ids.gevinster)).get('calculation');
    if (!(calculation instanceof Y.Map)) throw new Error('No calculation');
    expect(calculation.get('factors')).toBeInstanceOf(Y.Map);
    expect(calculation.get('assumptions')).toBeInstanceOf(Y.Text);
  });

  test('SH-5: a measured day is a map of its own under its date', () => {
    const { doc, ids } = aSheet({ maalinger: [{}] });
    done(doc, recordMeasured(at(ids.maalinger), '2026-01-01', 41.5, 'ord'));
    const series = entityIn(doc, 'maalinger', at(ids.maalinger)).get('series');
    const day: unknown = series instanceof Y.Map ? series.get('2026-01-01') : undefined;
    expect(day).toBeInstanceOf(Y.Map);
    expect(toPlain(day)).toEqual({ value: 41.5, comment: 'ord' });
  });

  test('SH-22: a thread has its messages as a map of maps, with shared words', () => {
    const { doc } = aSheet();
    const message = { author: 'Kari', text: 'Hei', at: '2026-01-01T08:00:00.000Z' };
    const id = done(doc, addComment({ type: 'section', id: 'onsket' }, message));
    const messages = entityIn(doc, 'comments', id).get('messages');
    if (!(messages instanceof Y.Map)) throw new Error('No messages');
    const [first]: unknown[] = [...messages.values()];
    expect(first instanceof Y.Map && first.get('text')).toBeInstanceOf(Y.Text);
    expect(toPlain(first)).toEqual(message);
  });
});

describe('dates', () => {
  test('SH-19: every day of the calendar is a date', () => {
    always(aDate, (date) => expect(isIsoDate(date)).toBe(true), 1000);
    for (const leapDay of ['2024-02-29', '2000-02-29', '0004-02-29']) {
      expect(isIsoDate(leapDay)).toBe(true);
    }
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
    '',
  ])('SH-19: %j is none', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
});
