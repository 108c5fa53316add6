/** Somebody who writes what they like under `canvas`: the board stays up and says what it leaves out. */
import * as Y from 'yjs';
import { join as joinAsPeer } from '../../world/participants.ts';
import { BoardPage, FREE } from '../pages/BoardPage.ts';
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

function copyOf(
  record: Y.Map<unknown>,
  changes: Readonly<Record<string, unknown>>,
): Y.Map<unknown> {
  const copy = record.clone();
  for (const [key, value] of Object.entries(changes)) copy.set(key, value);
  return copy;
}
