/** Programmes over real requests and real sockets: made, written in together, and kept apart from sheets. */
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeAdminKey } from '../../server/gate/adminKey.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { TiltakId } from '../../shared/ids/ids.ts';
import { addEntity, setHeaderText } from '../../shared/program/commands/program.ts';
import { addUsikkerhet } from '../../shared/program/commands/usikkerhet.ts';
import { type ProgramSnapshot, readProgram } from '../../shared/program/snapshot/snapshot.ts';
import { addTiltak, patchTiltak } from '../../shared/sheet/commands/tiltak.ts';
import { readCollection, type Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { ROLE_HEADER } from '../../shared/wire/headers.ts';
import { join, type Participant, type ParticipantOptions } from '../world/participants.ts';
import { startServer, type TestProgram, type TestSheet } from '../world/server.ts';
import { done } from '../world/sheets.ts';
import { until } from '../world/until.ts';
import { stage } from './setup.ts';

const it = stage({ isShared: true });

let people: Participant[] = [];
afterEach(() => {
  for (const person of people) person.leave();
  people = [];
});

async function comes(to: TestSheet, how: ParticipantOptions = {}): Promise<Participant> {
  const person = join(it.server, to, how);
  people.push(person);
  await person.synced();
  return person;
}

interface Shown extends ProgramSnapshot {
  readonly problems: readonly unknown[];
  readonly sheets: readonly { readonly sheetId: string; readonly title: string | null }[];
}

async function shown(program: TestProgram): Promise<Shown> {
  const response = await it.server.call(`/api/programs/${program.id}`, { key: program.keys.les });
  expect(response.status).toBe(200);
  return (await response.json()) as Shown;
}

function post(path: string, body: object, key?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return it.server.call(path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
    ...(key === undefined ? {} : { key }),
  });
}

async function refusalOf(answer: Response | Promise<Response>): Promise<ErrorCode> {
  const response = await answer;
  expect(response.status).toBeGreaterThanOrEqual(400);
  return ((await response.json()) as { error: { code: ErrorCode } }).error.code;
}

const readTiltak = ({ doc }: Participant, tiltakId: TiltakId) =>
  readCollection(doc, 'tiltak').find(({ id }) => id === tiltakId);

/** What a programme says of the sheets in it. */
const titlesIn = async (program: TestProgram) =>
  (await shown(program)).sheets.map(({ title }) => title);

const put = (program: TestProgram, sheet: TestSheet, key = program.keys.rediger) =>
  post(
    `/api/programs/${program.id}/sheets`,
    { sheetId: sheet.id, key: sheet.keys.fasilitator },
    key,
  );

