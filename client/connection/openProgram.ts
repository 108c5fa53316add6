/** An open programme: the connection of a document that is one. */
import type { ProgramId } from '../../shared/ids/ids.ts';
import { readProgramHeader } from '../../shared/program/snapshot/snapshot.ts';
import { DocumentConnection } from './documentConnection.ts';
import type { ConnectionEnvironment } from './environment.ts';
import type { ConnectedKind } from './kinds.ts';
import { forgetProgram, rememberProgram } from './recentPrograms.ts';

export interface OpenProgramOptions {
  readonly programId: ProgramId;
  /** The key in the address, if there is one; else the one kept from before is used. */
  readonly linkKey: string | undefined;
  readonly environment?: ConnectionEnvironment;
}

const PROGRAMS: ConnectedKind<ProgramId> = {
  page: 'program',
  api: '/api/programs',
  remember: (storage, { id, doc, role, lastOpened }) => {
    const { name } = readProgramHeader(doc);
    rememberProgram(storage, { id, name, role, lastOpened });
  },
  forget: forgetProgram,
};

/** Opens a programme. Never throws: what goes wrong is in `state`. */
export function openProgram(options: OpenProgramOptions): OpenProgram {
  return new OpenProgram(options);
}

export class OpenProgram extends DocumentConnection<ProgramId> {
  constructor({ programId, ...options }: OpenProgramOptions) {
    super(PROGRAMS, { id: programId, ...options });
  }
}
