import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aSheet, at, done, type Peer, twoPeers } from '../../../tests/world/sheets.ts';
import type { TiltakId } from '../../ids/ids.ts';
import { collectionOf } from '../schema/roots.ts';
import { readCollection } from '../snapshot/snapshot.ts';
import { moveEntity } from './entities.ts';
import { addTiltak, moveTiltak, removeTiltak } from './tiltak.ts';

const FIVE = ['A', 'B', 'C', 'D', 'E'].map((title) => ({ title }));

function titles(doc: Y.Doc): string {
  return readCollection(doc, 'tiltak')
    .map(({ title }) => title)
    .join('');
}

/** Moves rows by their titles: `moves(alice, 'A', 'C')` puts A right after C. */
function moves(peer: Peer, title: string, after: string | null): void {
  const rows = peer.sees().tiltak;
  const idOf = (name: string): TiltakId => at(rows.filter((row) => row.title === name)).id;
  peer.does(moveTiltak(idOf(title), { after: after === null ? null : idOf(after) }));
}

function setOrder(doc: Y.Doc, id: string, order: unknown): void {
  const entity = collectionOf(doc, 'tiltak').get(id);
  if (entity instanceof Y.Map) entity.set('order', order);
}

describe('rows', () => {
  test('SH-13: a new row stands last, first, or right after another', () => {
    const { doc, ids } = aSheet({ tiltak: FIVE });
    done(doc, addTiltak({ title: 'x' }));
    done(doc, addTiltak({ title: 'y' }, { after: null }));
    done(doc, addTiltak({ title: 'z' }, { after: at(ids.tiltak, 1) }));
    done(doc, addTiltak({ title: 'æ' }, { after: 'en-rad-som-er-borte' }));
    expect(titles(doc)).toBe('yABzCDExæ');
  });

  test('SH-13: a moved row stands last, first, or right after another; not after itself', () => {
    const { doc, ids } = aSheet({ tiltak: FIVE });
    done(doc, moveTiltak(at(ids.tiltak, 0), {}));
    expect(titles(doc)).toBe('BCDEA');
    done(doc, moveTiltak(at(ids.tiltak, 4), { after: null }));
    expect(titles(doc)).toBe('EBCDA');
    done(doc, moveTiltak(at(ids.tiltak, 4), { after: at(ids.tiltak, 2) }));
    expect(titles(doc)).toBe('BCEDA');
    done(doc, moveTiltak(at(ids.tiltak, 4), { after: at(ids.tiltak, 4) }));
    expect(titles(doc)).toBe('BCEDA');
  });

  test('SH-14: putting a row somewhere changes no other row', () => {
    const { doc, ids } = aSheet({ tiltak: FIVE });
    const orders = () => new Map(readCollection(doc, 'tiltak').map(({ id, order }) => [id, order]));
    const before = orders();
    const added = done(doc, addTiltak({}, { after: at(ids.tiltak, 2) }));
    done(doc, moveTiltak(at(ids.tiltak, 0), { after: at(ids.tiltak, 3) }));
    const changed = [...orders()].filter(([id, order]) => before.get(id) !== order);
    expect(changed.map(([id]) => id).toSorted()).toEqual([added, at(ids.tiltak, 0)].toSorted());
  });

  test('SH-14: rows moved and added apart stand where each was put', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: FIVE });
    moves(alice, 'A', 'C');
    moves(bob, 'E', null);
    alice.does(addTiltak({ title: 'x' }, { after: at(ids.tiltak, 3) }));
    bob.does(removeTiltak(at(ids.tiltak, 1)));
    sync();
    expect(titles(alice.doc)).toBe('ECADx');
    expect(titles(bob.doc)).toBe('ECADx');
  });

  test('SH-14: the same row moved by both stands in one of the two places', () => {
    const { alice, bob, sync } = twoPeers({ tiltak: FIVE });
    moves(alice, 'A', 'B');
    moves(bob, 'A', 'E');
    sync();
    expect(['BACDE', 'BCDEA']).toContain(titles(alice.doc));
    expect(titles(bob.doc)).toBe(titles(alice.doc));
  });

  test('SH-14: rows that both put in the same gap stand there, in one order for both', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: FIVE });
    alice.does(addTiltak({ title: 'x' }, { after: at(ids.tiltak) }));
    bob.does(addTiltak({ title: 'y' }, { after: at(ids.tiltak) }));
    sync();
    expect(['AxyBCDE', 'AyxBCDE']).toContain(titles(alice.doc));
    expect(titles(bob.doc)).toBe(titles(alice.doc));
  });

  test.each([
    ['equal', ['a1', 'a1', 'a1', 'a1', 'a1']],
    ['empty', ['', '', 'a1', 'a1', 'a2']],
    ['no keys at all', ['¤', 'a0', 'a0', 'zz', '🙂']],
  ])('SH-15: keys that are %s are repaired when a row is put among them', (_what, keys) => {
    const { doc, ids } = aSheet({ tiltak: FIVE });
    ids.tiltak.forEach((id, index) => {
      setOrder(doc, id, keys[index]);
    });
    const before = titles(doc);
    for (const id of ids.tiltak) {
      const row = at(readCollection(doc, 'tiltak').filter((tiltak) => tiltak.id === id)).title;
      done(doc, addTiltak({ title: row.toLowerCase() }, { after: id }));
    }
    const expected = [...before].map((title) => title + title.toLowerCase()).join('');
    expect(titles(doc)).toBe(expected);
  });

  test('SH-15: a missing key sorts first, and is repaired too', () => {
    const { doc, ids } = aSheet({ tiltak: FIVE });
    for (const id of ids.tiltak.slice(3)) setOrder(doc, id, undefined);
    const before = titles(doc);
    expect(before.slice(2)).toBe('ABC');
    const second = at(readCollection(doc, 'tiltak')).id;
    done(doc, moveEntity('tiltak', at(ids.tiltak, 2), { after: second }));
    expect(titles(doc)).toBe(`${before[0]}C${before.slice(1, 4)}`);
  });

  test('SH-15: two people who repair apart agree', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: FIVE });
    for (const id of ids.tiltak) setOrder(alice.doc, id, 'a1');
    sync();
    const before = titles(alice.doc);
    alice.does(addTiltak({ title: 'x' }, { after: null }));
    bob.does(addTiltak({ title: 'y' }));
    sync();
    expect(titles(alice.doc)).toBe(titles(bob.doc));
    expect(titles(alice.doc)).toContain(before);
  });
});
