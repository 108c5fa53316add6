import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { run } from '../../shared/document/commands/command.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { createSheet } from '../../shared/sheet/commands/create.ts';
import { headerOf } from '../../shared/sheet/schema/roots.ts';
import { SYNC_UPDATE } from '../../shared/wire/frames.ts';
import { aBrowser } from '../../tests/world/browser.ts';
import { ScriptedServer } from '../../tests/world/scriptedServer.ts';
import { seeded } from '../../tests/world/sheets.ts';
import type { ConnectionEnvironment } from './environment.ts';
import { knownKeys } from './keyRing.ts';
import { type OpenSheet, openSheet } from './openSheet.ts';
import { recentSheets } from './recentSheets.ts';

const sheetId = 'arketsIdentitet0123456' as SheetId;
const EDITOR = 'redigerNoekkel';
const READER = 'leserNoekkel';
const FACILITATOR = 'fasilitatorNoekkel';

let server: ScriptedServer;
const open: OpenSheet[] = [];

beforeEach(async () => {
  server = new ScriptedServer();
  await server.start();
  server.keys.set(EDITOR, 'rediger').set(READER, 'les').set(FACILITATOR, 'fasilitator');
  server.edit((doc) => {
    run(doc, createSheet({ kind: 'dypdykk', title: 'Avtalelojalitet', date: null }), {
      origin: { kind: 'server', undoable: false },
      random: seeded(1).bytes,
    });
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const sheet of open.splice(0)) await sheet.close();
  await server.crash();
});

/** Opens the sheet in a tab; what the test leaves open is closed afterwards. */
function tab(environment: ConnectionEnvironment, linkKey?: string): OpenSheet {
  const sheet = openSheet({ sheetId, linkKey, environment });
  open.push(sheet);
  return sheet;
}

const title = (doc: Y.Doc): Y.Text => headerOf(doc).get('title') as Y.Text;
const type = (sheet: OpenSheet, words: string): void =>
  title(sheet.doc).insert(title(sheet.doc).length, words);
const textOf = (doc: Y.Doc): string => title(doc)?.toString();
const now = (sheet: OpenSheet) => sheet.state.getState();
const until = (check: () => void): Promise<void> =>
  vi.waitFor(check, { timeout: 8000, interval: 5 });
const untilSaved = (sheet: OpenSheet, saved: string): Promise<void> =>
  until(() => expect(now(sheet).saved).toBe(saved));
const untilOnline = (sheet: OpenSheet): Promise<void> =>
  until(() => expect([now(sheet).link, now(sheet).saved]).toEqual(['online', 'lagret']));

describe('opening', () => {
  test('CN-21 CN-22 the first time from the server, and nothing is written', async () => {
    const browser = aBrowser(server.origin);
    const before = Y.encodeStateAsUpdate(server.doc);
    const sheet = tab(browser.environment, EDITOR);
    expect(now(sheet)).toMatchObject({ phase: 'opening', saved: 'lagrer', canWrite: false });
    await untilOnline(sheet);
    expect(now(sheet)).toMatchObject({
      phase: 'ready',
      readyFrom: 'server',
      role: 'rediger',
      canWrite: true,
      failure: undefined,
    });
    expect(textOf(sheet.doc)).toBe('Avtalelojalitet');
    expect(server.frames(SYNC_UPDATE)).toBe(0);
    expect(Y.encodeStateAsUpdate(server.doc)).toEqual(before);
    expect(recentSheets(browser.environment.storage)).toMatchObject([
      { id: sheetId, title: 'Avtalelojalitet', kind: 'dypdykk', role: 'rediger' },
    ]);
  });

  test('CN-21 the second time from the device, and an unchanged state is not sent again', async () => {
    const browser = aBrowser(server.origin);
    const first = tab(browser.environment, EDITOR);
    await untilOnline(first);
    await first.close();
    const second = tab(browser.environment);
    await untilOnline(second);
    expect(now(second).readyFrom).toBe('device');
    expect(textOf(second.doc)).toBe('Avtalelojalitet');
    expect(server.stateAnswers()).toEqual([200, 304]);
  });

  test('CN-28 a new link can be written in before there is a socket', async () => {
    server.blocksSockets = true;
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await until(() => expect(now(sheet).canWrite).toBe(true));
    expect(now(sheet)).toMatchObject({ phase: 'ready', readyFrom: 'server', role: 'rediger' });
    type(sheet, ' straks');
    expect(now(sheet).saved).not.toBe('lagret');
    server.blocksSockets = false;
    await until(() => expect(textOf(server.doc)).toBe('Avtalelojalitet straks'));
    server.acknowledge();
    await untilOnline(sheet);
  });

  test('CN-28 a new link that only reads is known as such before there is a socket', async () => {
    server.blocksSockets = true;
    const sheet = tab(aBrowser(server.origin).environment, READER);
    await until(() => expect(now(sheet).phase).toBe('ready'));
    expect(now(sheet)).toMatchObject({ role: 'les', canWrite: false });
  });

  test('CN-28 a server that does not say the role is asked by the socket', async () => {
    server.tellsRole = false;
    server.blocksSockets = true;
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await until(() => expect(now(sheet).phase).toBe('ready'));
    expect(now(sheet)).toMatchObject({ role: undefined, canWrite: false });
    server.blocksSockets = false;
    await untilOnline(sheet);
    expect(now(sheet)).toMatchObject({ role: 'rediger', canWrite: true });
  });

  test('CN-23 without a network, and what is written there reaches the server later', async () => {
    const browser = aBrowser(server.origin);
    const first = tab(browser.environment, EDITOR);
    await untilOnline(first);
    await first.close();
    await server.crash();
    const offline = tab(browser.environment);
    await untilSaved(offline, 'frakoblet-lagret-her');
    expect(now(offline)).toMatchObject({ readyFrom: 'device', role: 'rediger', canWrite: true });
    type(offline, ' uten nett');
    expect(now(offline).saved).toBe('lagrer');
    await untilSaved(offline, 'frakoblet-lagret-her');
    await offline.close();
    await server.start();
    await untilOnline(tab(browser.environment));
    expect(textOf(server.doc)).toBe('Avtalelojalitet uten nett');
  });

  test('without a network and never opened before, it waits for the server', async () => {
    await server.crash();
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await until(() => expect(now(sheet).link).toBe('offline'));
    expect(now(sheet)).toMatchObject({ phase: 'opening', failure: undefined, canWrite: false });
    await server.start();
    await untilOnline(sheet);
    expect(now(sheet)).toMatchObject({ phase: 'ready', readyFrom: 'server' });
  });

  test('a sheet that does not exist is said to be unknown', async () => {
    server.keys.set('noekkelTilIngenting', 'sheet.unknown');
    const sheet = tab(aBrowser(server.origin).environment, 'noekkelTilIngenting');
    await until(() => expect(now(sheet).phase).toBe('failed'));
    expect(now(sheet)).toMatchObject({ failure: 'sheet.unknown', link: 'stopped' });
    expect(server.upgrades).toBe(0);
  });

  test('an address without a key, and none kept', async () => {
    const sheet = tab(aBrowser(server.origin).environment);
    await until(() => expect(now(sheet).failure).toBe('key.missing'));
    expect(now(sheet).phase).toBe('failed');
  });

  test('closing at once, as strict mode does, leaves nothing behind', async () => {
    const browser = aBrowser(server.origin);
    const gone = tab(browser.environment, EDITOR);
    await gone.close();
    await untilOnline(tab(browser.environment, EDITOR));
    expect(browser.socketsMade).toBe(1);
  });
});

describe('saving', () => {
  test('CN-1 lagret follows the server’s word', async () => {
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await untilOnline(sheet);
    server.holdsAcks = true;
    type(sheet, '!');
    expect(now(sheet).saved).toBe('lagrer');
    await until(() => expect(textOf(server.doc)).toBe('Avtalelojalitet!'));
    expect(now(sheet).saved).toBe('lagrer');
    server.acknowledge();
    await untilSaved(sheet, 'lagret');
  });

  test('CN-3 CN-2 edits between close and reopening', async () => {
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await untilOnline(sheet);
    type(sheet, ' 1');
    await untilSaved(sheet, 'lagret');
    server.closeAll(1012);
    await until(() => expect(now(sheet).link).toBe('offline'));
    expect(now(sheet).interruption).toBe('server.stopping');
    server.holdsAcks = true;
    type(sheet, ' 2');
    await until(() => expect(textOf(server.doc)).toBe('Avtalelojalitet 1 2'));
    expect(now(sheet).saved).toBe('lagrer');
    server.acknowledge();
    await untilOnline(sheet);
  });

  test('CN-4 what a dying server had not made durable is sent again', async () => {
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await untilOnline(sheet);
    server.holdsAcks = true;
    type(sheet, ' uten kvittering');
    await until(() => expect(textOf(server.doc)).toContain('uten kvittering'));
    await server.crash();
    await until(() => expect(now(sheet).link).toBe('offline'));
    await server.start();
    expect(textOf(server.doc)).toBe('Avtalelojalitet');
    await until(() => expect(textOf(server.doc)).toBe('Avtalelojalitet uten kvittering'));
    expect(now(sheet).saved).toBe('lagrer');
    server.acknowledge();
    await untilOnline(sheet);
  });

  test('CN-5 edits before the handshake wait for the step 2', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    await server.crash();
    await until(() => expect(now(sheet).link).toBe('offline'));
    type(sheet, ' a');
    await untilSaved(sheet, 'frakoblet-lagret-her');
    server.holdsHandshake = true;
    await server.start();
    await untilSaved(sheet, 'lagrer');
    type(sheet, ' b');
    type(sheet, ' c');
    expect(now(sheet).saved).toBe('lagrer');
    server.shakeHands();
    await untilOnline(sheet);
    expect(server.frames(SYNC_UPDATE)).toBe(0);
    expect(textOf(server.doc)).toBe('Avtalelojalitet a b c');
    expect(server.doc.store.pendingStructs).toBeNull();
  });

  test('CN-7 CN-10 without storage, disconnected means not saved', async () => {
    const { environment } = aBrowser(server.origin, { indexedDB: undefined });
    const sheet = tab(environment, EDITOR);
    await untilOnline(sheet);
    await server.crash();
    await untilSaved(sheet, 'frakoblet-ulagret');
    expect(now(sheet).isSafeToLeave).toBe(true);
    type(sheet, ' i minnet');
    expect(now(sheet)).toMatchObject({ saved: 'frakoblet-ulagret', isSafeToLeave: false });
    await server.start();
    await untilOnline(sheet);
    expect(now(sheet).isSafeToLeave).toBe(true);
  });

  test('what others write is not ours to save', async () => {
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await untilOnline(sheet);
    const seen: string[] = [];
    sheet.state.subscribe(({ saved }) => seen.push(saved));
    server.edit((doc) => title(doc).insert(0, 'Ny: '));
    await until(() => expect(textOf(sheet.doc)).toBe('Ny: Avtalelojalitet'));
    expect(seen.filter((saved) => saved !== 'lagret')).toEqual([]);
  });

  test('trouble in the server’s store is told', async () => {
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await untilOnline(sheet);
    server.announce({ type: 'notice', code: 'store.unavailable' });
    await until(() => expect(now(sheet).isStoreInTrouble).toBe(true));
    server.announce({ type: 'notice', code: 'store.recovered' });
    await until(() => expect(now(sheet).isStoreInTrouble).toBe(false));
    expect(now(sheet).serverTimeOffsetMs).toBeLessThan(0);
  });
});

