/** An open sheet: the connection of a document that is one. */
import type { SheetId } from '../../shared/ids/ids.ts';
import { readHeader } from '../../shared/sheet/snapshot/snapshot.ts';
import { DocumentConnection } from './documentConnection.ts';
import type { ConnectionEnvironment } from './environment.ts';
import type { ConnectedKind } from './kinds.ts';
import { forgetSheet, rememberSheet } from './recentSheets.ts';

export interface OpenSheetOptions {
  readonly sheetId: SheetId;
  /** The key in the address, if there is one; else the one kept from before is used. */
  readonly linkKey: string | undefined;
  readonly environment?: ConnectionEnvironment;
}

const SHEETS: ConnectedKind<SheetId> = {
  page: 'ark',
  api: '/api/sheets',
  remember: (storage, { id, doc, role, lastOpened }) => {
    const { title, kind } = readHeader(doc);
    rememberSheet(storage, { id, title, kind, role, lastOpened });
  },
  forget: forgetSheet,
};

/** Opens a sheet. Never throws: what goes wrong is in `state`. */
export function openSheet(options: OpenSheetOptions): OpenSheet {
  return new OpenSheet(options);
}

export class OpenSheet extends DocumentConnection<SheetId> {
  constructor({ sheetId, ...options }: OpenSheetOptions) {
    super(SHEETS, { id: sheetId, ...options });
  }

  get sheetId(): SheetId {
    return this.id;
  }
}
