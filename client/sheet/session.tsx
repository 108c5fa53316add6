/** What the components of an open sheet share. Handed down by `SheetSessionProvider`. */
import type { SheetId } from '../../shared/ids/ids.ts';
import type { SheetShape } from '../../shared/sheet/schema/entities.ts';
import { createSession, type DocumentSession } from './documentSession.tsx';

export { useRun } from './documentSession.tsx';

export interface SheetSession extends DocumentSession<SheetShape> {
  readonly sheetId: SheetId;
}

export const {
  SessionProvider: SheetSessionProvider,
  useSession,
  useHeader,
  useCollection,
  useProblems,
} = createSession<SheetShape, SheetSession>();