describe('refusals', () => {
  test('CN-8 CN-16 CN-20 a link that is revoked while it is used', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    server.keys.set(EDITOR, 'key.revoked');
    server.closeAll(4410);
    await untilSaved(sheet, 'avvist');
    expect(now(sheet)).toMatchObject({
      phase: 'ready',
      failure: 'key.revoked',
      link: 'stopped',
      canWrite: false,
    });
    expect(textOf(sheet.doc)).toBe('Avtalelojalitet');
    await sheet.close();
    const later = tab(browser.environment);
    await until(() => expect(now(later).failure).toBe('key.revoked'));
    expect(now(later)).toMatchObject({ phase: 'ready', readyFrom: 'device', canWrite: false });
    expect(textOf(later.doc)).toBe('Avtalelojalitet');
    const taken = new Y.Doc();
    Y.applyUpdate(taken, later.takeOut());
    expect(textOf(taken)).toBe('Avtalelojalitet');
  });

  test('CN-16 only forget removes the sheet from the device', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    await sheet.forget();
    const { storage, indexedDB } = browser.environment;
    expect(knownKeys(storage, sheetId)).toEqual([]);
    expect(recentSheets(storage)).toEqual([]);
    expect(await indexedDB?.databases()).toEqual([]);
  });

  test('CN-20 a change that the server will not take stops the attempts, and stays here', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    server.holdsAcks = true;
    type(sheet, ' for stort');
    server.closeAll(4413);
    await untilSaved(sheet, 'avvist');
    expect(now(sheet)).toMatchObject({ failure: 'wire.tooLarge', canWrite: false });
    const made = browser.socketsMade;
    browser.page.onWake();
    expect(browser.socketsMade).toBe(made);
    server.holdsAcks = false;
    sheet.retry();
    await untilOnline(sheet);
    expect(textOf(server.doc)).toBe('Avtalelojalitet for stort');
  });

  test('CN-19 an upgrade refused for good is explained over HTTP', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    await server.crash();
    server.keys.set(EDITOR, 'key.revoked');
    await server.start();
    await until(() => expect(now(sheet).failure).toBe('key.revoked'));
    const made = browser.socketsMade;
    browser.page.onWake();
    expect(browser.socketsMade).toBe(made);
  });

  test('CN-19 a passing refusal is named and tried again', async () => {
    server.keys.set(EDITOR, 'store.unavailable');
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await until(() => expect(now(sheet).interruption).toBe('store.unavailable'));
    expect(now(sheet)).toMatchObject({ phase: 'opening', failure: undefined });
    server.keys.set(EDITOR, 'rediger');
    await untilOnline(sheet);
    expect(now(sheet).interruption).toBeUndefined();
  });

  test('CN-19 a proxy’s error page is no refusal', async () => {
    server.httpOverride = { status: 404, body: '<h1>Not found</h1>' };
    server.blocksSockets = true;
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await until(() => expect(server.upgrades).toBeGreaterThan(1));
    expect(now(sheet).failure).toBeUndefined();
    // A login page whose bytes happen to be a valid update.
    server.httpOverride = { status: 200, body: '\0\0' };
    const seen = server.upgrades;
    await until(() => expect(server.upgrades).toBeGreaterThan(seen + 1));
    expect(now(sheet)).toMatchObject({ phase: 'opening', failure: undefined });
    server.httpOverride = undefined;
    server.blocksSockets = false;
    await untilOnline(sheet);
  });

  test('CN-19 a network without sockets is told apart from a lost server', async () => {
    server.blocksSockets = true;
    const sheet = tab(aBrowser(server.origin).environment, EDITOR);
    await until(() => expect(now(sheet).isSocketBlocked).toBe(true));
    expect(now(sheet).phase).toBe('ready');
    server.blocksSockets = false;
    await untilOnline(sheet);
    expect(now(sheet).isSocketBlocked).toBe(false);
  });
});

