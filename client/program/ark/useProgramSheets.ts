/**
 * The sheets of the programme, as the server knows them. They stand in no document, so they are asked
 * for again when somebody looks at the page, and every half minute while it is looked at.
 */
import { useCallback, useEffect, useState } from 'react';
import { fetchProgramSheets, type SheetInProgram } from '../../api/programs.ts';
import type { ApiFailure } from '../../api/request.ts';
import type { OpenProgram } from '../../connection/openProgram.ts';

const REFRESH_MS = 30_000;

interface ProgramSheets {
  /** Undefined until they have come once. */
  readonly sheets: readonly SheetInProgram[] | undefined;
  /** Why they could not be fetched, while none have come. */
  readonly failure: ApiFailure | undefined;
  readonly refresh: () => Promise<void>;
}

export function useProgramSheets(program: OpenProgram): ProgramSheets {
  const [sheets, setSheets] = useState<readonly SheetInProgram[]>();
  const [failure, setFailure] = useState<ApiFailure>();

  const refresh = useCallback(async () => {
    const { id, accessKey } = program;
    if (accessKey === undefined) return;
    const result = await fetchProgramSheets(id, accessKey);
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) setSheets(result.value);
  }, [program]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    look();
    // The key may be chosen only a moment after the device's copy is shown.
    const stop = program.state.subscribe((now, before) => now.link !== before.link && look());
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      stop();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [program, refresh]);

  return { sheets, failure: sheets === undefined ? failure : undefined, refresh };
}
