/**
 * An editor without a browser, for tests: ProseMirror's state joined to shared prose as the real
 * one is, and people who send each other their changes when the test says so.
 */
import type { Node as PmNode } from '@tiptap/pm/model';
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import type { Origin } from '../../../../../shared/document/commands/command.ts';
import { proseSchema } from '../schema.ts';
import { markShared } from './sharedChange.ts';
import { SharedProse } from './sharedProse.ts';
import { showDoc } from './showDoc.ts';

export const schema = proseSchema();
const OTHERS: Origin = { kind: 'test', undoable: false };

export class TestEditor {
  readonly doc: Y.Doc;
  readonly origin: Origin = { kind: 'test', undoable: true };
  readonly inbox: Uint8Array[] = [];
  readonly shared: SharedProse;
  state: EditorState;
  hasMetUnknown = false;
  /** Called when what others did has been shown. */
  onChange: () => void = () => {};

  constructor(clientId: number, initial?: Uint8Array) {
    this.doc = new Y.Doc();
    this.doc.clientID = clientId;
    if (initial !== undefined) Y.applyUpdate(this.doc, initial, OTHERS);
    this.shared = new SharedProse(this.fragment, schema, this.origin, {
      onChange: () => {
        this.#show();
        this.onChange();
      },
      onUnknown: () => {
        this.hasMetUnknown = true;
      },
    });
    this.state = EditorState.create({ schema, doc: this.shared.doc });
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment('section:begrunnelse');
  }

  /** Does what a person did in the editor. */
  dispatch(transaction: Transaction): void {
    this.state = this.state.apply(transaction);
    const { $head } = this.state.selection;
    this.shared.write(this.state.doc, { block: $head.parent, offset: $head.parentOffset });
    if (this.state.doc !== this.shared.doc) this.#show();
  }

  /** Types at a position, or over a range. */
  type(text: string, from: number, to = from): void {
    const tr = this.state.tr.insertText(text, from, to);
    this.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + text.length)));
  }

  /** What is stored, read by somebody who knows nothing of this editor. */
  stored(): PmNode {
    const reader = new SharedProse(this.fragment, schema, this.origin, {
      onChange: () => undefined,
      onUnknown: () => undefined,
    });
    reader.destroy();
    return reader.doc;
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, OTHERS);
  }

  #show(): void {
    if (this.shared.isBehind) return;
    const tr = showDoc(this.state, this.shared.doc);
    if (tr.docChanged) this.state = this.state.apply(markShared(tr));
    this.shared.isShown(this.state.doc);
  }
}

/** People with one document; each gets the others' changes in its inbox. */
export function together(count: number, initial?: Uint8Array): TestEditor[] {
  const people = Array.from({ length: count }, (_, id) => new TestEditor(id + 1, initial));
  for (const person of people) {
    person.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === OTHERS) return;
      for (const other of people) if (other !== person) other.inbox.push(update);
    });
  }
  return people;
}

export function deliverAll(people: readonly TestEditor[]): void {
  while (people.some(({ inbox }) => inbox.length > 0)) {
    for (const person of people) {
      const next = person.inbox.shift();
      if (next !== undefined) person.receive(next);
    }
  }
}
