import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { always } from '../../../tests/world/always.ts';
import {
  aSheet,
  at,
  done,
  entityIn,
  paragraph,
  refused,
  TEST_ORIGIN,
  twoPeers,
} from '../../../tests/world/sheets.ts';
import { aSnapshot } from '../../../tests/world/snapshots.ts';
import { collectionOf, headerOf, proseOf } from '../schema/roots.ts';
import type { ProseNode } from '../snapshot/prose.ts';
import { parseSnapshot, readSnapshot, type Snapshot } from '../snapshot/snapshot.ts';
import { putCanvasRecord } from './canvas.ts';
import { addComment, replyToComment } from './comment.ts';
import { createFromSnapshot } from './create.ts';
import { setEntityText } from './entities.ts';
import { setFactor } from './gevinst.ts';
import { importSnapshot } from './import.ts';
import { recordMeasured } from './maaling.ts';
import { addTiltak, linkTiltakToRotaarsak, patchTiltak, removeTiltak } from './tiltak.ts';

function snapshotOf(doc: Y.Doc): Snapshot {
  return readSnapshot(doc).snapshot;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** A snapshot as somebody's own program may write it, with what it leaves out filled in. */
function written(value: object): Snapshot {
  const parsed = parseSnapshot({ schemaVersion: 3, sheet: {}, ...value });
  if ('faults' in parsed) throw new Error(`Faults at ${parsed.faults.join(', ')}`);
  return parsed.snapshot;
}

/** The prose after an import into a section that holds `here`. */
function proseAfter(here: readonly ProseNode[], incoming: readonly ProseNode[]): Y.Doc {
  const { doc } = aSheet({ prose: { onsket: here } });
  done(doc, importSnapshot(written({ sections: { onsket: incoming } })));
  return doc;
}

describe('import', () => {
  test('SH-30: what the sheet lacks is added, and what the snapshot lacks stays', () => {
    always(
      aSnapshot,
      (snapshot) => {
        const { doc, ids } = aSheet({
          tiltak: [{ title: 'Fra før' }],
          prose: { onsket: 'Fra før' },
        });
        done(doc, importSnapshot(snapshot));
        const after = snapshotOf(doc);
        expect(readSnapshot(doc).problems).toEqual([]);
        expect(after.tiltak.find(({ id }) => id === at(ids.tiltak))?.title).toBe('Fra før');
        expect(at(after.sections.onsket)).toEqual(paragraph('Fra før'));
        for (const name of ['rotaarsaker', 'tiltak', 'gevinster', 'maalinger', 'lapper'] as const) {
          const incoming: readonly { readonly id: string }[] = snapshot[name];
          expect(after[name]).toEqual(expect.arrayContaining([...incoming]));
        }
        expect(after.canvas).toEqual(snapshot.canvas);
        expect(after.comments).toEqual(snapshot.comments);
      },
      60,
    );
  });

  test('SH-31: the same snapshot again changes nothing', () => {
    always(
      aSnapshot,
      (snapshot) => {
        const { doc } = aSheet({ tiltak: [{ title: 'Fra før' }], prose: { onsket: 'Fra før' } });
        done(doc, importSnapshot(snapshot));
        expectUnchanged(doc, snapshot);
        expectUnchanged(copyOf(doc), snapshot);
      },
      100,
    );
  });

  test('SH-31: a sheet’s own snapshot changes nothing in it', () => {
    always(
      aSnapshot,
      (snapshot) => {
        const doc = new Y.Doc();
        done(doc, createFromSnapshot(snapshot));
        expectUnchanged(doc, snapshotOf(doc));
      },
      60,
    );
  });

  test('SH-30: an entity that both have takes registers and words, and keeps its other entries', () => {
    const sheet = aSheet({ rotaarsaker: [{}, {}], tiltak: [{}], gevinster: [{}], maalinger: [{}] });
    const [tiltak, gevinst] = [at(sheet.ids.tiltak), at(sheet.ids.gevinster)];
    const there = copyOf(sheet.doc);
    done(there, patchTiltak(tiltak, { status: 'pagar', frist: '2026-01-01' }));
    done(there, setEntityText('tiltak', tiltak, 'title', 'Ny tittel'));
    done(there, linkTiltakToRotaarsak(tiltak, at(sheet.ids.rotaarsaker, 0), true));
    done(there, setFactor(gevinst, 'pris', 2));
    done(there, recordMeasured(at(sheet.ids.maalinger), '2026-01-01', 1));
    done(sheet.doc, linkTiltakToRotaarsak(tiltak, at(sheet.ids.rotaarsaker, 1), true));
    done(sheet.doc, setFactor(gevinst, 'volum', 3));
    done(sheet.doc, recordMeasured(at(sheet.ids.maalinger), '2026-02-01', 2));
    done(sheet.doc, importSnapshot(snapshotOf(there)));
    const after = snapshotOf(sheet.doc);
    expect(at(after.tiltak)).toMatchObject({
      status: 'pagar',
      frist: '2026-01-01',
      title: 'Ny tittel',
      rotaarsaker: [...sheet.ids.rotaarsaker].sort(),
    });
    expect(at(after.gevinster).calculation.factors).toEqual({ pris: 2, volum: 3 });
    expect(at(after.maalinger).series).toHaveLength(2);
  });

  test('SH-30: the sheet keeps its kind and its parent, and what the header leaves empty', () => {
    const parent = { sheetId: 'virksomhets-ark', tiltakId: null } as never;
    const { doc } = aSheet({ header: { title: 'Gammel', owner: 'Eier', parent } });
    const other = { sheetId: 'et-annet-ark', tiltakId: null };
    const incoming = { kind: 'virksomhet', parent: other, title: 'Ny', labels: { tiltak: 'Hva' } };
    done(doc, importSnapshot(written({ sheet: incoming })));
    expect(snapshotOf(doc).sheet).toMatchObject({
      kind: 'dypdykk',
      parent,
      title: 'Ny',
      owner: 'Eier',
      labels: { tiltak: 'Hva' },
    });
  });

  test('SH-30: a thread that both have gets the replies that it lacks', () => {
    const sheet = aSheet();
    const message = { author: 'Kari', text: 'Først', at: '2026-01-01T08:00:00.000Z' };
    const thread = done(sheet.doc, addComment({ type: 'section', id: 'onsket' }, message));
    const there = copyOf(sheet.doc);
    done(
      there,
      replyToComment(thread, { ...message, text: 'Der', at: '2026-01-02T08:00:00.000Z' }),
    );
    done(
      sheet.doc,
      replyToComment(thread, { ...message, text: 'Her', at: '2026-01-03T08:00:00.000Z' }),
    );
    done(sheet.doc, importSnapshot(snapshotOf(there)));
    const texts = at(snapshotOf(sheet.doc).comments).messages.map(({ text }) => text);
    expect(texts).toEqual(['Først', 'Der', 'Her']);
  });

  test('SH-30: prose fills a section that is empty, in front of its blank lines', () => {
    const incoming = [paragraph(''), paragraph('Ny'), paragraph('')];
    for (const here of [[], [paragraph('')], [paragraph(''), paragraph('')]]) {
      const doc = proseAfter(here, incoming);
      expect(snapshotOf(doc).sections.onsket).toEqual([...incoming, ...here]);
      expectUnchanged(doc, written({ sections: { onsket: incoming } }));
    }
  });

  test('SH-30, SH-37: somebody who writes in the blank line of a section apart keeps the words', () => {
    const { alice, bob, sync } = twoPeers({ prose: { onsket: [paragraph('')] } });
    const line = proseOf(bob.doc, 'onsket').get(0);
    if (line instanceof Y.XmlElement) line.insert(0, [new Y.XmlText('Bob')]);
    alice.does(importSnapshot(written({ sections: { onsket: [paragraph('Alice')] } })));
    sync();
    expect(alice.sees().sections.onsket).toEqual([paragraph('Alice'), paragraph('Bob')]);
  });

  test('SH-30: prose is added at the end of a section that says something else', () => {
    const doc = proseAfter(
      [paragraph('Her'), paragraph('Begge')],
      [paragraph('Begge'), paragraph('Der')],
    );
    expect(snapshotOf(doc).sections.onsket).toEqual(['Her', 'Begge', 'Der'].map(paragraph));
  });

  test('SH-31: prose that another program wrote differently is not added again', () => {
    const incoming: ProseNode[] = [
      {
        type: 'heading',
        attrs: { textAlign: null, level: 2, id: 'a' },
        content: [
          { type: 'text', text: 'Delt ' },
          { type: 'text', text: '' },
          { type: 'text', text: 'opp', marks: [] },
          { type: 'text', text: '!', marks: [{ type: 'italic' }, { type: 'bold', attrs: {} }] },
        ],
      },
      { type: 'paragraph', content: [] },
    ];
    const doc = proseAfter([paragraph('Her')], incoming);
    expect(snapshotOf(doc).sections.onsket).toHaveLength(3);
    expectUnchanged(doc, written({ sections: { onsket: incoming } }));
    expectUnchanged(copyOf(doc), written({ sections: { onsket: incoming } }));
  });

  test('SH-31: what nobody has decided is not decided by an import', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{}], maalinger: [{}] });
    const [tiltak, maaling] = [at(ids.tiltak), at(ids.maalinger)];
    for (const key of ['slag', 'status', 'order'])
      entityIn(alice.doc, 'tiltak', tiltak).delete(key);
    alice.does(recordMeasured(maaling, '2026-01-01', 1));
    sync();
    expectUnchanged(alice.doc, alice.sees());
    bob.does(recordMeasured(maaling, '2026-01-01', 1, 'fra Bob'));
    bob.does(patchTiltak(tiltak, { status: 'pagar' }));
    alice.does(importSnapshot(alice.sees()));
    sync();
    expect(at(alice.sees().tiltak).status).toBe('pagar');
    expect(at(at(alice.sees().maalinger).series).comment).toBe('fra Bob');
  });

  test('SH-32: import is one transaction with its writer’s origin', () => {
    const there = aSheet({ tiltak: [{}, {}], lapper: [{}], prose: { onsket: 'Ord' }, seed: 7 });
    done(there.doc, putCanvasRecord('shape:a', { xy: [1, 2] }));
    const { doc } = aSheet();
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    done(doc, importSnapshot(snapshotOf(there.doc)));
    expect(origins).toEqual([TEST_ORIGIN]);
  });

  test('SH-32: a snapshot with one fault is refused whole, before anything is written', () => {
    always(
      aSnapshot,
      (snapshot) => {
        const broken = { ...snapshot, tiltak: [...snapshot.tiltak, { id: 'x' }] };
        expect(parseSnapshot(broken)).toHaveProperty('faults');
      },
      20,
    );
  });

  test('SH-26: import keeps keys that this version does not know', () => {
    const { doc, ids } = aSheet({ tiltak: [{}] });
    headerOf(doc).set('fremtid', { a: 1 });
    const entity = collectionOf(doc, 'tiltak').get(at(ids.tiltak));
    if (entity instanceof Y.Map) entity.set('fremtid', 'x');
    done(doc, importSnapshot(snapshotOf(doc)));
    done(
      doc,
      importSnapshot(written({ tiltak: [{ id: at(ids.tiltak), title: 'Ny', slag: 'endring' }] })),
    );
    expect(headerOf(doc).get('fremtid')).toEqual({ a: 1 });
    expect(entity instanceof Y.Map && entity.get('fremtid')).toBe('x');
  });

  test('an entity that was removed comes back by import', () => {
    const { doc, ids } = aSheet({ tiltak: [{ title: 'A' }] });
    const before = snapshotOf(doc);
    done(doc, removeTiltak(at(ids.tiltak)));
    done(doc, importSnapshot(before));
    expect(snapshotOf(doc)).toEqual(before);
  });
});

describe('creating from a snapshot', () => {
  test('SH-20: is refused where there is a sheet', () => {
    const { doc } = aSheet();
    expect(refused(doc, createFromSnapshot(snapshotOf(doc)))).toEqual({ refused: 'taken' });
  });

  test('SH-28: rows that come without order can be ordered afterwards', () => {
    const doc = new Y.Doc();
    const tiltak = ['tiltak-b', 'tiltak-a'].map((id) => ({ id, title: id.slice(-1) }));
    done(doc, createFromSnapshot(written({ tiltak })));
    done(doc, addTiltak({ title: 'x' }, { after: 'tiltak-a' }));
    expect(snapshotOf(doc).tiltak.map(({ title }) => title)).toEqual(['a', 'x', 'b']);
  });
});

function expectUnchanged(doc: Y.Doc, snapshot: Snapshot): void {
  const before = Y.encodeStateAsUpdate(doc);
  done(doc, importSnapshot(snapshot));
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
}
