import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aSheet, at, done, twoPeers } from '../../../tests/world/sheets.ts';
import { all } from '../../document/commands/command.ts';
import type { EntityMap } from '../../document/kind.ts';
import type { SheetId, TiltakId } from '../../ids/ids.ts';
import { collectionOf, headerOf } from '../schema/roots.ts';
import { readSnapshot } from '../snapshot/snapshot.ts';
import { putCanvasRecord } from './canvas.ts';
import { ensureText, setEntityText } from './entities.ts';
import { setFactor, setGevinstYear } from './gevinst.ts';
import { patchHeader, setHeaderText, setLabel } from './header.ts';
import { patchLapp } from './lapp.ts';
import { recordMeasured, setMeasureValue } from './maaling.ts';
import { linkTiltakToRotaarsak, patchTiltak } from './tiltak.ts';

function entityOf(doc: Y.Doc, id: TiltakId): EntityMap {
  const entity = collectionOf(doc, 'tiltak').get(id);
  if (!(entity instanceof Y.Map)) throw new Error('No such tiltak');
  return entity;
}

function everything(sheet: ReturnType<typeof aSheet>) {
  const [tiltak, gevinst] = [at(sheet.ids.tiltak), at(sheet.ids.gevinster)];
  const maaling = at(sheet.ids.maalinger);
  return all([
    patchTiltak(tiltak, { status: 'pagar', frist: '2026-05-01', dypdykkId: 'et-dypdykk-ark' }),
    setEntityText('tiltak', tiltak, 'title', 'Tittel'),
    linkTiltakToRotaarsak(tiltak, at(sheet.ids.rotaarsaker), true),
    setGevinstYear(gevinst, 'estimate', '2026', 12.5),
    setFactor(gevinst, 'pris', 3),
    setMeasureValue(maaling, 'start', 1),
    recordMeasured(maaling, '2026-01-01', 1, 'ord'),
    patchLapp(at(sheet.ids.lapper), { xy: [1.5, 2], color: 'rosa' }),
    patchHeader({
      date: '2026-01-01',
      parent: { sheetId: 'et-annet-ark' as never, tiltakId: null },
    }),
    setHeaderText('owner', 'Enhetsleder'),
    setLabel('tiltak', 'Hva vi gjør'),
    putCanvasRecord('shape:a', { xy: [1, 2], props: { a: { b: [1, null] } } }),
  ]);
}

describe('writing', () => {
  test('SH-7: what stands already is not written again', () => {
    const sheet = aSheet({
      tiltak: [{}],
      rotaarsaker: [{}],
      gevinster: [{}],
      maalinger: [{}],
      lapper: [{}],
    });
    done(sheet.doc, everything(sheet));
    const updates: Uint8Array[] = [];
    sheet.doc.on('update', (update: Uint8Array) => updates.push(update));
    done(sheet.doc, everything(sheet));
    expect(updates).toEqual([]);
  });

  test('SH-7: a text gets one small edit, around which others’ words stay', () => {
    const { alice, bob, ids, sync } = twoPeers({
      tiltak: [{ title: 'Innskjerp antall bestillere' }],
    });
    const title = at(ids.tiltak);
    alice.does(setEntityText('tiltak', title, 'title', 'Innskjerp tallet på bestillere'));
    bob.does(setEntityText('tiltak', title, 'title', 'Innskjerp antall bestillere i alle enheter'));
    sync();
    expect(at(bob.sees().tiltak).title).toBe('Innskjerp tallet på bestillere i alle enheter');
  });

  test('SH-8: line breaks become one kind, and half a pair does not differ over the wire', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{ title: 'a\r\nb\rc\ud83d' }] });
    const { doc } = aSheet({
      tiltak: [{ title: 'a\r\nb\rc\ud83d' }],
      lapper: [{ author: '\udc00' }],
    });
    expect(at(readSnapshot(doc).snapshot.tiltak).title).toBe('a\nb\nc\ufffd');
    expect(at(readSnapshot(doc).snapshot.lapper).author).toBe('\ufffd');
    alice.does(setEntityText('tiltak', at(ids.tiltak), 'ansvar', 'x\udfffy\r\n'));
    alice.does(setHeaderText('title', '\ud800'));
    alice.does(putCanvasRecord('shape:a', { text: '\ud800' }));
    sync();
    expect(at(bob.sees().tiltak).ansvar).toBe('x\ufffdy\n');
    expect(bob.sees()).toEqual(alice.sees());
  });

  test('SH-8: two who replace one emoji apart leave no half of one', () => {
    const { alice, bob, ids, sync } = twoPeers({ tiltak: [{ title: '😀' }] });
    alice.does(setEntityText('tiltak', at(ids.tiltak), 'title', '😁'));
    bob.does(setEntityText('tiltak', at(ids.tiltak), 'title', '😂'));
    sync();
    expect(['😁😂', '😂😁']).toContain(at(alice.sees().tiltak).title);
  });

  test('SH-8: the caller’s own object can change afterwards', () => {
    const { doc, ids } = aSheet({ lapper: [{}] });
    const xy: [number, number] = [1, 2];
    const props = { w: 100, url: undefined as unknown as string };
    done(doc, patchLapp(at(ids.lapper), { xy }));
    done(doc, putCanvasRecord('shape:a', { props }));
    const parent = { sheetId: 'et-annet-ark' as SheetId, tiltakId: null };
    done(doc, patchHeader({ parent }));
    xy[0] = 99;
    props.w = 99;
    parent.sheetId = 'et-tredje-ark' as SheetId;
    const { snapshot } = readSnapshot(doc);
    expect(at(snapshot.lapper).xy).toEqual([1, 2]);
    expect(snapshot.canvas).toEqual([{ id: 'shape:a', props: { w: 100 } }]);
    expect(snapshot.sheet.parent?.sheetId).toBe('et-annet-ark');
  });

  test('SH-23: a cell in which a foreign client left something takes words at the right place', () => {
    const { doc, ids } = aSheet({ tiltak: [{ title: 'abc' }] });
    const entity = entityOf(doc, at(ids.tiltak));
    const title = entity.get('title');
    if (!(title instanceof Y.Text)) throw new Error('No cell');
    title.insertEmbed(0, { image: 'x' });
    title.insertEmbed(2, new Y.Map());
    done(doc, setEntityText('tiltak', at(ids.tiltak), 'title', 'abX'));
    expect(at(readSnapshot(doc).snapshot.tiltak).title).toBe('abX');
    expect(entity.get('title')).toBe(title);
  });

  test('SH-2: a cell that is missing or a plain string becomes shared text with its words', () => {
    const { doc, ids } = aSheet({ tiltak: [{}] });
    const entity = entityOf(doc, at(ids.tiltak));
    entity.set('title', 'fra før');
    entity.delete('ansvar');
    expect(ensureText(entity, 'title').toString()).toBe('fra før');
    expect(ensureText(entity, 'ansvar').toString()).toBe('');
    expect(entity.get('title')).toBeInstanceOf(Y.Text);
  });

  test('SH-7: a label is put under its key, also where the labels are missing, and taken away', () => {
    const { doc } = aSheet();
    headerOf(doc).delete('labels');
    done(doc, setLabel('tiltak', 'Hva vi gjør'));
    expect(readSnapshot(doc).snapshot.sheet.labels).toEqual({ tiltak: 'Hva vi gjør' });
    done(doc, setLabel('tiltak', undefined));
    expect(readSnapshot(doc).snapshot.sheet.labels).toEqual({});
  });
});
