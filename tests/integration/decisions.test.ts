/** Utgaver, what differs between them, and vedtak, over real requests and a real store. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import type { Role } from '../../shared/access/roles.ts';
import { ERRORS, type ErrorCode } from '../../shared/errors/catalogue.ts';
import type { TiltakId } from '../../shared/ids/ids.ts';
import { patchTiltak } from '../../shared/sheet/commands/tiltak.ts';
import { readSnapshot, type Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { join, type Participant } from '../world/participants.ts';
import { startServer, type TestServer, type TestSheet } from '../world/server.ts';
import { done } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });

const example = (): Promise<TestSheet> => it.server.createSheet({ example: 'avtalelojalitet' });

function call(
  sheet: TestSheet,
  path: string,
  role: Role = 'les',
  server: TestServer = it.server,
): Promise<Response> {
  return server.call(`/api/sheets/${sheet.id}${path}`, { key: sheet.keys[role] });
}

function post(
  sheet: TestSheet,
  path: string,
  body: unknown,
  role: Role = 'fasilitator',
  server: TestServer = it.server,
): Promise<Response> {
  return server.call(`/api/sheets/${sheet.id}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    key: sheet.keys[role],
  });
}

async function expectRefused(response: Response, code: ErrorCode): Promise<void> {
  expect(await response.json()).toMatchObject({ error: { code } });
  expect(response.status).toBe(ERRORS[code].status);
}

async function snapshotOf(sheet: TestSheet, server: TestServer = it.server): Promise<Snapshot> {
  return (await (await call(sheet, '', 'les', server)).json()) as Snapshot;
}

async function firstTiltak(sheet: TestSheet): Promise<TiltakId> {
  const [tiltak] = (await snapshotOf(sheet)).tiltak;
  if (tiltak === undefined) throw new Error('The example has no tiltak.');
  return tiltak.id;
}

const decisionOf = async (sheet: TestSheet) => (await snapshotOf(sheet)).tiltak[0]?.beslutning;

const people: Participant[] = [];
afterEach(() => {
  for (const person of people.splice(0)) person.leave();
});

/** Brings somebody to a sheet of the test's own. */
async function comes(sheet: TestSheet): Promise<Participant> {
  const person = join(it.server, sheet);
  people.push(person);
  await person.synced();
  return person;
}

const aVedtak = (tiltakId: string, changes: object = {}): object => ({
  organ: 'Kommunestyret',
  saksnummer: '26/104',
  dato: '2026-12-16',
  utfall: [{ tiltakId, utfall: 'vedtatt' }],
  ...changes,
});

