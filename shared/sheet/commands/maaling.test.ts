import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aSheet, at, done, refused, TEST_ORIGIN, twoPeers } from '../../../tests/world/sheets.ts';
import type { Measured } from '../../document/schema/fields.ts';
import type { MaalingId } from '../../ids/ids.ts';
import { rootsOf } from '../schema/roots.ts';
import { readCollection } from '../snapshot/snapshot.ts';
import { recordMeasured, recordSeries, removeMeasured } from './maaling.ts';

const days = (...values: readonly (readonly [string, number, string?])[]): Measured[] =>
  values.map(([date, value, comment = '']) => ({ date, value, comment }));

const MEASURED = days(['2025-01-31', 10, 'først'], ['2025-02-28', 20]);
const PASTED = days(['2025-03-31', 30], ['2025-02-28', 21], ['2025-01-31', 11, 'rettet']);

const sheet = () => aSheet({ maalinger: [{ series: MEASURED }] });
const seriesIn = (doc: Y.Doc): readonly Measured[] => at(readCollection(doc, 'maalinger')).series;

describe('a series that is recorded', () => {
  test('SH-18: replaces what days had, keeps a comment that it has none for, and counts days', () => {
    const { doc, ids } = sheet();
    expect(done(doc, recordSeries(at(ids.maalinger), PASTED, 'replace'))).toBe(3);
    expect(seriesIn(doc)).toEqual(
      days(['2025-01-31', 11, 'rettet'], ['2025-02-28', 21], ['2025-03-31', 30]),
    );
    done(doc, recordSeries(at(ids.maalinger), days(['2025-01-31', 12]), 'replace'));
    expect(seriesIn(doc)[0]).toEqual({ date: '2025-01-31', value: 12, comment: 'rettet' });
  });

  test('SH-18: or keeps the days that have a value when it is run', () => {
    const { doc, ids } = sheet();
    const command = recordSeries(at(ids.maalinger), PASTED, 'keep');
    done(doc, removeMeasured(at(ids.maalinger), '2025-02-28'));
    expect(done(doc, command)).toBe(2);
    expect(seriesIn(doc)).toEqual(
      days(['2025-01-31', 10, 'først'], ['2025-02-28', 21], ['2025-03-31', 30]),
    );
  });

  test('SH-18: is one transaction, and one step to undo', () => {
    const { doc, ids, writer } = sheet();
    const undo = new Y.UndoManager([...rootsOf(doc)], { trackedOrigins: new Set([TEST_ORIGIN]) });
    let updates = 0;
    doc.on('update', () => {
      updates += 1;
    });
    const command = recordSeries(at(ids.maalinger), PASTED, 'replace');
    done(doc, command, { ...writer, origin: TEST_ORIGIN });
    expect(updates).toBe(1);
    undo.undo();
    expect(seriesIn(doc)).toEqual(MEASURED);
    undo.redo();
    expect(seriesIn(doc)).toHaveLength(3);
  });

  test.each([
    ['a day that no calendar has', days(['2025-03-31', 1], ['2025-02-30', 2])],
    ['a value that is no number', days(['2025-03-31', 1], ['2025-04-30', Number.NaN])],
  ])('SH-17: is refused whole for %s', (_what, series) => {
    const { doc, ids } = sheet();
    expect(refused(doc, recordSeries(at(ids.maalinger), series, 'replace'))).toEqual({
      refused: 'illTyped',
      field: 'series',
    });
    expect(seriesIn(doc)).toEqual(MEASURED);
  });

  test('SH-17: is refused when the måling is gone', () => {
    const { doc } = sheet();
    const command = recordSeries('borte-for-alltid' as MaalingId, PASTED, 'replace');
    expect(refused(doc, command)).toEqual({ refused: 'gone' });
  });

  test('SH-5: by two people apart, each whole day is one of theirs', () => {
    const { alice, bob, ids, sync } = twoPeers({ maalinger: [{}] });
    const id = at(ids.maalinger);
    alice.does(recordSeries(id, days(['2025-01-31', 1, 'a'], ['2025-02-28', 1, 'a']), 'replace'));
    bob.does(recordSeries(id, days(['2025-02-28', 2, 'b'], ['2025-03-31', 2, 'b']), 'replace'));
    bob.does(recordMeasured(id, '2025-04-30', 2));
    sync();
    const series = seriesIn(alice.doc);
    expect(series).toEqual(seriesIn(bob.doc));
    expect(series.map(({ date }) => date)).toEqual([
      '2025-01-31',
      '2025-02-28',
      '2025-03-31',
      '2025-04-30',
    ]);
    expect(['1 a', '2 b']).toContain(`${series[1]?.value} ${series[1]?.comment}`);
  });
});