describe('a programme', () => {
  test('is made with its name, its period and its links', async () => {
    const program = await it.server.createProgram({ name: ' Levanger 3.0 ', periodFrom: 2024 });
    expect(program.links.rediger).toBe(
      `${it.server.url}/program/${program.id}#n=${program.keys.rediger}`,
    );
    const { program: header, problems, sheets } = await shown(program);
    expect(header).toMatchObject({ name: 'Levanger 3.0', periodFrom: 2024, periodTo: 2027 });
    expect([problems, sheets]).toEqual([[], []]);
  });

  test.each([
    { periodFrom: 2027, periodTo: 2024 },
    { periodFrom: 24 },
    { name: 'x'.repeat(301) },
    { kind: 'program' },
  ])('is refused when it says %j', async (body) => {
    expect(await refusalOf(post('/api/programs', body))).toBe('body.invalid');
  });

  test('needs the admin key where sheets do', async () => {
    let adminKey: Promise<string | undefined> | undefined;
    const server = await startServer({
      config: { create: 'key' },
      adapters: (real) => {
        adminKey = makeAdminKey(real.records);
        return real;
      },
    });
    const create = (key: string) =>
      server.call('/api/programs', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
        key,
      });
    try {
      expect(await refusalOf(create('feil'))).toBe('create.forbidden');
      expect((await create((await adminKey) ?? '')).status).toBe(201);
    } finally {
      await server.stop();
    }
  });

  test('PR-10 is written by two at once, live, and every word survives', async () => {
    const program = await it.server.createProgram({ name: 'Program' });
    const [kari, ola] = [await comes(program), await comes(program, { control: true })];
    done(kari.doc, addUsikkerhet({ slag: 'risiko', description: 'Sykefravær', konsekvens: 3.5 }));
    done(ola.doc, addEntity('enheter', { name: 'Oppvekst', number: '200' }));
    done(ola.doc, setHeaderText('name', 'Program Levanger'));
    await until(() => readProgram(kari.doc).snapshot.enheter.length === 1);
    await until(() => readProgram(ola.doc).snapshot.usikkerheter.length === 1);
    await until(() => ola.saved() >= 2);
    expect(readProgram(kari.doc)).toEqual(readProgram(ola.doc));
    const { program: header, usikkerheter, enheter } = await shown(program);
    expect(header.name).toBe('Program Levanger');
    expect(usikkerheter).toMatchObject([{ code: 'R1', konsekvens: 3.5 }]);
    expect(enheter).toMatchObject([{ number: '200' }]);
  });

  test('is not changed by a reader', async () => {
    const program = await it.server.createProgram({ name: 'Program' });
    const reader = await comes(program, { role: 'les' });
    done(reader.doc, setHeaderText('name', 'Mitt program'));
    await until(() => reader.closeCodes.length > 0);
    expect(reader.closeCodes[0]).toBe(4406);
    expect((await shown(program)).program.name).toBe('Program');
  });

  test('is loaded as one encoded document', async () => {
    const program = await it.server.createProgram({ name: 'Program' });
    const path = `/api/programs/${program.id}/state`;
    const response = await it.server.call(path, { key: program.keys.les });
    expect(response.headers.get(ROLE_HEADER)).toBe('les');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    expect(readProgram(doc).snapshot.program.name).toBe('Program');
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await it.server.call(path, { key: program.keys.les, headers })).status).toBe(304);
  });

  test('shows its links to the facilitator and renews them', async () => {
    const program = await it.server.createProgram();
    const path = `/api/programs/${program.id}/keys`;
    expect(await refusalOf(it.server.call(path, { key: program.keys.rediger }))).toBe(
      'role.forbidden',
    );
    const listed = await it.server.call(path, { key: program.keys.fasilitator });
    expect(await listed.json()).toEqual({ keys: program.keys, links: program.links });
    const reader = await comes(program, { role: 'les' });
    const answer = await post(`${path}/rotate`, { roles: ['les'] }, program.keys.fasilitator);
    const renewed = (await answer.json()) as { links: TestProgram['links'] };
    expect(renewed.links.les).toMatch(`/program/${program.id}#n=`);
    expect(renewed.links.les).not.toBe(program.links.les);
    await until(() => reader.closeCodes.includes(4410));
  });
});

