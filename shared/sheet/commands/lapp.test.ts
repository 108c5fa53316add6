import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { aSheet, at, done, refused, seeded, twoPeers } from '../../../tests/world/sheets.ts';
import type { LappId } from '../../ids/ids.ts';
import { placesForLapper } from '../canvas/geometry.ts';
import { readCollection } from '../snapshot/snapshot.ts';
import {
  addLapper,
  arrangeLapper,
  groupLapper,
  linesOf,
  moveLappToSection,
  newGroup,
  patchLapp,
  removeLapp,
  spreadOverLapper,
  ungroupLapper,
} from './lapp.ts';

const DRAFT = { section: 'naasituasjon', color: 'rosa', author: 'Kari Nordmann' } as const;
const GONE = 'en-lapp-som-er-borte' as LappId;
const FOUR = ['A', 'B', 'C', 'D'].map((text) => ({ text }));

function lapper(doc: Y.Doc) {
  return readCollection(doc, 'lapper');
}

function texts(doc: Y.Doc): string {
  return lapper(doc)
    .map(({ text }) => text)
    .join('');
}

function updatesOf(doc: Y.Doc, act: () => void): number {
  let count = 0;
  const listen = () => {
    count += 1;
  };
  doc.on('update', listen);
  act();
  doc.off('update', listen);
  return count;
}

describe('several new lapper', () => {
  test('SH-39: one for each text, in order, at their places, in one step', () => {
    const { doc } = aSheet({ lapper: [{ text: 'A' }] });
    const lines = linesOf('- B\n- C\n\n- D');
    const places = placesForLapper(lapper(doc), 'naasituasjon', 3, seeded(1).bytes);
    let ids: readonly LappId[] = [];
    const updates = updatesOf(doc, () => {
      ids = done(doc, addLapper(lines, DRAFT, places));
    });
    expect(updates).toBe(1);
    expect(texts(doc)).toBe('ABCD');
    const added = lapper(doc).slice(1);
    expect(added.map(({ id }) => id)).toEqual(ids);
    expect(added.map(({ xy }) => xy)).toEqual(places);
    expect(at(added)).toMatchObject({ ...DRAFT, group: '', became: null });
  });

  test('SH-39: right after another lapp, first, or last, among 500', () => {
    const { doc, ids } = aSheet({ lapper: FOUR });
    const add = (text: string, place: { after?: string | null }) =>
      done(
        doc,
        addLapper(
          [...text],
          DRAFT,
          Array.from(text, () => [0, 0] as const),
          place,
        ),
      );
    add('xy', { after: at(ids.lapper, 1) });
    add('12', { after: null });
    add('.', {});
    expect(texts(doc)).toBe('12ABxyCD.');
    add('n'.repeat(500), { after: at(ids.lapper) });
    expect(texts(doc)).toBe(`12A${'n'.repeat(500)}BxyCD.`);
    expect(Math.max(...lapper(doc).map(({ order }) => order.length))).toBeLessThan(16);
  });

  test('SH-15: are put in order where keys leave no room', () => {
    const { doc, ids } = aSheet({ lapper: FOUR });
    const entities = doc.getMap<Y.Map<unknown>>('lapper');
    for (const id of ids.lapper) entities.get(id)?.set('order', 'a1');
    const before = texts(doc);
    const first = at(lapper(doc)).id;
    done(
      doc,
      addLapper(
        ['x', 'y'],
        DRAFT,
        [
          [0, 0],
          [1, 1],
        ],
        { after: first },
      ),
    );
    expect(texts(doc)).toBe(`${before[0]}xy${before.slice(1)}`);
  });

  test('SH-17: are refused whole where a place or a section is none', () => {
    const { doc } = aSheet();
    expect(refused(doc, addLapper(['a', 'b'], DRAFT, [[0, 0]]))).toEqual({
      refused: 'illTyped',
      field: 'xy',
    });
    const bad = addLapper(['a'], { ...DRAFT, section: 'vegg' as never }, [[0, 0]]);
    expect(refused(doc, bad)).toEqual({ refused: 'illTyped', field: 'section' });
    expect(lapper(doc)).toEqual([]);
  });

  test('SH-39: pasted into an empty lapp fill it and stand right after it, in one step', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: 'A' }, { text: ' ' }, { text: 'D' }] });
    const paste = spreadOverLapper(at(ids.lapper, 1), ['B', 'c', 'd'], DRAFT, [
      [1, 1],
      [2, 2],
    ]);
    const updates = updatesOf(doc, () => {
      done(doc, paste);
    });
    expect(updates).toBe(1);
    expect(texts(doc)).toBe('ABcdD');
    expect(refused(doc, paste)).toEqual({ refused: 'taken' });
    expect(refused(doc, spreadOverLapper(GONE, ['x'], DRAFT, []))).toEqual({ refused: 'gone' });
    expect(texts(doc)).toBe('ABcdD');
  });

  test('SH-14: two people who each paste apart keep their lapper together', () => {
    const { alice, bob, ids, sync } = twoPeers({ lapper: FOUR });
    const place = { after: at(ids.lapper) };
    const three = [
      [0, 0],
      [0, 0],
      [0, 0],
    ] as const;
    alice.does(addLapper(['1', '2', '3'], DRAFT, three, place));
    bob.does(addLapper(['x', 'y', 'z'], DRAFT, three, place));
    sync();
    const read = texts(alice.doc);
    expect(texts(bob.doc)).toBe(read);
    expect(read.replace(/[xyz]/g, '')).toBe('A123BCD');
    expect(read.replace(/[123]/g, '')).toBe('AxyzBCD');
  });
});

