import { describe, expect, test } from 'vitest';
import type { ProgramId, SheetId } from '../../shared/ids/ids.ts';
import { memoryStorage } from '../../tests/world/browser.ts';
import { forgetKeys, keysToTry, knownKeys, rememberKey } from './keyRing.ts';
import { formatLink, hideKey, parseLink } from './link.ts';
import { forgetProgram, recentPrograms, rememberProgram } from './recentPrograms.ts';
import { forgetSheet, recentSheets, rememberSheet } from './recentSheets.ts';
import { type SafeStorage, safeStorage } from './safeStorage.ts';

const sheetId = 'abcdefghijklmnopqrstuv' as SheetId;
const programId = 'vutsrqponmlkjihgfedcba' as ProgramId;
const key = 'NoekkelMed32Tegn-og_strek0123456';

function forbidden(): SafeStorage {
  return safeStorage(() => {
    throw new DOMException('forbidden', 'SecurityError');
  });
}

describe('a link', () => {
  test('gives the sheet and the key, and back', () => {
    const link = { page: 'ark', id: sheetId, key } as const;
    expect(parseLink(`https://a3.no/ark/${sheetId}?visning=skjema#n=${key}`)).toEqual(link);
    expect(parseLink(formatLink(link))).toEqual(link);
    const bare = { ...link, key: undefined };
    expect(parseLink(formatLink(bare))).toEqual(bare);
  });

  test('gives the programme and the key, also from a page of the programme', () => {
    const link = { page: 'program', id: programId, key } as const;
    expect(parseLink(formatLink(link))).toEqual(link);
    expect(parseLink(`/program/${programId}/portefolje#n=${key}`)).toEqual(link);
  });

  test('is nothing when it is none', () => {
    for (const href of ['/', '/ark', '/ark/kort', '/program/kort', `/arkx/${sheetId}#n=a`]) {
      expect(parseLink(href)).toBeUndefined();
    }
    expect(parseLink(`/ark/${sheetId}#n=<script>`)?.key).toBeUndefined();
    expect(parseLink(`/ark/${sheetId}#annet`)?.key).toBeUndefined();
  });

  test('CN-26 loses its key and nothing else', () => {
    const shown: string[] = [];
    const history = {
      state: { some: 'state' },
      replaceState: (_state: unknown, _title: string, url?: string | URL | null) =>
        void shown.push(String(url)),
    };
    const location = { pathname: `/ark/${sheetId}`, search: '?visning=skjema', hash: `#n=${key}` };
    hideKey({ location, history });
    hideKey({ location: { ...location, hash: '#annet' }, history });
    expect(shown).toEqual([`/ark/${sheetId}?visning=skjema`]);
  });
});

describe('keys', () => {
  test('CN-25 one that another replaces is kept', () => {
    const storage = memoryStorage();
    expect(rememberKey(storage, sheetId, { key: 'fasilitatorens', role: 'fasilitator' })).toBe(
      true,
    );
    rememberKey(storage, sheetId, { key: 'lesernes', role: undefined });
    rememberKey(storage, sheetId, { key: 'lesernes', role: 'les' });
    expect(knownKeys(storage, sheetId)).toEqual([
      { key: 'lesernes', role: 'les' },
      { key: 'fasilitatorens', role: 'fasilitator' },
    ]);
    forgetKeys(storage, sheetId);
    expect(knownKeys(storage, sheetId)).toEqual([]);
  });

  test('CN-24 the link’s comes first', () => {
    const known = [
      { key: 'a', role: 'les' },
      { key: 'b', role: 'rediger' },
    ] as const;
    expect(keysToTry('ny', known)).toEqual([{ key: 'ny', role: undefined }, ...known]);
    expect(keysToTry('b', known).map((tried) => tried.key)).toEqual(['b', 'a']);
    expect(keysToTry('b', known)[0]?.role).toBe('rediger');
  });

  test('CN-24 without a link the one that may do most comes first', () => {
    const known = [
      { key: 'a', role: 'les' },
      { key: 'b', role: undefined },
      { key: 'c', role: 'fasilitator' },
      { key: 'd', role: 'rediger' },
    ] as const;
    expect(keysToTry(undefined, known).map(({ key }) => key)).toEqual(['c', 'd', 'a', 'b']);
  });

  test('live as long as the page where storage is forbidden, and it is said', () => {
    const storage = forbidden();
    expect(rememberKey(storage, sheetId, { key: 'a', role: 'les' })).toBe(false);
    expect(knownKeys(storage, sheetId)).toEqual([{ key: 'a', role: 'les' }]);
  });

  test('rubbish in storage is no key', () => {
    const storage = memoryStorage();
    for (const rubbish of ['{', 'null', '[]', '{"key":1}', '{"key":"a","role":"konge"}']) {
      storage.write(`a3:nokkel:${sheetId}`, rubbish);
      expect(knownKeys(storage, sheetId)).toEqual([]);
    }
  });
});

describe('recent sheets', () => {
  const sheet = (id: string, lastOpened: number) =>
    ({ id: id as SheetId, title: `Ark ${id}`, kind: 'dypdykk', role: 'les', lastOpened }) as const;

  test('come newest first, once each', () => {
    const storage = memoryStorage();
    rememberSheet(storage, sheet('aaaaaaaa', 1));
    rememberSheet(storage, sheet('bbbbbbbb', 2));
    rememberSheet(storage, { ...sheet('aaaaaaaa', 3), title: 'Nytt navn' });
    expect(recentSheets(storage).map(({ title }) => title)).toEqual(['Nytt navn', 'Ark bbbbbbbb']);
    forgetSheet(storage, 'aaaaaaaa' as SheetId);
    expect(recentSheets(storage)).toEqual([sheet('bbbbbbbb', 2)]);
  });

  test('pass over what is malformed', () => {
    const storage = memoryStorage();
    storage.write('a3:ark', JSON.stringify([1, { id: '../x' }, sheet('bbbbbbbb', 2)]));
    expect(recentSheets(storage)).toEqual([sheet('bbbbbbbb', 2)]);
    storage.write('a3:ark', '{"id":1}');
    expect(recentSheets(storage)).toEqual([]);
  });
});

test('recent programmes have a list of their own', () => {
  const storage = memoryStorage();
  const program = { id: programId, name: 'Levanger 3.0', role: 'rediger', lastOpened: 1 } as const;
  rememberProgram(storage, program);
  expect(recentPrograms(storage)).toEqual([program]);
  expect(recentSheets(storage)).toEqual([]);
  forgetProgram(storage, programId);
  expect(recentPrograms(storage)).toEqual([]);
});
