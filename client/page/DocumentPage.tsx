/** The page of one document: opens it, shows it, and says in plain words when it cannot be opened. */
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { OpenConnection } from '../connection/documentConnection.ts';
import type { DocumentId } from '../connection/kinds.ts';
import { parseLink } from '../connection/link.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { OpenFailed } from './OpenFailed.tsx';
import './sheetPage.css';

export interface DocumentPageProps<Id extends DocumentId, Connection extends OpenConnection> {
  readonly id: Id;
  /** Opens the document of the address; what it answers is closed by the page. The same each time. */
  readonly open: (id: Id) => Connection;
  readonly show: (connection: Connection) => ReactNode;
  readonly loading: string;
  /** Says what could not be opened. */
  readonly failedTitle: string;
}

/** A new link to the same document changes only the fragment: it is then opened anew with it. */
export function DocumentPage<Id extends DocumentId, Connection extends OpenConnection>(
  props: DocumentPageProps<Id, Connection>,
) {
  const { id, open } = props;
  const [opening, setOpening] = useState(0);
  const [connection, setConnection] = useState<Connection | undefined>(undefined);

  // Before the page is painted: a document that has come already is then the first thing shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new opening opens the document anew.
  useLayoutEffect(() => {
    const opened = open(id);
    setConnection(opened);
    return () => {
      setConnection(undefined);
      void opened.close();
    };
  }, [id, open, opening]);

  useEffect(() => {
    const onHashChange = () => {
      if (parseLink(location.href)?.key !== undefined) setOpening((count) => count + 1);
    };
    addEventListener('hashchange', onHashChange);
    return () => removeEventListener('hashchange', onHashChange);
  }, []);

  if (connection === undefined) return <Opening label={props.loading} />;
  return <Opened key={opening} {...props} connection={connection} />;
}

interface OpenedProps<Id extends DocumentId, Connection extends OpenConnection>
  extends DocumentPageProps<Id, Connection> {
  readonly connection: Connection;
}

function Opened<Id extends DocumentId, Connection extends OpenConnection>({
  connection,
  show,
  loading,
  failedTitle,
}: OpenedProps<Id, Connection>) {
  const phase = useStore(connection.state, (state) => state.phase);
  switch (phase) {
    case 'opening':
      return <Opening label={loading} />;
    case 'failed':
      return <OpenFailed connection={connection} title={failedTitle} />;
    case 'ready':
      return show(connection);
  }
}

function Opening({ label }: { readonly label: string }) {
  return (
    <div className="sheet-opening">
      <Spinner label={label} />
    </div>
  );
}
