import { expect, test } from 'vitest';
import { aSheet, at, done, refused } from '../../../tests/world/sheets.ts';
import type { LappId } from '../../ids/ids.ts';
import { readSnapshot } from '../snapshot/snapshot.ts';
import { setLappOrder } from './lappOrder.ts';

const texts = (sheet: ReturnType<typeof aSheet>) =>
  readSnapshot(sheet.doc).snapshot.lapper.map(({ text }) => text);

test('SH-13: a note gets the order key that it is given, and stands by it', () => {
  const sheet = aSheet({ lapper: [{ text: 'en' }, { text: 'to' }] });
  done(sheet.doc, setLappOrder(at(sheet.ids.lapper), 'b00'), sheet.writer);
  expect(texts(sheet)).toEqual(['to', 'en']);
});

test.each(['', '?', 'a10', 'A'])('SH-17: the key «%s», beside which nothing could stand', (key) => {
  const { doc, ids, writer } = aSheet({ lapper: [{}] });
  const refusal = refused(doc, setLappOrder(at(ids.lapper), key), writer);
  expect(refusal).toEqual({ refused: 'illTyped', field: 'order' });
});

test('SH-17: a note that is gone is refused', () => {
  const { doc, writer } = aSheet();
  const gone = setLappOrder('noe-som-er-borte' as LappId, 'a1');
  expect(refused(doc, gone, writer)).toEqual({ refused: 'gone' });
});