describe('readers', () => {
  test('CN-9 send nothing, and a change of theirs is said to be refused', async () => {
    const sheet = tab(aBrowser(server.origin).environment, READER);
    await untilOnline(sheet);
    expect(now(sheet)).toMatchObject({ role: 'les', canWrite: false });
    type(sheet, ' ulovlig');
    expect(now(sheet).saved).toBe('avvist');
    server.edit((doc) => title(doc).insert(0, 'Ny: '));
    await until(() => expect(textOf(sheet.doc)).toContain('Ny: '));
    expect(server.frames(SYNC_UPDATE)).toBe(0);
  });

  test('CN-14 do not bring along what an editor here had not yet got saved', async () => {
    const browser = aBrowser(server.origin);
    const editor = tab(browser.environment, EDITOR);
    await untilOnline(editor);
    await server.crash();
    await untilSaved(editor, 'frakoblet-lagret-her');
    type(editor, ' usendt');
    await untilSaved(editor, 'frakoblet-lagret-her');
    await editor.close();
    await server.start();
    const reader = tab(browser.environment, READER);
    await untilOnline(reader);
    expect([textOf(reader.doc), textOf(server.doc)]).toEqual([
      'Avtalelojalitet',
      'Avtalelojalitet',
    ]);
    await reader.close();
    const editorAgain = tab(browser.environment, EDITOR);
    await until(() => expect(textOf(server.doc)).toBe('Avtalelojalitet usendt'));
    await untilOnline(editorAgain);
  });
});

