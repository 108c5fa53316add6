/** The session of an open programme, made from its connection. */
import { useMemo } from 'react';
import type * as Y from 'yjs';
import { mapsOf } from '../../shared/document/kind.ts';
import { PROGRAM, type ProgramShape } from '../../shared/program/schema/entities.ts';
import { programReader } from '../../shared/program/snapshot/snapshot.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { useOpenParts } from '../page/useOpenParts.ts';
import { DocumentView } from '../sheet/documentView.ts';
import { SheetUndo } from '../sheet/undo.ts';
import type { ProgramSession } from './session.tsx';

function makeParts(doc: Y.Doc) {
  return {
    view: new DocumentView<ProgramShape>(doc, programReader),
    undo: new SheetUndo(doc, { roots: mapsOf(PROGRAM, doc) }),
  };
}

/** Undefined until its parts are made. */
export function useOpenProgram(program: OpenProgram): ProgramSession | undefined {
  const programId = program.id;
  const parts = useOpenParts(program, makeParts);
  return useMemo(() => parts && { programId, ...parts }, [programId, parts]);
}
