import { wrapInList } from '@tiptap/pm/schema-list';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type ProseNode, storeProse } from '../../../../../shared/sheet/snapshot/prose.ts';
import { deliverAll, schema, type TestEditor, together } from './testEditor.ts';

const p = (words: string): ProseNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
});

function stateOf(nodes: readonly ProseNode[]): Uint8Array {
  const doc = new Y.Doc();
  doc.getXmlFragment('section:begrunnelse').insert(0, storeProse(nodes));
  return Y.encodeStateAsUpdate(doc);
}

function nodeType(name: string) {
  const type = schema.nodes[name];
  if (type === undefined) throw new RangeError(name);
  return type;
}

const outline = (editor: TestEditor) => `${editor.state.doc}`;

describe('PO-16 words follow their paragraph', () => {
  let alice: TestEditor;
  let bob: TestEditor;
  beforeEach(() => {
    const people = together(2, stateOf([p('en to'), p('tre')]));
    if (people[0] === undefined || people[1] === undefined) throw new Error('Nobody');
    [alice, bob] = [people[0], people[1]];
  });

  const does = (editor: TestEditor, change: (tr: Transaction) => Transaction) =>
    editor.dispatch(change(editor.state.tr));
  const meet = () => {
    deliverAll([alice, bob]);
    expect(outline(bob)).toBe(outline(alice));
    return outline(alice);
  };

  it('into a heading', () => {
    does(bob, (tr) => tr.setBlockType(1, 1, nodeType('heading'), { level: 3 }));
    alice.type('X', 1);
    alice.type('Y', 5);
    alice.type('Z', 8);
    expect(meet()).toBe('doc(heading("Xen YtoZ"), paragraph("tre"))');
  });

  it('into a list item, of several at once', () => {
    const tr = bob.state.tr.setSelection(TextSelection.create(bob.state.doc, 2, 9));
    wrapInList(nodeType('bulletList'))(bob.state.apply(tr), (wrapping) => bob.dispatch(wrapping));
    alice.type('A', 3);
    alice.type('B', 12);
    expect(meet()).toBe(
      'doc(bulletList(listItem(paragraph("enA to")), listItem(paragraph("treB"))))',
    );
  });

  it('when two paragraphs are joined', () => {
    does(bob, (tr) => tr.join(7));
    alice.type('!', 11);
    alice.type('?', 8);
    expect(meet()).toBe('doc(paragraph("en to?tre!"))');
  });

  it('with the marks of what stands before', () => {
    const bold = schema.marks['bold']?.create();
    if (bold === undefined) throw new Error('No bold');
    does(alice, (tr) => tr.addMark(1, 3, bold));
    meet();
    does(bob, (tr) => tr.setBlockType(1, 1, nodeType('heading'), { level: 4 }));
    alice.type('X', 2);
    expect(meet()).toBe('doc(heading(bold("eXn"), " to"), paragraph("tre"))');
  });

  it('while the paragraph is being composed in', () => {
    alice.type('k', 6);
    alice.shared.hold();
    does(bob, (tr) => tr.setBlockType(1, 1, nodeType('heading'), { level: 3 }));
    alice.type('a', 7);
    while (alice.inbox.length > 0) alice.receive(alice.inbox.shift() as Uint8Array);
    alice.type('b', 8);
    expect(meet()).toBe('doc(heading("en tokab"), paragraph("tre"))');
  });

  it('and the caret with them', () => {
    alice.type('X', 3);
    const caret = alice.shared.relative(4, 'before');
    let found: number | undefined;
    alice.onChange = () => {
      found ??= alice.shared.absolute(caret);
    };
    does(bob, (tr) => tr.insert(0, nodeType('paragraph').create(null, schema.text('før'))));
    does(bob, (tr) => tr.setBlockType(6, 6, nodeType('heading'), { level: 3 }));
    expect(meet()).toBe('doc(paragraph("før"), heading("enX to"), paragraph("tre"))');
    expect(found).toBe(9);
  });

  it('but not when the paragraph is removed', () => {
    does(bob, (tr) => tr.delete(0, 7));
    alice.type('X', 1);
    expect(meet()).toBe('doc(paragraph("tre"))');
  });

  it('and nothing is put back that both had', () => {
    meet();
    does(bob, (tr) => tr.setBlockType(1, 1, nodeType('heading'), { level: 3 }));
    const before = Y.encodeStateVector(alice.doc);
    expect(meet()).toBe('doc(heading("en to"), paragraph("tre"))');
    expect(Y.decodeStateVector(Y.encodeStateVector(alice.doc)).get(1)).toBe(
      Y.decodeStateVector(before).get(1),
    );
  });
});
