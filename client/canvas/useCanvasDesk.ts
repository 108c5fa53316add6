/** Binds a board's store to the open sheet, for as long as the board is shown. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TLPageId, TLStore } from 'tldraw';
import { newGroup } from '../../shared/sheet/commands/lapp.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { usePerson } from '../presence/context.tsx';
import { random } from '../sheet/random.ts';
import { useRun, useSession } from '../sheet/session.tsx';
import { bindCanvas } from './binding/bindCanvas.ts';
import type { CanvasDesk } from './desk.ts';
import { pacedFrames } from './pacedFrames.ts';
import { sectionAt } from './page/sectionAreas.ts';
import { ShapeGlide } from './presence/shapeGlide.ts';
import { sizeOfLapp } from './shapes/lapp/lappSize.ts';

/** The one page of a board, by tldraw's name for it. */
const PAGE = 'page:page' as TLPageId;
const FIRST_COLOR = 'gul';

export function useCanvasDesk(store: TLStore, sheet: OpenSheet): CanvasDesk | undefined {
  const { doc, awareness, undo, canWrite, sheetId } = useSession();
  const run = useRun();
  const person = usePerson();
  const now = useRef({ canWrite, person, color: FIRST_COLOR });
  now.current.canWrite = canWrite;
  now.current.person = person;
  const [glide] = useState(() => new ShapeGlide());
  const adopted = useRef<Parameters<CanvasDesk['onAdopted']>[0]>(undefined);
  const [binding, setBinding] = useState<CanvasDesk['binding']>();
  useEffect(() => {
    const bound = bindCanvas({
      store,
      doc,
      awareness,
      pageId: PAGE,
      canWrite: () => now.current.canWrite,
      random,
      author: () => now.current.person.name,
      sectionAt,
      sizeOfLapp,
      glide,
      onAdopted: (oldId, newId) => adopted.current?.(oldId, newId),
      onFrame: pacedFrames(),
    });
    setBinding(bound);
    return () => bound.destroy();
  }, [store, doc, awareness, glide]);
  return useMemo(
    () =>
      binding && {
        sheetId,
        awareness,
        undo,
        binding,
        run,
        author: () => now.current.person.name,
        color: () => now.current.color,
        setColor: (color) => {
          now.current.color = color;
        },
        newGroup: () => newGroup(random),
        glide,
        onAdopted: (listener) => {
          adopted.current = listener;
        },
        accessKey: () => sheet.accessKey,
      },
    [binding, sheetId, awareness, undo, run, sheet, glide],
  );
}
