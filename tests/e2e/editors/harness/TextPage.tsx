/** Text fields of every kind, all bound to the sheet's title. */
import { useLayoutEffect, useReducer, useRef } from 'react';
import * as Y from 'yjs';
import { bindText } from '../../../../client/sections/text/bindText.ts';
import { TextCell } from '../../../../client/sections/text/TextCell.tsx';
import { localOrigin } from '../../../../client/sheet/origins.ts';
import { editText } from '../../../../shared/document/commands/text.ts';
import { headerOf } from '../../../../shared/sheet/schema/roots.ts';
import type { HarnessPeer } from './peer.ts';

const ORIGIN = localOrigin('text');
const SOMEBODY = { kind: 'test', undoable: false } as const;

/** What a test can do to the page beside typing. */
export interface TextTools {
  /** Makes the text, once for all pages; anew, it takes the place of the one before. */
  begin(value: string): void;
  read(): string | undefined;
  /** An edit that somebody else made, arriving at this moment. */
  remote(index: number, remove: number, insert: string): void;
}

export function textTools({ doc }: HarnessPeer): TextTools {
  return {
    begin: (value) => headerOf(doc).set('title', new Y.Text(value)),
    read: () => titleOf(doc)?.toString(),
    remote: (index, remove, insert) => {
      const theirs = new Y.Doc();
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
      const title = titleOf(theirs);
      if (title !== undefined) editText(title, { index, remove, insert }, SOMEBODY);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), SOMEBODY);
    },
  };
}

function titleOf(doc: Y.Doc): Y.Text | undefined {
  const title = headerOf(doc).get('title');
  return title instanceof Y.Text ? title : undefined;
}

export function TextPage({ peer }: { readonly peer: HarnessPeer }) {
  const { doc, undo } = peer;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    const header = headerOf(doc);
    header.observe(redraw);
    return () => header.unobserve(redraw);
  }, [doc]);
  const ytext = titleOf(doc);
  if (ytext === undefined) return null;
  const shared = {
    ytext,
    origin: ORIGIN,
    onUndo: () => undo.undo(),
    onRedo: () => undo.redo(),
  };
  return (
    <div style={{ inlineSize: 'min(100%, 30rem)', display: 'grid', gap: '1rem' }}>
      <h1>{'Felt'}</h1>
      <TextCell {...shared} multiline label="Flere linjer" placeholder="Skriv her" />
      <TextCell
        {...shared}
        label="Én linje"
        onEnter={() => document.body.setAttribute('data-entered', 'ja')}
      />
      <TextCell {...shared} readOnly multiline label="Skrivebeskyttet" />
      <PlainInput ytext={ytext} />
    </div>
  );
}

function PlainInput({ ytext }: { readonly ytext: Y.Text }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(
    () =>
      field.current === null
        ? undefined
        : bindText(field.current, ytext, { origin: ORIGIN, singleLine: true }),
    [ytext],
  );
  return <input ref={field} aria-label="Enkelt felt" />;
}