describe('sheets and programmes', () => {
  test('PR-10 are each refused as the other', async () => {
    const program = await it.server.createProgram();
    const { sheet } = it;
    const calls: readonly [string, ErrorCode][] = [
      [`/api/sheets/${program.id}`, 'sheet.unknown'],
      [`/api/sheets/${program.id}/state`, 'sheet.unknown'],
      [`/api/sheets/${program.id}/keys`, 'sheet.unknown'],
      [`/api/sheets/${program.id}/utgaver`, 'sheet.unknown'],
      [`/api/sheets/${program.id}/export/json`, 'sheet.unknown'],
      [`/api/programs/${sheet.id}`, 'program.unknown'],
      [`/api/programs/${sheet.id}/state`, 'program.unknown'],
      [`/api/programs/${sheet.id}/keys`, 'program.unknown'],
      ['/api/programs/no', 'program.unknown'],
    ];
    for (const [path, code] of calls) {
      const { keys } = path.includes(sheet.id) ? sheet : program;
      expect(await refusalOf(it.server.call(path, { key: keys.fasilitator })), path).toBe(code);
    }
    const snapshot = await (
      await it.server.call(`/api/sheets/${sheet.id}`, { key: sheet.keys.les })
    ).json();
    const imported = post(
      `/api/sheets/${program.id}/import`,
      snapshot as object,
      program.keys.fasilitator,
    );
    expect(await refusalOf(imported)).toBe('sheet.unknown');
  });

  test('PR-11 a programme’s key opens none of its sheets', async () => {
    const program = await it.server.createProgram();
    expect((await put(program, it.sheet)).status).toBe(200);
    for (const path of [`/api/sheets/${it.sheet.id}`, `/api/sheets/${it.sheet.id}/state`]) {
      const answer = it.server.call(path, { key: program.keys.fasilitator });
      expect(await refusalOf(answer)).toBe('key.wrong');
    }
    const intruder = join(it.server, it.sheet, { key: program.keys.fasilitator });
    people.push(intruder);
    await until(() => intruder.attempts() > 0);
    const shownKeys = Object.keys((await shown(program)).sheets[0] ?? {}).sort();
    const known = ['createdAt', 'edition', 'enhetId', 'kind', 'parent', 'sheetId', 'title'];
    expect(shownKeys).toEqual(known);
    expect(intruder.provider.synced).toBe(false);
  });

  test('PR-11 a sheet is put in by its facilitator and somebody who may write in the programme', async () => {
    const [mine, yours] = [await it.server.createProgram(), await it.server.createProgram()];
    const { sheet } = it;
    expect(await refusalOf(put(mine, sheet, mine.keys.les))).toBe('role.forbidden');
    const path = `/api/programs/${mine.id}/sheets`;
    const key = mine.keys.rediger;
    const by = (sheetKey: string, sheetId: string = sheet.id) =>
      refusalOf(post(path, { sheetId, key: sheetKey }, key));
    expect(await by(sheet.keys.rediger)).toBe('role.forbidden');
    expect(await by('feil')).toBe('key.wrong');
    expect(await by(yours.keys.fasilitator, yours.id)).toBe('sheet.unknown');
    expect(await titlesIn(mine)).toEqual([]);

    expect((await put(mine, sheet)).status).toBe(200);
    expect((await put(mine, sheet)).status).toBe(200);
    expect(await titlesIn(mine)).toEqual(['Prøveark']);
    expect(await refusalOf(put(yours, sheet))).toBe('program.elsewhere');
    expect(await titlesIn(yours)).toEqual([]);
  });

  test('PR-11 a sheet is taken out by either side, and by nobody else', async () => {
    const [mine, yours] = [await it.server.createProgram(), await it.server.createProgram()];
    const { sheet } = it;
    await put(mine, sheet);
    const method = 'DELETE';
    const out = (program: TestProgram, key: string) =>
      it.server.call(`/api/programs/${program.id}/sheets/${sheet.id}`, { method, key });
    expect(await refusalOf(out(mine, mine.keys.les))).toBe('role.forbidden');
    expect(await refusalOf(out(yours, yours.keys.fasilitator))).toBe('sheet.unknown');
    expect(await titlesIn(mine)).toEqual(['Prøveark']);
    expect((await out(mine, mine.keys.rediger)).status).toBe(200);
    expect(await titlesIn(mine)).toEqual([]);

    await put(mine, sheet);
    const path = `/api/sheets/${sheet.id}/program`;
    expect(await refusalOf(it.server.call(path, { method, key: sheet.keys.rediger }))).toBe(
      'role.forbidden',
    );
    expect((await it.server.call(path, { method, key: sheet.keys.fasilitator })).status).toBe(200);
    expect(await titlesIn(mine)).toEqual([]);
    expect((await put(yours, sheet)).status).toBe(200);
  });

  test('PR-11 a new sheet is made in a programme only by a key that may', async () => {
    const program = await it.server.createProgram();
    const other = await it.server.createProgram();
    const attempt = (programKey?: string, programId: string = program.id) =>
      refusalOf(
        post('/api/sheets', {
          kind: 'dypdykk',
          title: 'Nytt',
          programId,
          ...(programKey === undefined ? {} : { programKey }),
        }),
      );
    expect(await attempt()).toBe('key.missing');
    expect(await attempt(program.keys.les)).toBe('role.forbidden');
    expect(await attempt(other.keys.rediger)).toBe('key.wrong');
    expect(await attempt(it.sheet.keys.fasilitator, it.sheet.id)).toBe('program.unknown');
    expect(await attempt(program.keys.rediger, 'finnes-ikke-her')).toBe('program.unknown');
    expect(await titlesIn(program)).toEqual([]);
    const made = await it.server.createSheet({
      title: 'Nytt',
      programId: program.id,
      programKey: program.keys.rediger,
    });
    expect((await shown(program)).sheets).toMatchObject([{ sheetId: made.id, title: 'Nytt' }]);
  });
});