describe('utgaver', () => {
  test('are frozen with what the sheet says now, and stay when it goes on', async () => {
    const sheet = await example();
    const response = await post(sheet, '/utgaver', {
      edition: '1.0',
      saksnummer: ' 26/104 ',
      merknad: 'Til budsjettbehandling',
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`/api/sheets/${sheet.id}/utgaver/1.0`);
    const told = {
      edition: '1.0',
      saksnummer: '26/104',
      merknad: 'Til budsjettbehandling',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    };
    expect(await response.json()).toEqual(told);
    const { problems: _, ...before } = (await snapshotOf(sheet)) as Snapshot & { problems: [] };
    expect(before.sheet.edition).toBe('1.0');

    await post(sheet, '/vedtak', aVedtak(await firstTiltak(sheet)));
    expect(await (await call(sheet, '/utgaver')).json()).toEqual({ utgaver: [told] });
    const frozen = await call(sheet, '/utgaver/1.0');
    const body = (await frozen.json()) as { sha256: string };
    expect(body).toEqual({ ...told, sha256: expect.any(String), snapshot: before });
    expect(frozen.headers.get('etag')).toBe(`"${body.sha256}"`);
  });

  test('take the number that the sheet has, and each number once', async () => {
    const sheet = await it.server.createSheet();
    expect(await (await post(sheet, '/utgaver', {})).json()).toMatchObject({ edition: '1.0' });
    await expectRefused(await post(sheet, '/utgaver', {}), 'utgave.exists');
    const both = await Promise.all([
      post(sheet, '/utgaver', { edition: '2.0' }),
      post(sheet, '/utgaver', { edition: '2.0' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { utgaver } = (await (await call(sheet, '/utgaver')).json()) as { utgaver: object[] };
    expect(utgaver).toHaveLength(2);
  });

  test.each([
    { edition: '1' },
    { edition: 'to' },
    { edition: '1.0; DROP TABLE utgave' },
    { edition: 1 },
    { edition: '1.0', saksnummer: 'x'.repeat(101) },
    { edition: '1.0', annet: true },
    [],
    null,
  ])('are not frozen from %j', async (body) => {
    await expectRefused(await post(it.sheet, '/utgaver', body), 'body.invalid');
    expect(await (await call(it.sheet, '/utgaver')).json()).toEqual({ utgaver: [] });
  });

  test('are for the fasilitator to freeze and for everybody to read', async () => {
    for (const role of ['les', 'rediger'] as const) {
      const refused = await post(it.sheet, '/utgaver', { edition: '1.0' }, role);
      await expectRefused(refused, 'role.forbidden');
    }
    await expectRefused(await call(it.sheet, '/utgaver/1.0'), 'utgave.unknown');
    await expectRefused(await call(it.sheet, '/utgaver/diff?fra=1.0'), 'utgave.unknown');
    await expectRefused(await call(it.sheet, '/utgaver/diff'), 'body.invalid');
    const stranger = await it.server.call(`/api/sheets/${it.sheet.id}/utgaver`);
    await expectRefused(stranger, 'key.missing');
  });

  test('cannot be changed or removed in the store, and one that was is never shown', async () => {
    await post(it.sheet, '/utgaver', { edition: '1.0' });
    const db = new DatabaseSync(joinPath(it.server.dataDir, 'helhetsmodellen.sqlite'));
    expect(() => db.exec("UPDATE utgave SET content = '{}'")).toThrow(/never changes/);
    expect(() => db.exec('DELETE FROM utgave')).toThrow(/never goes/);
    db.exec("DROP TRIGGER utgave_stays; UPDATE utgave SET content = '{}'");
    db.close();
    await expectRefused(await call(it.sheet, '/utgaver/1.0'), 'sheet.unreadable');
  });
});

describe('what differs', () => {
  test('between two utgaver, and between one and the sheet as it stands', async () => {
    const sheet = await example();
    const tiltakId = await firstTiltak(sheet);
    await post(sheet, '/utgaver', { edition: '1.0' });
    await post(sheet, '/vedtak', aVedtak(tiltakId));
    const decided = {
      id: tiltakId,
      changes: [{ field: 'beslutning', fra: 'til_behandling', til: 'vedtatt' }],
    };
    const now = await (await call(sheet, '/utgaver/diff?fra=1.0')).json();
    expect(now).toMatchObject({
      fra: '1.0',
      til: null,
      sheet: [],
      sections: [],
      tiltak: { added: [], removed: [], moved: [], changed: [decided] },
    });
    await post(sheet, '/utgaver', { edition: '2.0' });
    const both = await (await call(sheet, '/utgaver/diff?fra=1.0&til=2.0')).json();
    expect(both).toMatchObject({
      til: '2.0',
      sheet: [{ field: 'edition', fra: '1.0', til: '2.0' }],
      tiltak: { changed: [decided] },
    });
  });
});

describe('vedtak', () => {
  test('go on record, and the tiltak follow for everybody who is there', async () => {
    const sheet = await example();
    const kari = await comes(sheet);
    const [first, second] = (await snapshotOf(sheet)).tiltak;
    if (first === undefined || second === undefined) throw new Error('Too few tiltak.');
    const response = await post(
      sheet,
      '/vedtak',
      aVedtak(first.id, {
        merknad: 'Med protokolltilførsel',
        utfall: [
          { tiltakId: first.id, utfall: 'vedtatt_endret' },
          { tiltakId: second.id, utfall: 'utsatt' },
        ],
      }),
    );
    expect(response.status).toBe(201);
    const recorded = await response.json();
    expect(recorded).toMatchObject({ organ: 'Kommunestyret', dato: '2026-12-16' });
    expect(await (await call(sheet, '/vedtak')).json()).toEqual({ vedtak: [recorded] });
    await until(() => {
      const [mine, next] = readSnapshot(kari.doc).snapshot.tiltak;
      return mine?.beslutning === 'vedtatt_endret' && next?.beslutning === 'utsatt';
    }, 'the tiltak follow');
  });

  test('may be sent again when no answer came, and mend what did not follow', async () => {
    const sheet = await example();
    const tiltakId = await firstTiltak(sheet);
    const id = 'et-vedtak-som-ble-sendt';
    const first = await post(sheet, '/vedtak', aVedtak(tiltakId, { id }));
    expect(first.status).toBe(201);
    const recorded = await first.json();
    const kari = await comes(sheet);
    done(kari.doc, patchTiltak(tiltakId, { beslutning: 'forslag' }));
    await until(async () => (await decisionOf(sheet)) === 'forslag', 'somebody has written');
    const again = await post(sheet, '/vedtak', aVedtak(tiltakId, { id }));
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(recorded);
    expect(await decisionOf(sheet)).toBe('vedtatt');
    const other = aVedtak(tiltakId, { id, organ: 'Formannskapet' });
    await expectRefused(await post(sheet, '/vedtak', other), 'vedtak.exists');
    const { vedtak } = (await (await call(sheet, '/vedtak')).json()) as { vedtak: object[] };
    expect(vedtak).toHaveLength(1);
  });

  test.each([
    ['an unknown tiltak', { utfall: [{ tiltakId: 'finnes-ikke-her', utfall: 'vedtatt' }] }],
    ['an outcome that is none', { utfall: [{ tiltakId: 'x'.repeat(22), utfall: 'forslag' }] }],
    ['no tiltak', { utfall: [] }],
    ['a date that is none', { dato: '2026-02-30' }],
    ['no organ', { organ: ' ' }],
    ['no saksnummer', { saksnummer: undefined }],
  ])('with %s change nothing', async (_what, changes) => {
    const sheet = await example();
    const before = await snapshotOf(sheet);
    const vedtak = aVedtak(await firstTiltak(sheet), changes);
    await expectRefused(await post(sheet, '/vedtak', vedtak), 'body.invalid');
    expect(await snapshotOf(sheet)).toEqual(before);
    expect(await (await call(sheet, '/vedtak')).json()).toEqual({ vedtak: [] });
  });

  test('are for the fasilitator, and stand after the server was killed', async () => {
    const dataDir = await mkdtemp(joinPath(tmpdir(), 'a3-vedtak-'));
    const server = await startServer({ dataDir });
    const sheet = await server.createSheet({ example: 'avtalelojalitet' });
    const { tiltak } = await snapshotOf(sheet, server);
    const vedtak = aVedtak(tiltak[0]?.id ?? '');
    await expectRefused(await post(sheet, '/vedtak', vedtak, 'rediger', server), 'role.forbidden');
    expect((await post(sheet, '/vedtak', vedtak, 'fasilitator', server)).status).toBe(201);
    await server.kill();
    const again = await startServer({ dataDir });
    const path = `/api/sheets/${sheet.id}`;
    const stored = await again.call(`${path}/vedtak`, { key: sheet.keys.les });
    expect(await stored.json()).toMatchObject({ vedtak: [{ organ: 'Kommunestyret' }] });
    const read = await again.call(path, { key: sheet.keys.les });
    expect(((await read.json()) as Snapshot).tiltak[0]?.beslutning).toBe('vedtatt');
    await again.stop();
    await rm(dataDir, { recursive: true });
  });
});