describe('lapper that are moved to another section', () => {
  test('SH-40: change section and place in one step, words and the rest left alone', () => {
    const { doc, ids } = aSheet({ lapper: [{ text: 'A', color: 'lilla', group: 'g' }] });
    const before = at(lapper(doc));
    const updates = updatesOf(doc, () => {
      done(doc, moveLappToSection(at(ids.lapper), 'tiltak', [1800, 400]));
    });
    expect(updates).toBe(1);
    expect(at(lapper(doc))).toEqual({ ...before, section: 'tiltak', xy: [1800, 400] });
    done(doc, moveLappToSection(at(ids.lapper), null, [0, 1300]));
    expect(at(lapper(doc)).section).toBeNull();
  });

  test('SH-40: and recoloured apart keep both', () => {
    const { alice, bob, ids, sync } = twoPeers({ lapper: FOUR });
    alice.does(moveLappToSection(at(ids.lapper), 'maaling', [1800, 800]));
    bob.does(patchLapp(at(ids.lapper), { color: 'blaa' }));
    sync();
    for (const peer of [alice, bob]) {
      expect(at(peer.sees().lapper)).toMatchObject({
        section: 'maaling',
        xy: [1800, 800],
        color: 'blaa',
      });
    }
  });

  test('SH-40: are refused when gone, and when there is no such section', () => {
    const { doc, ids } = aSheet({ lapper: FOUR });
    expect(refused(doc, moveLappToSection(GONE, 'tiltak', [0, 0])).refused).toBe('gone');
    const nowhere = moveLappToSection(at(ids.lapper), 'vegg' as never, [0, 0]);
    expect(refused(doc, nowhere)).toEqual({ refused: 'illTyped', field: 'section' });
  });
});

