/** The client's connection against the real server: sockets, HTTP, SQLite and a crash. */
import 'fake-indexeddb/auto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { type OpenSheet, openSheet } from '../../client/connection/openSheet.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { headerOf } from '../../shared/sheet/schema/roots.ts';
import { aBrowser, type TestBrowser } from '../world/browser.ts';
import { startServer, type TestServer, type TestSheet } from '../world/server.ts';
import { seeded } from '../world/sheets.ts';

let dataDir: string;
let server: TestServer;
let sheet: TestSheet;
const open: OpenSheet[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'a3-open-'));
  server = await startServer({ dataDir });
  sheet = await server.createSheet({ title: 'Ark' });
});

afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  const port = Number(new URL(server.url).port);
  server = await startServer({ dataDir, config: { port } });
}

function tab(browser: TestBrowser, role?: Role | { readonly key: string }): OpenSheet {
  const linkKey = typeof role === 'string' ? sheet.keys[role] : role?.key;
  const opened = openSheet({ sheetId: sheet.id, linkKey, environment: browser.environment });
  open.push(opened);
  return opened;
}

const title = (doc: Y.Doc): Y.Text => headerOf(doc).get('title') as Y.Text;
const textOf = ({ doc }: OpenSheet): string | undefined => title(doc)?.toString();
const type = ({ doc }: OpenSheet, words: string): void =>
  title(doc).insert(title(doc).length, words);
const now = (opened: OpenSheet) => opened.state.getState();
const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 20_000, interval: 5 });
const untilOnline = (opened: OpenSheet): Promise<void> =>
  until(() => expect([now(opened).link, now(opened).saved]).toEqual(['online', 'lagret']));
const untilFailed = (opened: OpenSheet, code: string): Promise<void> =>
  until(() => expect(now(opened).failure).toBe(code));

async function serverTitle(): Promise<string> {
  const response = await server.call(`/api/sheets/${sheet.id}`, { key: sheet.keys.les });
  const body = (await response.json()) as { readonly sheet: { readonly title: string } };
  return body.sheet.title;
}

test('CN-1 two people write, both see it and see it saved', async () => {
  const [kari, ola] = [tab(aBrowser(server.url), 'rediger'), tab(aBrowser(server.url), 'rediger')];
  await Promise.all([kari, ola].map(untilOnline));
  type(kari, ' K');
  type(ola, ' O');
  await until(() => expect(textOf(kari)).toBe(textOf(ola)));
  await Promise.all([kari, ola].map(untilOnline));
  expect([...(await serverTitle())].sort()).toEqual([...'Ark K O'].sort());
});

test('CN-21 an unchanged sheet is not sent a second time', async () => {
  const statuses: number[] = [];
  const browser = aBrowser(server.url, {
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      statuses.push(response.status);
      return response;
    },
  });
  const first = tab(browser, 'rediger');
  await untilOnline(first);
  await first.close();
  const second = tab(browser);
  await untilOnline(second);
  expect(statuses).toEqual([200, 304]);
  expect(now(second).readyFrom).toBe('device');
});

test('CN-9 CN-14 a reader reads along, also in a browser with an editor’s unsent words', async () => {
  const browser = aBrowser(server.url);
  const editor = tab(browser, 'rediger');
  await untilOnline(editor);
  await server.kill();
  await until(() => expect(now(editor).saved).toBe('frakoblet-lagret-her'));
  type(editor, ' usendt');
  await until(() => expect(now(editor).saved).toBe('frakoblet-lagret-her'));
  await editor.close();
  await restart();
  const reader = tab(browser, 'les');
  await untilOnline(reader);
  expect(now(reader)).toMatchObject({ role: 'les', canWrite: false, failure: undefined });
  expect(textOf(reader)).toBe('Ark');
  const again = tab(browser, 'rediger');
  await until(() => expect(textOf(reader)).toBe('Ark usendt'));
  await untilOnline(again);
  expect(now(reader)).toMatchObject({ link: 'online', saved: 'lagret' });
});

