import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { always } from '../../../tests/world/always.ts';
import { aHostileDoc } from '../../../tests/world/hostile.ts';
import { aPeer, aSheet, aWriter, done, seeded, twoPeers } from '../../../tests/world/sheets.ts';
import { aSnapshot, COLLECTION_NAMES } from '../../../tests/world/snapshots.ts';
import { putCanvasRecord } from '../commands/canvas.ts';
import { run } from '../commands/command.ts';
import { addComment, replyToComment } from '../commands/comment.ts';
import { createFromSnapshot } from '../commands/create.ts';
import { addEntity, moveEntity, removeEntity, setEntityText } from '../commands/entities.ts';
import { setFactor } from '../commands/gevinst.ts';
import { patchHeader, setHeaderText, setLabel } from '../commands/header.ts';
import { importSnapshot } from '../commands/import.ts';
import { recordMeasured, setMeasureValue } from '../commands/maaling.ts';
import { linkTiltakToRotaarsak } from '../commands/tiltak.ts';
import { migrate } from '../migrations/migrate.ts';
import { collectionOf, headerOf } from '../schema/roots.ts';
import { parseSnapshot, readEntity, readSnapshot, snapshotSchema } from './snapshot.ts';

describe('what is read', () => {
  test('SH-28: a snapshot written into a document reads the same, also after the wire', () => {
    always(aSnapshot, (snapshot) => {
      const doc = new Y.Doc();
      done(doc, createFromSnapshot(snapshot));
      expect(readSnapshot(doc)).toEqual({ snapshot, problems: [] });
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      expect(readSnapshot(copy)).toEqual({ snapshot, problems: [] });
    });
  });

  test('SH-27: copies that heard of everything in different order read the same JSON text', () => {
    const { alice, bob, ids, sync } = twoPeers({ gevinster: [{}], maalinger: [{}] });
    const [gevinst] = ids.gevinster;
    const [maaling] = ids.maalinger;
    if (gevinst === undefined || maaling === undefined) throw new Error('Nothing there');
    alice.does(setFactor(gevinst, 'pris', 2));
    bob.does(setFactor(gevinst, 'antall', 3));
    alice.does(setLabel('tiltak', 'Tiltak'));
    bob.does(setLabel('maaling', 'Måling'));
    alice.does(putCanvasRecord('shape:b', { xy: [1, 2], base: 'b' }));
    bob.does(putCanvasRecord('shape:a', { base: 'a', xy: [1, 2] }));
    alice.does(recordMeasured(maaling, '2025-01-01', 1));
    bob.does(recordMeasured(maaling, '2024-01-01', 1));
    sync();
    expect(JSON.stringify(alice.sees())).toBe(JSON.stringify(bob.sees()));
  });
});

describe('documents that are valid Yjs and no sheet', () => {
  test('SH-23, SH-25: reading never throws, and what is read is a valid snapshot', () => {
    for (let seed = 1; seed <= 120; seed += 1) {
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
    for (let seed = 1; seed <= 120; seed += 1) {
      const doc = aHostileDoc(seeded(seed));
      writeEverywhere(doc);
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

function writeEverywhere(doc: Y.Doc): void {
  const { does } = aPeer(doc, 1);
  for (const name of COLLECTION_NAMES) {
    const added = does(addEntity(name, {}, { after: null }));
    for (const id of collectionOf(doc, name).keys()) {
      run(doc, moveEntity(name, id as typeof added, { after: added }), aWriter());
    }
    does(removeEntity(name, added));
  }
  for (const id of collectionOf(doc, 'tiltak').keys()) {
    run(doc, setEntityText('tiltak', id as never, 'title', 'Ny tittel 🙂'), aWriter());
    run(doc, linkTiltakToRotaarsak(id as never, 'rotaarsak-1' as never, true), aWriter());
  }
  for (const id of collectionOf(doc, 'maalinger').keys()) {
    run(doc, recordMeasured(id as never, '2026-02-03', 1, 'ord'), aWriter());
    run(doc, setMeasureValue(id as never, 'start', 1), aWriter());
  }
  for (const id of collectionOf(doc, 'comments').keys()) {
    run(doc, replyToComment(id as never, { author: 'a', text: 'b', at: 'c' }), aWriter());
  }
  for (const id of collectionOf(doc, 'canvas').keys()) does(putCanvasRecord(id, { xy: [1, 2] }));
  does(addComment({ type: 'section', id: 'onsket' }, { author: 'a', text: 'b', at: 'c' }));
  does(setHeaderText('title', 'Tittel'));
  does(setLabel('tiltak', 'Tiltak'));
  does(patchHeader({ date: '2026-01-01' }));
}