describe('groups of lapper', () => {
  const groups = (doc: Y.Doc) => lapper(doc).map(({ group }) => group);

  test('SH-40: are made and dissolved in one step, and pass over what is gone', () => {
    const { doc, ids } = aSheet({ lapper: FOUR });
    const three = [...ids.lapper.slice(0, 3), GONE, at(ids.lapper)];
    const updates = updatesOf(doc, () => {
      done(doc, groupLapper(three, 'gruppe-a'));
    });
    expect(updates).toBe(1);
    expect(groups(doc)).toEqual(['gruppe-a', 'gruppe-a', 'gruppe-a', '']);
    done(doc, groupLapper(ids.lapper.slice(2), 'gruppe-b'));
    expect(groups(doc)).toEqual(['gruppe-a', 'gruppe-a', 'gruppe-b', 'gruppe-b']);
    done(doc, ungroupLapper([at(ids.lapper), at(ids.lapper, 3)]));
    expect(groups(doc)).toEqual(['', 'gruppe-a', 'gruppe-b', '']);
  });

  test('SH-40: are refused when every lapp is gone, and without a word', () => {
    const { doc, ids } = aSheet({ lapper: FOUR });
    expect(refused(doc, groupLapper([GONE], 'g')).refused).toBe('gone');
    expect(refused(doc, ungroupLapper([])).refused).toBe('gone');
    expect(refused(doc, groupLapper(ids.lapper, ''))).toEqual({
      refused: 'illTyped',
      field: 'group',
    });
  });

  test('SH-40: that two people make apart are two', () => {
    const words = new Set(Array.from({ length: 500 }, (_, seed) => newGroup(seeded(seed).bytes)));
    expect(words.size).toBe(500);
    expect([...words].every((word) => /^[\w-]{8}$/.test(word))).toBe(true);
  });
});

describe('lapper that are sorted into a grid', () => {
  const COLORS = ['lilla', 'gul', 'turkis', 'rosa', 'gul', 'gul'];

  test('SH-41: stand by colour, then by their order, and nothing else changes', () => {
    const { doc, ids } = aSheet({
      lapper: COLORS.map((color, index) => ({ text: `${index}`, color })),
    });
    const before = lapper(doc);
    const updates = updatesOf(doc, () => {
      done(doc, arrangeLapper([...ids.lapper, GONE], { x: 100, y: 50 }));
    });
    expect(updates).toBe(1);
    const inReadingOrder = lapper(doc).toSorted((a, b) => a.xy[1] - b.xy[1] || a.xy[0] - b.xy[0]);
    expect(inReadingOrder.map(({ text }) => text).join('')).toBe('124530');
    expect(at(inReadingOrder).xy).toEqual([100, 50]);
    expect(at(inReadingOrder, 1).xy).toEqual([100 + 176 + 16, 50]);
    expect(lapper(doc).map((lapp) => ({ ...lapp, xy: [0, 0] }))).toEqual(before);
  });

  test('SH-41: take the room that each is drawn with', () => {
    const { doc, ids } = aSheet({ lapper: FOUR });
    const sizeOf = ({ text }: { readonly text: string }) =>
      text === 'A' ? { width: 176, height: 400 } : { width: 176, height: 112 };
    done(doc, arrangeLapper(ids.lapper, { x: 0, y: 0, sizeOf }));
    const tops = lapper(doc).map(({ xy }) => xy[1]);
    expect(new Set(tops)).toEqual(new Set([0, 416]));
  });

  test('SH-7, SH-41: sorted again write nothing; all gone are refused', () => {
    const { doc, ids } = aSheet({ lapper: FOUR });
    done(doc, arrangeLapper(ids.lapper, { x: 0, y: 0 }));
    const again = updatesOf(doc, () => done(doc, arrangeLapper(ids.lapper, { x: 0, y: 0 })));
    expect(again).toBe(0);
    expect(refused(doc, arrangeLapper([GONE], { x: 0, y: 0 })).refused).toBe('gone');
    const nowhere = arrangeLapper(ids.lapper, { x: Number.NaN, y: 0 });
    expect(refused(doc, nowhere)).toEqual({ refused: 'illTyped', field: 'xy' });
  });

  test('SH-9, SH-41: one that is removed apart stays removed', () => {
    const { alice, bob, ids, sync } = twoPeers({ lapper: FOUR });
    alice.does(arrangeLapper(ids.lapper, { x: 0, y: 0 }));
    bob.does(removeLapp(at(ids.lapper)));
    sync();
    expect(texts(alice.doc)).toBe('BCD');
    expect(texts(bob.doc)).toBe('BCD');
  });
});
