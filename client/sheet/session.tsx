/**
 * What the components of an open sheet share: the document as they read it, the one way to write
 * it, undo, and who is here. Handed down by `SheetSessionProvider`; taken by the hooks below.
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Role } from '../../shared/access/roles.ts';
import { type Command, type Outcome, run } from '../../shared/document/commands/command.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import type { CollectionName, EntityOf, IdOf } from '../../shared/sheet/schema/entities.ts';
import { collectionOf, headerOf } from '../../shared/sheet/schema/roots.ts';
import type { Problem, Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { LOCAL_COMMAND, type LocalOrigin } from './origins.ts';
import { random } from './random.ts';
import type { SheetUndo, UndoState } from './undo.ts';
import type { SheetView } from './view.ts';

export interface SheetSession {
  readonly sheetId: SheetId;
  readonly doc: Y.Doc;
  readonly view: SheetView;
  readonly undo: SheetUndo;
  readonly awareness: Awareness;
  readonly role: Role;
  /** False for readers, and for everybody while only an old local copy can be shown. */
  readonly canWrite: boolean;
}

const SessionContext = createContext<SheetSession | undefined>(undefined);

export function SheetSessionProvider({
  session,
  children,
}: {
  readonly session: SheetSession;
  readonly children: ReactNode;
}) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): SheetSession {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('There is no open sheet around this component.');
  return session;
}

/** Runs commands as this person's own. Each is an undo step unless its origin says otherwise. */
export function useRun(): <T>(command: Command<T>, origin?: LocalOrigin) => Outcome<T> {
  const { doc } = useSession();
  return useCallback(
    (command, origin = LOCAL_COMMAND) => run(doc, command, { origin, random }),
    [doc],
  );
}

export function useHeader(): Snapshot['sheet'] {
  const { view } = useSession();
  return useSyncExternalStore(
    useCallback((listener) => view.subscribe('header', listener), [view]),
    () => view.header(),
  );
}

/** The entities of a collection in order; the same array until one of them changes. */
export function useCollection<C extends CollectionName>(name: C): readonly EntityOf[C][] {
  const { view } = useSession();
  return useSyncExternalStore(
    useCallback((listener) => view.subscribe(name, listener), [view, name]),
    () => view.collection(name),
  );
}

/** What could not be read in a collection. Read it beside `useCollection`, which renders anew. */
export function useProblems(name: CollectionName): readonly Problem[] {
  const { view } = useSession();
  return view.problems(name);
}

export function useUndoState(): UndoState {
  const { undo } = useSession();
  return useSyncExternalStore(undo.subscribe, undo.getState);
}

/** Where a cell's words are kept: on an entity or on the header. */
export type CellAddress =
  | { readonly of: 'header'; readonly key: string }
  | { readonly of: CollectionName; readonly id: IdOf<CollectionName>; readonly key: string };

/**
 * The Y.Text of a cell; a plain string where another program left one; undefined where there is
 * nothing yet. The instance changes when an undo brings a removed entity back.
 */
export function useCellText(address: CellAddress): Y.Text | string | undefined {
  const { doc, view } = useSession();
  const topic = address.of;
  return useSyncExternalStore(
    useCallback((listener) => view.subscribe(topic, listener), [view, topic]),
    () => cellText(doc, address),
  );
}

function cellText(doc: Y.Doc, address: CellAddress): Y.Text | string | undefined {
  const holder: unknown =
    address.of === 'header' ? headerOf(doc) : collectionOf(doc, address.of).get(address.id);
  if (!(holder instanceof Y.Map)) return undefined;
  const stored: unknown = holder.get(address.key);
  return stored instanceof Y.Text || typeof stored === 'string' ? stored : undefined;
}