describe('keys', () => {
  test('CN-24 CN-25 a new link replaces the kept key', async () => {
    const browser = aBrowser(server.origin);
    await untilOnline(tab(browser.environment, FACILITATOR));
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    expect(knownKeys(browser.environment.storage, sheetId)).toEqual([
      { key: EDITOR, role: 'rediger' },
      { key: FACILITATOR, role: 'fasilitator' },
    ]);
    expect(now(sheet).deadLink).toBeUndefined();
  });

  test('CN-24 a dead link does not replace a living key, and it is said', async () => {
    const browser = aBrowser(server.origin);
    const first = tab(browser.environment, EDITOR);
    await untilOnline(first);
    await first.close();
    server.keys.set('gammelNoekkel', 'key.revoked');
    const sheet = tab(browser.environment, 'gammelNoekkel');
    await untilOnline(sheet);
    expect(now(sheet)).toMatchObject({ deadLink: 'key.revoked', role: 'rediger' });
    expect(browser.keysHidden).toBe(1);
    expect(knownKeys(browser.environment.storage, sheetId)[0]?.key).toBe(EDITOR);
  });

  test('CN-24 when all are dead, the link’s own reason is told', async () => {
    const browser = aBrowser(server.origin);
    await untilOnline(tab(browser.environment, EDITOR));
    server.keys.set(EDITOR, 'key.revoked');
    const sheet = tab(browser.environment, 'feilNoekkel');
    await until(() => expect(now(sheet).failure).toBe('key.wrong'));
    expect(now(sheet).phase).toBe('ready');
  });

  test('CN-24 a new link in a dead spot opens the copy; a revoked old key gives way to it', async () => {
    const browser = aBrowser(server.origin);
    const first = tab(browser.environment, EDITOR);
    await untilOnline(first);
    await first.close();
    await server.crash();
    const sheet = tab(browser.environment, FACILITATOR);
    await untilSaved(sheet, 'frakoblet-lagret-her');
    expect(now(sheet)).toMatchObject({ readyFrom: 'device', role: 'rediger' });
    server.keys.set(EDITOR, 'key.revoked');
    await server.start();
    await untilOnline(sheet);
    expect(now(sheet)).toMatchObject({ role: 'fasilitator', failure: undefined });
  });

  test('CN-24 a facilitator who has looked at the readers’ link reloads as facilitator', async () => {
    const browser = aBrowser(server.origin);
    await untilOnline(tab(browser.environment, FACILITATOR));
    await untilOnline(tab(browser.environment, READER));
    const reloaded = tab(browser.environment);
    await untilOnline(reloaded);
    expect(now(reloaded).role).toBe('fasilitator');
  });

  test('CN-24 a renewed key is adopted, before and while the old one is found dead', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, FACILITATOR);
    await untilOnline(sheet);
    server.keys.set(FACILITATOR, 'key.revoked').set('fornyetNoekkel', 'fasilitator');
    sheet.adoptKey('fornyetNoekkel');
    server.closeAll(4410);
    await until(() => expect(sheet.accessKey).toBe('fornyetNoekkel'));
    await untilOnline(sheet);

    let goOn = (): void => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { indexedDB } = browser.environment;
    if (indexedDB === undefined) throw new Error('this browser has it');
    const list = indexedDB.databases.bind(indexedDB);
    const asked = vi.spyOn(indexedDB, 'databases').mockImplementation(() => gate.then(list));
    server.keys.set('fornyetNoekkel', 'key.revoked').set('enNyereNoekkel', 'fasilitator');
    server.closeAll(4410);
    await until(() => expect(asked).toHaveBeenCalled());
    sheet.adoptKey('enNyereNoekkel');
    goOn();
    await until(() => expect(sheet.accessKey).toBe('enNyereNoekkel'));
    await untilOnline(sheet);
    expect(now(sheet).failure).toBeUndefined();
  });

  test('CN-26 a facilitator’s key leaves the address bar once it is kept', async () => {
    const browser = aBrowser(server.origin);
    await untilOnline(tab(browser.environment, FACILITATOR));
    expect(browser.keysHidden).toBe(1);
    await untilOnline(tab(browser.environment, EDITOR));
    expect(browser.keysHidden).toBe(1);
    const forgetful = aBrowser(server.origin, {
      storage: { read: () => undefined, write: () => false, remove: () => {} },
    });
    await untilOnline(tab(forgetful.environment, FACILITATOR));
    expect(forgetful.keysHidden).toBe(0);
  });
});

