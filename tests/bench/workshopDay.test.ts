/** That the simulated workshop does what it says, before anybody believes its figures. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createExample } from '../../shared/sheet/examples/examples.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { done } from '../world/sheets.ts';
import { freshDocument, holdWorkshop } from './workshopDay.ts';

const SEED = 11;

test('a workshop leaves notes and drawings, alike for everybody, and a fresh copy has them all', () => {
  const start = new Y.Doc();
  done(start, createExample('avtalelojalitet'));
  const before = readSnapshot(start).snapshot;
  const { doc, updates } = holdWorkshop(Y.encodeStateAsUpdate(start), {
    people: 4,
    hours: 0.25,
    seed: SEED,
  });
  const { snapshot, problems } = readSnapshot(doc);
  expect(problems).toEqual([]);
  expect(updates).toBeGreaterThan(100);
  expect(snapshot.lapper.length).toBeGreaterThan(before.lapper.length);
  expect(snapshot.canvas.length).toBeGreaterThan(0);
  expect(readSnapshot(freshDocument(doc, SEED)).snapshot).toEqual(snapshot);
});
