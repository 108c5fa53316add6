/**
 * What the components of an open document share, whatever its kind: the document as they read it,
 * the one way to write it, undo, and who is here. `createSession` gives a kind its provider and its
 * typed hooks; the hooks that stand by themselves work within any of them.
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
import type { EntityIn, HeaderIn, NameIn, Shape } from '../../shared/document/kind.ts';
import type { Problem } from '../../shared/document/snapshot/read.ts';
import type { DocumentView } from './documentView.ts';
import { LOCAL_COMMAND, type LocalOrigin } from './origins.ts';
import { random } from './random.ts';
import type { SheetUndo, UndoState } from './undo.ts';

export interface OpenDocument {
  readonly doc: Y.Doc;
  readonly undo: SheetUndo;
  readonly awareness: Awareness;
  readonly role: Role;
  /** False for readers, and for everybody while only an old local copy can be shown. */
  readonly canWrite: boolean;
  /** Where cells are kept; a session of a kind says more of it. */
  readonly view: {
    subscribe(topic: string, listener: () => void): () => void;
    holderOf(topic: string, id: string | undefined): unknown;
  };
}

export interface DocumentSession<S extends Shape> extends OpenDocument {
  readonly view: DocumentView<S>;
}

const OpenDocumentContext = createContext<OpenDocument | undefined>(undefined);

/** The open document around a component, of whatever kind. */
export function useOpenDocument(): OpenDocument {
  const open = useContext(OpenDocumentContext);
  if (open === undefined) throw new Error('There is no open document around this component.');
  return open;
}

/** Runs commands as this person's own. Each is an undo step unless its origin says otherwise. */
export function useRun(): <T>(command: Command<T>, origin?: LocalOrigin) => Outcome<T> {
  const { doc } = useOpenDocument();
  return useCallback(
    (command, origin = LOCAL_COMMAND) => run(doc, command, { origin, random }),
    [doc],
  );
}

export function useUndoState(): UndoState {
  const { undo } = useOpenDocument();
  return useSyncExternalStore(undo.subscribe, undo.getState);
}

/** Where a cell's words are kept: on the header, on an entity, or in a map that the entity holds. */
export interface CellAddress {
  readonly of: string;
  readonly id?: string;
  readonly in?: string;
  readonly key: string;
}

/**
 * The Y.Text of a cell; a plain string where another program left one; undefined where there is
 * nothing yet. The instance changes when an undo brings a removed entity back.
 */
export function useCellText(address: CellAddress): Y.Text | string | undefined {
  const { of, key } = address;
  const { view } = useOpenDocument();
  return useSyncExternalStore(
    useCallback((listener) => view.subscribe(of, listener), [view, of]),
    () => {
      const holder = holderOf(view, address);
      const stored: unknown = holder instanceof Y.Map ? holder.get(key) : undefined;
      return stored instanceof Y.Text || typeof stored === 'string' ? stored : undefined;
    },
  );
}

function holderOf(view: OpenDocument['view'], { of, id, in: within }: CellAddress): unknown {
  const holder = view.holderOf(of, id);
  if (within === undefined) return holder;
  return holder instanceof Y.Map ? holder.get(within) : undefined;
}

/** The provider and the hooks of one kind of document. `Session` is what its components share. */
export function createSession<S extends Shape, Session extends DocumentSession<S>>() {
  const SessionContext = createContext<Session | undefined>(undefined);

  function SessionProvider({
    session,
    children,
  }: {
    readonly session: Session;
    readonly children: ReactNode;
  }) {
    return (
      <OpenDocumentContext value={session}>
        <SessionContext value={session}>{children}</SessionContext>
      </OpenDocumentContext>
    );
  }

  function useSession(): Session {
    const session = useContext(SessionContext);
    if (session === undefined) throw new Error('This component stands outside its document.');
    return session;
  }

  function useHeader(): HeaderIn<S> {
    const { view } = useSession();
    return useSyncExternalStore(
      useCallback((listener) => view.subscribe('header', listener), [view]),
      () => view.header(),
    );
  }

  /** The entities of a collection in order; the same array until one of them changes. */
  function useCollection<C extends NameIn<S>>(name: C): readonly EntityIn<S, C>[] {
    const { view } = useSession();
    return useSyncExternalStore(
      useCallback((listener) => view.subscribe(name, listener), [view, name]),
      () => view.collection(name),
    );
  }

  /** What could not be read in a collection. Read it beside `useCollection`, which renders anew. */
  function useProblems(name: NameIn<S>): readonly Problem[] {
    return useSession().view.problems(name);
  }

  return { SessionProvider, useSession, useHeader, useCollection, useProblems };
}
