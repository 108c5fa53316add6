import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aHostileDoc } from '../../../tests/world/hostile.ts';
import { aSheet, at, aWriter, entityIn, seeded } from '../../../tests/world/sheets.ts';
import { writeEverywhere } from '../../../tests/world/writes.ts';
import { run } from '../../document/commands/command.ts';
import { importSnapshot } from '../commands/import.ts';
import { migrate } from '../migrations/migrate.ts';
import { collectionOf, headerOf } from '../schema/roots.ts';
import { readSnapshot, snapshotSchema } from './snapshot.ts';

/** Many documents, some nested thousands deep: a busy machine may need its time. */
const PATIENCE = { timeout: 60_000 };

describe('documents that are valid Yjs and no sheet', PATIENCE, () => {
  test('SH-23: reading neither changes nor freezes what it reads', () => {
    const { doc, ids } = aSheet({ maalinger: [{}], lapper: [{}] });
    const maaling = entityIn(doc, 'maalinger', at(ids.maalinger));
    const lapp = entityIn(doc, 'lapper', at(ids.lapper));
    for (const key of ['gevinster', 'series', 'start', 'target']) maaling.set(key, new Y.Text('x'));
    lapp.set('xy', new Y.Array());
    collectionOf(doc, 'canvas').set('shape:a', new Y.Map([['a', new Y.XmlElement('p')]]));
    const before = Y.encodeStateAsUpdate(doc);
    readSnapshot(doc);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    for (const map of [maaling, lapp]) {
      const objects = [...map.values()].filter((value) => typeof value === 'object');
      expect(objects.filter((value) => Object.isFrozen(value))).toEqual([]);
      for (const key of [...map.keys()]) map.delete(key);
    }
    expect(readSnapshot(doc).problems).toEqual([{ path: 'canvas/shape:a' }]);
  });

  test('SH-23: a cell of another kind of text reads as its words alone', () => {
    const { doc, ids } = aSheet({ tiltak: [{}] });
    const xml = new Y.XmlText();
    entityIn(doc, 'tiltak', at(ids.tiltak)).set('title', xml);
    xml.insert(0, 'fete ord', { bold: {} });
    // Cannot be turned into a string.
    xml.insertEmbed(4, JSON.parse('{ "toString": 1, "valueOf": null }') as object);
    expect(at(readSnapshot(doc).snapshot.tiltak).title).toBe('fete ord');
  });

  test('SH-23, SH-25: reading never throws, and what is read is a valid snapshot', () => {
    for (let seed = 1; seed <= 80; seed += 1) {
      const { snapshot, problems } = readSnapshot(aHostileDoc(seeded(seed)));
      const parsed = snapshotSchema.safeParse(snapshot);
      expect(parsed.error?.issues ?? [], `seed ${seed}`).toEqual([]);
      expect(JSON.parse(JSON.stringify(snapshot)), `seed ${seed}`).toEqual(
        withoutMinusZero(snapshot),
      );
      expect(problems.every(({ path }) => typeof path === 'string')).toBe(true);
    }
  });

  test('SH-23: nor does a command, a migration or an import into one throw', () => {
    const good = readSnapshot(aSheet({ tiltak: [{ title: 'A' }], gevinster: [{}] }).doc).snapshot;
    for (let seed = 1; seed <= 80; seed += 1) {
      const doc = aHostileDoc(seeded(seed));
      writeEverywhere(doc);
      if (seed % 2 === 0) headerOf(doc).set('schemaVersion', 1);
      migrate(doc, aWriter());
      run(doc, importSnapshot(readSnapshot(doc).snapshot), aWriter());
      run(doc, importSnapshot(good), aWriter());
      const read = readSnapshot(doc).snapshot;
      expect(read.tiltak.map(({ id }) => id)).toEqual(
        expect.arrayContaining(good.tiltak.map(({ id }) => id)),
      );
    }
  });
});

/** JSON has no -0. */
function withoutMinusZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) => item);
}
