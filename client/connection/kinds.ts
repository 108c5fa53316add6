/** The kinds of documents that have a page and a live connection of their own. */
import type * as Y from 'yjs';
import type { Role } from '../../shared/access/roles.ts';
import type { ProgramId, SheetId } from '../../shared/ids/ids.ts';
import type { SafeStorage } from './safeStorage.ts';

export type DocumentId = SheetId | ProgramId;

/** What a connection must know of the kind of document that it opens. */
export interface ConnectedKind<Id extends DocumentId> {
  /** In addresses, and in the names of what is kept on the device: `/ark/<id>`, `a3:ark:<id>`. */
  readonly page: 'ark' | 'program';
  /** Where the server has documents of this kind. */
  readonly api: '/api/sheets' | '/api/programs';
  /** Puts it first in this browser's list of what was opened. */
  readonly remember: (storage: SafeStorage, opened: Opened<Id>) => void;
  /** Takes it off that list. */
  readonly forget: (storage: SafeStorage, id: Id) => void;
}

export interface Opened<Id extends DocumentId> {
  readonly id: Id;
  readonly doc: Y.Doc;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly lastOpened: number;
}
