/**
 * A read model that is opened when somebody first asks it, and then catches up as after a restart.
 * Most tests never ask, and are spared its threads.
 */
import type { Projected, ReadModel } from '../../server/readmodel/port.ts';

export function lateReadModel(open: () => ReadModel): ReadModel {
  const listeners = new Set<(projected: Projected) => void>();
  let opened: ReadModel | undefined;
  const now = (): ReadModel => {
    if (opened !== undefined) return opened;
    opened = open();
    for (const listener of listeners) opened.onProjected(listener);
    return opened;
  };
  return {
    changed: (documentIds) => opened?.changed(documentIds),
    settled: () => now().settled(),
    onProjected(listener) {
      listeners.add(listener);
      const stop = opened?.onProjected(listener);
      return () => {
        listeners.delete(listener);
        stop?.();
      };
    },
    portfolio: (programId, query) => now().portfolio(programId, query),
    exportRows: (programId, query) => now().exportRows(programId, query),
    programSheets: (programId) => now().programSheets(programId),
    sheetContext: (sheetId, readable) => now().sheetContext(sheetId, readable),
    rebuild: () => now().rebuild(),
    close: () => opened?.close() ?? Promise.resolve(),
  };
}
