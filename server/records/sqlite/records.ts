/** The records on SQLite, main-thread side. */
import type { StoreReads } from '../../sqlite/readerThread.ts';
import { refusing } from '../../sqlite/refusals.ts';
import type { ThreadClient } from '../../sqlite/threadClient.ts';
import type { StoreWrites } from '../../sqlite/writerThread.ts';
import type { KeyRecord, NewDocument, Records } from '../port.ts';

export interface SqliteRecordsOptions {
  readonly writer: ThreadClient<StoreWrites>;
  readonly reader: ThreadClient<StoreReads>;
}

type Copy = (bytes: Uint8Array) => Uint8Array;

export function createSqliteRecords({ writer, reader }: SqliteRecordsOptions): Records {
  function createSheets(documents: readonly NewDocument[]): Promise<void> {
    return refusing(
      writer.call('createSheets', (copy) => ({
        documents: documents.map(({ sheet, keys, state }) => ({
          sheet,
          keys: keys.map((key) => copied(key, copy)),
          state: copy(state),
        })),
      })),
    );
  }

  return {
    createSheet: (sheet, keys, state) => createSheets([{ sheet, keys, state }]),
    createSheets,
    findSheet: (sheetId) => refusing(reader.call('findSheet', () => ({ sheetId }))),
    listSheets: (programId) => refusing(reader.call('listSheets', () => ({ programId }))),
    moveSheet: (sheetId, from, to) =>
      refusing(writer.call('moveSheet', () => ({ sheetId, from, to }))),
    findKey: (sheetId, hash) => refusing(reader.call('findKey', () => ({ sheetId, hash }))),
    listKeys: (sheetId) => refusing(reader.call('listKeys', () => ({ sheetId }))),
    rotateKeys(sheetId, roles, added, at, resealed = []) {
      return refusing(
        writer.call('rotateKeys', (copy) => ({
          sheetId,
          roles,
          added: added.map((key) => copied(key, copy)),
          at,
          resealed: resealed.map(({ keyId, sealed }) => ({ keyId, sealed: copy(sealed) })),
        })),
      );
    },
    addUtgave: (utgave, content) => refusing(writer.call('addUtgave', () => ({ utgave, content }))),
    listUtgaver: (sheetId) => refusing(reader.call('listUtgaver', () => ({ sheetId }))),
    findUtgave: (sheetId, edition) =>
      refusing(reader.call('findUtgave', () => ({ sheetId, edition }))),
    addVedtak: (vedtak) => refusing(writer.call('addVedtak', () => ({ vedtak }))),
    listVedtak: (sheetId) => refusing(reader.call('listVedtak', () => ({ sheetId }))),
    getSetting(name) {
      return refusing(
        reader.call('getSetting', () => ({ name })),
        'store.unavailable',
      );
    },
    setSetting(name, value) {
      return refusing(
        writer.call('setSetting', () => ({ name, value })),
        'store.unavailable',
      );
    },
  };
}

function copied(key: KeyRecord, copy: Copy): KeyRecord {
  return { ...key, sealed: key.sealed === undefined ? undefined : copy(key.sealed) };
}