describe('the network', () => {
  test('CN-18 when the person comes back it is tried at once', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    await server.crash();
    await until(() => expect(browser.socketsMade).toBeGreaterThan(3));
    await until(() => {
      // Between two attempts: the last socket is gone and the next not yet made.
      const before = browser.socketsMade;
      browser.page.onWake();
      expect(browser.socketsMade).toBe(before + 1);
    });
    await server.start();
    await untilOnline(sheet);
  });

  test('CN-18 when the browser says that the network is gone, the connection is made anew', async () => {
    const browser = aBrowser(server.origin);
    const sheet = tab(browser.environment, EDITOR);
    await untilOnline(sheet);
    browser.page.onNetworkLost();
    expect(now(sheet).link).toBe('offline');
    type(sheet, ' imens');
    await untilOnline(sheet);
    expect(browser.socketsMade).toBe(2);
    expect(textOf(server.doc)).toBe('Avtalelojalitet imens');
  });

  test('CN-15 tabs of one browser, offline and back', async () => {
    const browser = aBrowser(server.origin);
    const one = tab(browser.environment, EDITOR);
    await untilOnline(one);
    const other = tab(browser.environment);
    await untilOnline(other);
    server.holdsAcks = true;
    await server.crash();
    await Promise.all([one, other].map((sheet) => untilSaved(sheet, 'frakoblet-lagret-her')));
    type(one, ' én');
    await until(() => expect(textOf(other.doc)).toBe('Avtalelojalitet én'));
    type(other, ' to');
    await until(() => expect(textOf(one.doc)).toBe('Avtalelojalitet én to'));
    await untilSaved(one, 'frakoblet-lagret-her');
    await one.close();
    server.holdsAcks = false;
    await server.start();
    await untilOnline(other);
    expect(textOf(server.doc)).toBe('Avtalelojalitet én to');
  });

  test('CN-15 what a closed tab left unsent is sent by the tab that is still open', async () => {
    const browser = aBrowser(server.origin, { tabChannel: () => undefined });
    const one = tab(browser.environment, EDITOR);
    await untilOnline(one);
    const other = tab(browser.environment);
    await untilOnline(other);
    await server.crash();
    await Promise.all([one, other].map((sheet) => untilSaved(sheet, 'frakoblet-lagret-her')));
    type(one, ' etterlatt');
    await untilSaved(one, 'frakoblet-lagret-her');
    await one.close();
    await server.start();
    await until(() => expect(textOf(server.doc)).toBe('Avtalelojalitet etterlatt'));
    await untilOnline(other);
  });
});