describe('refusals', () => {
  test('CN-19 a wrong key and an unknown sheet', async () => {
    await untilFailed(tab(aBrowser(server.url), { key: 'helt-feil-noekkel-123456' }), 'key.wrong');
    sheet = { ...sheet, id: 'etArkSomIkkeFinnes0123' as SheetId };
    await untilFailed(tab(aBrowser(server.url), 'rediger'), 'sheet.unknown');
  });

  test('CN-20 CN-24 a rotated key ends the connection; the new link opens what was written', async () => {
    const browser = aBrowser(server.url);
    const editor = tab(browser, 'rediger');
    await untilOnline(editor);
    const rotated = await server.call(`/api/sheets/${sheet.id}/keys/rotate`, {
      method: 'POST',
      key: sheet.keys.fasilitator,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ roles: ['rediger'] }),
    });
    const { keys } = (await rotated.json()) as Pick<TestSheet, 'keys'>;
    await untilFailed(editor, 'key.revoked');
    expect(now(editor)).toMatchObject({ saved: 'avvist', canWrite: false, phase: 'ready' });
    await untilFailed(tab(browser), 'key.revoked');
    const renewed = tab(browser, { key: keys.rediger });
    await untilOnline(renewed);
    expect(now(renewed)).toMatchObject({ canWrite: true, deadLink: undefined });
  });
});

test('CN-5 writing all through reconnections never leaves a gap', async () => {
  const editor = tab(aBrowser(server.url), 'rediger');
  await untilOnline(editor);
  const interruptions = new Set<string | undefined>();
  editor.state.subscribe(({ interruption }) => interruptions.add(interruption));
  const writing = setInterval(() => type(editor, '.'), 1);
  try {
    for (let round = 0; round < 5; round++) {
      await server.kill();
      await until(() => expect(now(editor).link).toBe('offline'));
      await restart();
      await until(() => expect(now(editor).link).toBe('online'));
    }
  } finally {
    clearInterval(writing);
  }
  await untilOnline(editor);
  expect([...interruptions]).not.toContain('wire.gap');
  expect(await serverTitle()).toBe(textOf(editor));
});

test('CN-1 what is said to be lagret survives a crash (seeded)', async () => {
  const random = seeded(20_260_301);
  const claimed = new Set<string>();
  let tokens = 0;
  for (let round = 0; round < 12; round++) {
    // Without a local copy nobody can send again what the server lost.
    const writers = [0, 1].map(() =>
      tab(aBrowser(server.url, { indexedDB: undefined }), 'rediger'),
    );
    await Promise.all(writers.map(untilOnline));
    const own = writers.map((writer) => {
      const written: string[] = [];
      writer.state.subscribe(({ saved }) => {
        if (saved === 'lagret') for (const token of written) claimed.add(token);
      });
      return written;
    });
    own[0]?.push(`[først ${round}]`);
    type(writers[0] as OpenSheet, `[først ${round}]`);
    await untilOnline(writers[0] as OpenSheet);
    for (let edits = 5 + random.int(40); edits > 0; edits--) {
      const writer = random.int(2);
      const token = `[${tokens++}]`;
      own[writer]?.push(token);
      type(writers[writer] as OpenSheet, token);
      for (let turns = random.int(6); turns > 0; turns--) await aTurn();
    }
    await server.kill();
    for (const writer of writers) await writer.close();
    await restart();
    const text = await serverTitle();
    const lost = [...claimed].filter((token) => !text.includes(token));
    expect({ seed: random.seed, round, lost }).toEqual({ seed: random.seed, round, lost: [] });
  }
  expect(claimed.size).toBeGreaterThanOrEqual(12);
});

test('CN-3 CN-4 through crash after crash nothing that was written is lost (seeded)', async () => {
  const random = seeded(7);
  const writers = [0, 1].map(() => tab(aBrowser(server.url), 'rediger'));
  await Promise.all(writers.map(untilOnline));
  const written: string[] = [];
  for (let round = 0; round < 5; round++) {
    for (let edit = 0; edit < 20; edit++) {
      const token = `[${written.length}]`;
      type(random.pick(writers), token);
      written.push(token);
      for (let turns = random.int(4); turns > 0; turns--) await aTurn();
    }
    await server.kill();
    type(random.pick(writers), `[${written.length}]`);
    written.push(`[${written.length}]`);
    await restart();
  }
  await Promise.all(writers.map(untilOnline));
  await until(() => expect(textOf(writers[0] as OpenSheet)).toBe(textOf(writers[1] as OpenSheet)));
  const text = await serverTitle();
  expect({ seed: 7, lost: written.filter((token) => !text.includes(token)) }).toEqual({
    seed: 7,
    lost: [],
  });
});

/** Lets sockets and the store get on with what they have. */
function aTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test('CN-18 a server that stops in good order is waited for', async () => {
  const browser = aBrowser(server.url);
  const editor = tab(browser, 'rediger');
  await untilOnline(editor);
  type(editor, ' før');
  await untilOnline(editor);
  await server.stop();
  await until(() => expect(now(editor).link).toBe('offline'));
  type(editor, ' under');
  await restart();
  await untilOnline(editor);
  expect(await serverTitle()).toBe('Ark før under');
});
