/**
 * A programme as one plain JSON value: what the read model, exports and the portfolio know of it.
 * Reading never throws, whatever valid Yjs the document holds; what does not fit is left out and
 * reported.
 */
import type * as Y from 'yjs';
import * as z from 'zod/mini';
import type { HeaderIn } from '../../document/kind.ts';
import { collectionSchemas, headerSchema, parseAs } from '../../document/snapshot/parse.ts';
import {
  byPath,
  DocumentReader,
  type Problem,
  versionSchema,
} from '../../document/snapshot/read.ts';
import { withTrueParents } from '../enheter.ts';
import {
  type Aktivitet,
  type Enhet,
  type Maaltall,
  type Milepael,
  PROGRAM,
  type ProgramShape,
  type Usikkerhet,
} from '../schema/entities.ts';

export interface ProgramSnapshot {
  readonly schemaVersion: number;
  readonly program: HeaderIn<ProgramShape>;
  readonly maaltall: readonly Maaltall[];
  /** In order, each with a parent that is there and not under it, or none. */
  readonly enheter: readonly Enhet[];
  readonly usikkerheter: readonly Usikkerhet[];
  readonly milepaeler: readonly Milepael[];
  readonly aktiviteter: readonly Aktivitet[];
}

export interface ProgramReading {
  readonly snapshot: ProgramSnapshot;
  readonly problems: readonly Problem[];
}

/** What reads the header and the collections of a programme, for views that read row by row. */
export const programReader = new DocumentReader<ProgramShape>(PROGRAM);
export const { readCollection: readProgramCollection, readHeader: readProgramHeader } =
  programReader;

/** Reads the whole programme. */
export function readProgram(doc: Y.Doc): ProgramReading {
  const problems: Problem[] = [];
  const snapshot: ProgramSnapshot = {
    schemaVersion: programReader.readVersion(doc),
    program: programReader.readHeader(doc, problems),
    maaltall: programReader.readCollection(doc, 'maaltall', problems),
    enheter: withTrueParents(programReader.readCollection(doc, 'enheter', problems)),
    usikkerheter: programReader.readCollection(doc, 'usikkerheter', problems),
    milepaeler: programReader.readCollection(doc, 'milepaeler', problems),
    aktiviteter: programReader.readCollection(doc, 'aktiviteter', problems),
  };
  return { snapshot, problems: problems.sort(byPath) };
}

const programSchema = z.object({
  schemaVersion: versionSchema,
  program: headerSchema(PROGRAM),
  ...collectionSchemas(PROGRAM),
});

/** The value as a programme's snapshot, or where it is not one. Keys may be left out. Never throws. */
export function parseProgram(
  value: unknown,
): { readonly snapshot: ProgramSnapshot } | { readonly faults: readonly string[] } {
  return parseAs<ProgramSnapshot>(programSchema, value);
}