describe('a dypdykk', () => {
  test('comes into the programme of the sheet above by a key that may write there', async () => {
    const program = await it.server.createProgram();
    const above = await it.server.createSheet({
      kind: 'virksomhet',
      programId: program.id,
      programKey: program.keys.rediger,
    });
    const dypdykk = {
      kind: 'dypdykk',
      title: 'Utred innkjøp',
      owner: 'Rådgiver innkjøp',
      enhetId: 'en-enhet-i-programmet',
      parent: { sheetId: above.id, tiltakId: 'et-tiltak-paa-arket' },
    };
    const attempt = (parentKey: string) => post('/api/sheets', { ...dypdykk, parentKey });
    expect(await refusalOf(attempt(above.keys.les))).toBe('role.forbidden');
    expect(await refusalOf(attempt(it.sheet.keys.rediger))).toBe('key.wrong');
    expect(await titlesIn(program)).toEqual(['Prøveark']);
    const answer = await attempt(above.keys.rediger);
    expect(answer.status).toBe(201);
    const { id, keys } = (await answer.json()) as TestSheet;
    const { sheets } = await shown(program);
    expect(sheets[1]).toMatchObject({ sheetId: id, title: 'Utred innkjøp' });
    const made = await it.server.call(`/api/sheets/${id}`, { key: keys.les });
    const { kind, title, owner, enhetId, parent } = dypdykk;
    expect(await made.json()).toMatchObject({ sheet: { kind, title, owner, enhetId, parent } });
  });

  test('of a tiltak is made once, however many open it at the same moment', async () => {
    const above = await it.server.createSheet({ kind: 'virksomhet' });
    const person = await comes(above);
    const tiltakId = done(person.doc, addTiltak({ title: 'Utred innkjøp', slag: 'utredning' }));
    /** Which dypdykk the tiltak has on the server; undefined while the tiltak is not there. */
    const dypdykkId = async () => {
      const answer = await it.server.call(`/api/sheets/${above.id}`, { key: above.keys.les });
      return ((await answer.json()) as Snapshot).tiltak[0]?.dypdykkId;
    };
    await until(async () => (await dypdykkId()) === null, 'the tiltak is on the server');
    const attempt = (parentKey = above.keys.rediger) =>
      post('/api/sheets', {
        ...{ kind: 'dypdykk', parent: { sheetId: above.id, tiltakId }, parentKey },
      });
    const answers = await Promise.all([attempt(), attempt(), attempt(above.keys.fasilitator)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const bodies = (await Promise.all(answers.map((each) => each.json()))) as Partial<TestSheet>[];
    expect(bodies.flatMap(({ id }) => id ?? [])).toEqual([await dypdykkId()]);
    expect(await refusalOf(attempt())).toBe('dypdykk.exists');
    // One that is untied can be opened anew.
    await until(() => readTiltak(person, tiltakId)?.dypdykkId !== null, 'it is seen by everybody');
    done(person.doc, patchTiltak(tiltakId, { dypdykkId: null }));
    await until(async () => (await dypdykkId()) === null, 'it is untied on the server');
    expect((await attempt()).status).toBe(201);
  });

  test('of a sheet in no programme is in none', async () => {
    const above = await it.server.createSheet({ kind: 'virksomhet' });
    const answer = await post('/api/sheets', {
      kind: 'dypdykk',
      parent: { sheetId: above.id },
      parentKey: above.keys.rediger,
    });
    expect(answer.status).toBe(201);
  });
});

describe('the worked example', () => {
  test('PR-12 is a programme with its sheets, all of them opened by their own links', async () => {
    const program = await it.server.createProgram({ example: 'levanger' });
    const { program: header, problems, sheets, usikkerheter, enheter } = await shown(program);
    expect(header).toMatchObject({ name: 'Levanger 3.0', periodFrom: 2024, periodTo: 2027 });
    expect(problems).toEqual([]);
    expect([usikkerheter.length > 0, enheter.length > 0]).toEqual([true, true]);
    expect(sheets.map(({ sheetId, title }) => [sheetId, title])).toEqual(
      program.sheets.map(({ id, title }) => [id, title]),
    );
    expect(program.sheets).toHaveLength(5);
    for (const sheet of program.sheets) {
      expect(sheet.links.les).toBe(`${it.server.url}/ark/${sheet.id}#n=${sheet.keys.les}`);
      const answer = await it.server.call(`/api/sheets/${sheet.id}`, { key: sheet.keys.les });
      expect(await answer.json()).toMatchObject({ problems: [], sheet: { title: sheet.title } });
    }
  });

  test('takes another name, and no other period', async () => {
    const program = await it.server.createProgram({ example: 'levanger', name: 'Vårt program' });
    expect((await shown(program)).program.name).toBe('Vårt program');
    const refused = post('/api/programs', { example: 'levanger', periodFrom: 2025 });
    expect(await refusalOf(refused)).toBe('body.invalid');
    expect(await refusalOf(post('/api/programs', { example: 'annet' }))).toBe('body.invalid');
  });
});
