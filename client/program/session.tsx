/** What the components of an open programme share. Handed down by `ProgramSessionProvider`. */
import type { ProgramId } from '../../shared/ids/ids.ts';
import type { ProgramShape } from '../../shared/program/schema/entities.ts';
import { createSession, type DocumentSession } from '../sheet/documentSession.tsx';

export interface ProgramSession extends DocumentSession<ProgramShape> {
  readonly programId: ProgramId;
}

export const {
  SessionProvider: ProgramSessionProvider,
  useSession: useProgramSession,
  useHeader: useProgramHeader,
  useCollection: useProgramCollection,
  useProblems: useProgramProblems,
} = createSession<ProgramShape, ProgramSession>();
