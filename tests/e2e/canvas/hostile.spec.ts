/** Somebody who writes what they like under `canvas`: the board stays up and says what it leaves out. */
import * as Y from 'yjs';
import { join as joinAsPeer } from '../../world/participants.ts';
import { BoardPage } from '../pages/BoardPage.ts';
import { FREE } from '../pages/places.ts';
import { expect, test } from '../world.ts';

test('garbage from a stock client is left out with a notice, and the rest of the board works', async ({
  server,
  join,
}) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const note = await kari.write('Står fast', FREE.rotaarsaker);
  await kari.drawRectangle();

  const peer = joinAsPeer(server, sheet);
  await peer.synced();
  const canvas = peer.doc.getMap('canvas');
  await expect.poll(() => canvas.size).toBe(1);
  const good = canvas.get([...canvas.keys()][0] ?? '') as Y.Map<unknown>;
  peer.doc.transact(() => {
    canvas.set('shape:ord', 'ikke en figur');
    canvas.set('shape:tall', copyOf(good, { xy: ['venstre', null] }));
    canvas.set('shape:props', copyOf(good, { props: { geo: 'tesserakt' } }));
    canvas.set('shape:rundt', copyOf(good, { parentId: 'shape:rundt' }));
    canvas.set('shape:type', copyOf(good, { base: { type: 'ond', typeName: 'shape' } }));
    canvas.set('page:annen', copyOf(good, {}));
    canvas.set('', new Y.Map([['base', new Y.Map([['a', new Y.Array()]])]]));
  });
  const lapper = peer.doc.getMap('lapper');
  const [lapp] = [...lapper.values()] as Y.Map<unknown>[];
  if (lapp !== undefined) lapper.set('en-lapp-uten-farge', copyOf(lapp, { color: { a: 1 } }));
  lapper.set('en-lapp-ingensteds', new Y.Map([['xy', 'ingensteds']]));

  await expect(kari.page.getByText(/kan ikke vises i denne utgaven/)).toBeVisible();
  await kari.drag(note, { x: 700, y: 900 });
  await kari.isAt(note, { x: 700, y: 900 });
  await expect(kari.drawings.first()).toBeVisible();
  const ola = await BoardPage.of(await join(sheet, { name: 'Ola' }));
  await ola.isAt(ola.note('Står fast'), { x: 700, y: 900 });
  await expect(ola.page.getByText(/kan ikke vises i denne utgaven/)).toBeVisible();
  await ola.write('Og videre', FREE.rotaarsaker);
  await expect(kari.note('Og videre')).toBeVisible();
  expect(canvas.get('shape:ord')).toBe('ikke en figur');
  peer.leave();
});

test('what names another host on the board is asked of nobody', async ({ server, join, watch }) => {
  const sheet = await server.createSheet({ title: 'Ark' });
  const kari = await BoardPage.of(await join(sheet, { name: 'Kari' }));
  const peer = joinAsPeer(server, sheet);
  await peer.synced();
  const elsewhere = 'https://annet-sted.example/spor.png';
  const shape = { index: 'a1', parentId: 'page:page', xy: [1150, 260] };
  const records = {
    'asset:fremmed': {
      base: { typeName: 'asset', type: 'image' },
      props: { name: '', src: elsewhere, w: 90, h: 60, mimeType: 'image/png', isAnimated: false },
    },
    'shape:bilde': {
      ...shape,
      base: { typeName: 'shape', type: 'image' },
      'prop:altText': '',
      'prop:url': elsewhere,
      props: {
        w: 90,
        h: 60,
        assetId: 'asset:fremmed',
        crop: null,
        playing: true,
        flipX: false,
        flipY: false,
      },
    },
    'shape:side': {
      ...shape,
      base: { typeName: 'shape', type: 'embed' },
      'prop:url': 'https://www.youtube.com/watch?v=aaaaaaaaaaa',
      props: { w: 300, h: 200 },
    },
  };
  peer.doc.transact(() => {
    for (const [id, keys] of Object.entries(records)) {
      peer.doc.getMap('canvas').set(id, new Y.Map(Object.entries(keys)));
    }
  });
  await expect(kari.drawings.first()).toBeVisible();
  await kari.page.waitForLoadState('networkidle');
  expect(watch.asked.filter((url) => /annet-sted|youtube/.test(url))).toEqual([]);
  peer.leave();
});

function copyOf(
  record: Y.Map<unknown>,
  changes: Readonly<Record<string, unknown>>,
): Y.Map<unknown> {
  const copy = record.clone();
  for (const [key, value] of Object.entries(changes)) copy.set(key, value);
  return copy;
}
