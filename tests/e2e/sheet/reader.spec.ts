/** Whoever came by the readers' link: sees everything, is seen, and can change nothing. */
import * as encoding from 'lib0/encoding';
import { writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { errorOfCloseCode } from '../../../shared/wire/closeCodes.ts';
import { MESSAGE_SYNC } from '../../../shared/wire/frames.ts';
import { stored } from '../support/stored.ts';
import { expect, test } from '../world.ts';

test('a reader follows along, is seen, and has nothing to write with', async ({ server, join }) => {
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const kari = await join(sheet, { name: 'Kari Nordmann' });
  const leser = await join(sheet, { as: 'les', name: 'Revisor Ås' });

  await expect(leser.page.getByText('Bare lesing')).toBeVisible();
  await expect(leser.state).toHaveText('Oppdatert');
  const main = leser.page.getByRole('main');
  const detailsButtons = main.getByRole('button', { name: /^Detaljer om / });
  await expect(main.getByRole('button')).toHaveCount(await detailsButtons.count());
  await expect(leser.button('Angre')).toHaveCount(0);
  for (const field of await main.getByRole('textbox').all()) await expect(field).not.toBeEditable();
  for (const choice of await main.getByRole('combobox').all()) await expect(choice).toBeDisabled();

  const details = await leser.gevinster.row(0).openDetails();
  await expect(details.answer).toContainText('845 timer i året');
  await expect(details.year('Estimat', '2028')).toHaveValue('845');
  for (const field of await details.root.getByRole('textbox').all()) {
    await expect(field).not.toBeEditable();
  }
  await expect(details.root.getByRole('combobox').first()).toBeDisabled();
  await details.close();

  await leser.tiltak.row(0).field('Ansvar').click();
  await leser.page.keyboard.type('forsøk');
  await kari.typeIn(kari.title, ' 2027');
  await expect(leser.title).toHaveValue('Avtalelojalitet 2027');
  await expect(kari.tiltak.row(0).cell('Ansvar').getByText('Revisor Ås')).toBeVisible();
  const { tiltak } = await stored(server, sheet);
  expect(tiltak[0]?.ansvar).toBe('Innherred Anskaffelser og økonomiavdelingen');
});

for (const [name, write] of [
  ['an update', writeUpdate],
  ['a sync step 2', (encoder: encoding.Encoder, update: Uint8Array) => writeStep2(encoder, update)],
] as const) {
  test(`${name} that a reader forges is refused, and nobody sees it`, async ({ server, join }) => {
    const sheet = await server.createSheet({ title: 'Ark' });
    const kari = await join(sheet);
    const forged = new Y.Doc();
    forged.getMap('sheet').set('title', new Y.Text('Overtatt'));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_SYNC);
    write(encoder, Y.encodeStateAsUpdate(forged));

    const socket = new WebSocket(`${server.wsUrl}/${sheet.id}?nokkel=${sheet.keys.les}`);
    const closed = new Promise<CloseEvent>((resolve) => socket.addEventListener('close', resolve));
    socket.addEventListener('open', () => socket.send(encoding.toUint8Array(encoder)));
    expect(errorOfCloseCode((await closed).code)).toBe('wire.readOnly');

    await kari.typeIn(kari.title, ' fortsatt vårt');
    await expect(kari.title).toHaveValue('Ark fortsatt vårt');
    await expect(kari.state).toHaveText('Lagret');
    expect((await stored(server, sheet)).sheet.title).toBe('Ark fortsatt vårt');
  });
}

function writeStep2(encoder: encoding.Encoder, update: Uint8Array): void {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  writeSyncStep2(encoder, doc);
}
