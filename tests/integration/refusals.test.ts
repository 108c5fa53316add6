/** Who does not get in, what they are told, and that they do not come back over and over. */
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { mintId, type SheetId } from '../../shared/ids/ids.ts';
import { type FaultyJournal, faulty } from '../world/faultyJournal.ts';
import { openRaw, RefusedUpgrade } from '../world/rawSocket.ts';
import { seeded } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });
const unknownId = () => mintId<SheetId>(seeded(99).bytes);

async function refusal(attempt: Promise<unknown>): Promise<{ status: number; code: string }> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RefusedUpgrade)) throw new Error('not refused', { cause: error });
  expect(error.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(error.headers['x-content-type-options']).toBe('nosniff');
  const { error: body } = error.body as { error: { code: string; message: string } };
  expect(body.message).not.toBe('');
  return { status: error.status, code: body.code };
}

describe('an upgrade is refused with a status and a code', () => {
  test('for a sheet that does not exist', async () => {
    const sheet = { ...it.sheet, id: unknownId() };
    expect(await refusal(openRaw(it.server, sheet))).toEqual({
      status: 404,
      code: 'sheet.unknown',
    });
  });

  test('without a key', async () => {
    const attempt = openRaw(it.server, it.sheet, { key: null });
    expect(await refusal(attempt)).toEqual({ status: 401, code: 'key.missing' });
  });

  test.each(['feil-nøkkel', 'x'.repeat(5000), '%00', ''])(
    'with a key that is not the sheet’s',
    async (key) => {
      const expected = key === '' ? [401, 'key.missing'] : [403, 'key.wrong'];
      const { status, code } = await refusal(openRaw(it.server, it.sheet, { key }));
      expect([status, code]).toEqual(expected);
    },
  );

  test('with the key of another sheet', async () => {
    const other = await it.server.createSheet();
    const attempt = openRaw(it.server, it.sheet, { key: other.keys.fasilitator });
    expect(await refusal(attempt)).toEqual({ status: 403, code: 'key.wrong' });
  });

  test('from a page of somebody else', async () => {
    const headers = { origin: 'https://ondsinnet.example' };
    const attempt = openRaw(it.server, it.sheet, { headers });
    expect(await refusal(attempt)).toEqual({ status: 403, code: 'origin.forbidden' });
    const own = await it.raw({ headers: { origin: it.server.url } });
    expect(own.socket.readyState).toBe(own.socket.OPEN);
  });

  test('at an address that is none', async () => {
    const elsewhere = { wsUrl: it.server.wsUrl.replace('/sync', '/annet') };
    expect(await refusal(openRaw(elsewhere, it.sheet))).toEqual({
      status: 404,
      code: 'route.unknown',
    });
  });

  test('when it is no WebSocket upgrade at all', async () => {
    const { hostname, port } = new URL(it.server.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.write(
      `GET /sync/${it.sheet.id}?nokkel=${it.sheet.keys.les} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`,
    );
    await until(() => answer.includes('\r\n\r\n{'));
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('"code":"body.invalid"');
  });
});

test('a key in a header opens as well as one in the address', async () => {
  const headers = { authorization: `Bearer ${it.sheet.keys.rediger}` };
  const { socket } = await it.raw({ key: null, headers });
  expect(socket.readyState).toBe(socket.OPEN);
});

test('a stock client with a wrong key comes back ever more rarely', async () => {
  const person = it.tries({ key: 'feil' });
  await until(() => person.attempts() >= 4);
  // Each refusal counts as a failure, and each failure doubles the client's next pause. A socket
  // that was let in and closed again would have reset the count.
  expect(person.provider.wsUnsuccessfulReconnects).toBeGreaterThanOrEqual(3);
  expect(person.provider.synced).toBe(false);
});

test('RM-28 renewing a key puts off whoever came with the old one, for good', async () => {
  const [editor, reader] = [await it.comes({ role: 'rediger' }), await it.comes({ role: 'les' })];
  const response = await it.server.call(`/api/sheets/${it.sheet.id}/keys/rotate`, {
    method: 'POST',
    key: it.sheet.keys.fasilitator,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: ['rediger'] }),
  });
  expect(response.status).toBe(200);
  const { keys } = (await response.json()) as { keys: { rediger: string; les: string } };
  await until(() => editor.closeCodes.length === 1);
  expect(editor.closeCodes).toEqual([4410]);
  expect(editor.attempts()).toBe(1);
  expect(reader.closeCodes).toEqual([]);
  expect(await refusal(openRaw(it.server, it.sheet))).toEqual({
    status: 403,
    code: 'key.revoked',
  });
  const again = await it.comes({ key: keys.rediger });
  again.text.insert(0, 'ny lenke');
  await until(() => reader.text.toString() === 'ny lenke');
});

test('RM-28 a key that is revoked while its holder is on the way in does not open', async () => {
  let journal: FaultyJournal | undefined;
  await it.restart({
    adapters: (real) => {
      journal = faulty(real.journal);
      return { ...real, journal };
    },
  });
  const letLoad = journal?.holdLoads();
  const attempt = refusal(openRaw(it.server, it.sheet));
  await until(() => journal?.loads === 1);
  await it.server.call(`/api/sheets/${it.sheet.id}/keys/rotate`, {
    method: 'POST',
    key: it.sheet.keys.fasilitator,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ roles: ['rediger'] }),
  });
  letLoad?.();
  expect((await attempt).code).toBe('key.revoked');
});
