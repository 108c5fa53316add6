/**
 * What the components of an open document share, made from its connection: the readings and the undo
 * live as long as the document is open; what the person may do can change.
 */
import { useLayoutEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';
import { useStore } from 'zustand';
import type { OpenConnection } from '../connection/documentConnection.ts';
import type { OpenDocument } from '../sheet/documentSession.tsx';
import type { SheetUndo } from '../sheet/undo.ts';

interface Parts<View> {
  readonly view: View;
  readonly undo: SheetUndo;
}

type OpenParts<View> = Omit<OpenDocument, 'view'> & Parts<View>;

/** `make` is the same for every document of a kind. Undefined until the parts are made. */
export function useOpenParts<View extends { destroy(): void }>(
  connection: OpenConnection,
  make: (doc: Y.Doc) => Parts<View>,
): OpenParts<View> | undefined {
  const { doc, awareness } = connection;
  const role = useStore(connection.state, (state) => state.role) ?? 'les';
  const canWrite = useStore(connection.state, (state) => state.canWrite);
  const [parts, setParts] = useState<Parts<View>>();
  // Before the page is painted, which would be empty until then.
  useLayoutEffect(() => {
    const made = make(doc);
    setParts(made);
    return () => {
      made.view.destroy();
      made.undo.destroy();
    };
  }, [doc, make]);
  return useMemo(
    () => parts && { doc, awareness, role, canWrite, ...parts },
    [doc, awareness, role, canWrite, parts],
  );
}
