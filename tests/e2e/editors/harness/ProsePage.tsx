/** A prose section as the sheet shows it, and one that can only be read. */
import { useReducer } from 'react';
import * as Y from 'yjs';
import { ProseSection } from '../../../../client/sections/prose/ProseSection.tsx';
import { proseOf } from '../../../../shared/sheet/schema/roots.ts';
import { type ProseNode, readProse, storeProse } from '../../../../shared/sheet/snapshot/prose.ts';
import type { HarnessPeer } from './peer.ts';

const SOMEBODY = { kind: 'test', undoable: false } as const;
const QUESTION = 'Hva er utfordringen?';

/** What a test can do to the page beside typing. */
export interface ProseTools {
  /** Fills the section, once for all pages. */
  begin(nodes: readonly ProseNode[]): void;
  read(): readonly ProseNode[];
  /** A change that somebody else made, arriving at this moment. */
  remote(change: (section: Y.XmlFragment, yjs: typeof Y) => void): void;
}

export function proseTools({ doc }: HarnessPeer): ProseTools {
  const section = proseOf(doc, 'begrunnelse');
  return {
    begin: (nodes) => {
      const server = new Y.Doc();
      proseOf(server, 'begrunnelse').insert(0, storeProse(nodes));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    },
    read: () => readProse(section).nodes,
    remote: (change) => {
      const theirs = new Y.Doc();
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
      theirs.transact(() => change(proseOf(theirs, 'begrunnelse'), Y));
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), SOMEBODY);
    },
  };
}

export function ProsePage({ peer }: { readonly peer: HarnessPeer }) {
  const { doc, undo, awareness } = peer;
  const [isReader, toggleReader] = useReducer((before: boolean) => !before, false);
  const shared = {
    awareness,
    undoManager: undo.manager,
    label: QUESTION,
    placeholder: 'Skriv her …',
    onUndo: () => undo.undo(),
    onRedo: () => undo.redo(),
  };
  return (
    <div style={{ inlineSize: 'min(100%, 40rem)', marginBlockStart: '3rem' }}>
      <h1>{'Prosa'}</h1>
      <button type="button">{'Før'}</button>
      <h2 id="begrunnelse">{QUESTION}</h2>
      <ProseSection
        {...shared}
        fragment={proseOf(doc, 'begrunnelse')}
        labelledBy="begrunnelse"
        readOnly={isReader}
      />
      <h2 id="onsket">{'Hvordan ser det ut?'}</h2>
      <ProseSection {...shared} fragment={proseOf(doc, 'onsket')} labelledBy="onsket" />
      <button type="button" onClick={toggleReader}>
        {'Bytt rolle'}
      </button>
    </div>
  );
}
