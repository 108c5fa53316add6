import { describe, expect, it } from 'vitest';
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import {
  type ProseNode,
  readProse,
  storeProse,
} from '../../../../../shared/sheet/snapshot/prose.ts';
import { isAllKnown } from '../../model.ts';
import { deliverAll, schema, TestEditor, together } from './testEditor.ts';

const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const p = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content });
const cell = (words: string): ProseNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [p(text(words))],
});

const EVERYTHING: readonly ProseNode[] = [
  { type: 'heading', attrs: { level: 4 }, content: [text('Overskrift')] },
  p(
    text('en '),
    text('fet', 'bold'),
    text('begge', 'bold', 'italic'),
    { type: 'hardBreak' },
    text('ny'),
  ),
  { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('punkt'))] }] },
  {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [{ type: 'listItem', content: [p(text('tre'))] }],
  },
  { type: 'table', content: [{ type: 'tableRow', content: [cell('a'), cell('b')] }] },
];

function stateOf(nodes: readonly ProseNode[]): Uint8Array {
  const doc = new Y.Doc();
  doc.getXmlFragment('section:begrunnelse').insert(0, storeProse(nodes));
  return Y.encodeStateAsUpdate(doc);
}

/** The stored state, as an update that would change nothing is equal to. */
const stored = (editor: TestEditor) => Y.encodeStateAsUpdate(editor.doc);

describe('PO-3 the stored form', () => {
  it('is what y-prosemirror reads and writes', () => {
    const editor = new TestEditor(1);
    const { tr } = editor.state;
    const content = EVERYTHING.map((node) => schema.nodeFromJSON(node));
    editor.dispatch(tr.replaceWith(0, tr.doc.content.size, content));
    const theirs = yXmlFragmentToProseMirrorRootNode(editor.fragment, schema);
    expect(theirs.toJSON()).toEqual(editor.state.doc.toJSON());

    const doc = new Y.Doc();
    const fragment = doc.getXmlFragment('section:begrunnelse');
    prosemirrorToYXmlFragment(editor.state.doc, fragment);
    expect(readProse(fragment)).toEqual(readProse(editor.fragment));
    const ours = new TestEditor(2, Y.encodeStateAsUpdate(doc));
    expect(ours.state.doc.toJSON()).toEqual(editor.state.doc.toJSON());
  });

  it('is what the snapshot reads', () => {
    const editor = new TestEditor(1, stateOf(EVERYTHING));
    editor.type('!', 2);
    const [heading] = readProse(editor.fragment).nodes;
    expect(heading).toEqual({
      type: 'heading',
      attrs: { level: 4 },
      content: [text('O!verskrift')],
    });
  });
});

describe('PO-4 showing never writes', () => {
  it.each<[string, readonly ProseNode[]]>([
    ['an empty section', []],
    ['an empty list', [{ type: 'bulletList' }]],
    ['a list item without a paragraph', [{ type: 'bulletList', content: [{ type: 'listItem' }] }]],
    [
      'a list item that begins with a list',
      [
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                { type: 'bulletList', content: [{ type: 'listItem', content: [p(text('x'))] }] },
              ],
            },
          ],
        },
      ],
    ],
    [
      'a table with rows of unequal length',
      [
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [cell('a'), cell('b')] },
            { type: 'tableRow', content: [cell('c')] },
            { type: 'tableRow' },
          ],
        },
      ],
    ],
    [
      'a cell without a paragraph',
      [{ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell' }] }] }],
    ],
  ])('%s', (_name, nodes) => {
    const state = stateOf([...nodes, p(text('etter'))]);
    const editor = new TestEditor(1, state);
    editor.state.doc.check();
    expect(stored(editor)).toEqual(state);
    const end = editor.state.doc.content.size - 1;
    editor.type('!', end);
    expect(readProse(editor.fragment).nodes).toEqual([...nodes, p(text('etter!'))]);
  });

  it('texts beside each other read as one, and each keeps what is typed in it', () => {
    const [alice, bob] = together(2, stateOf([{ type: 'paragraph' }]));
    if (alice === undefined || bob === undefined) throw new Error('Nobody');
    alice.type('alice', 1);
    bob.type('bob', 1);
    deliverAll([alice, bob]);
    expect(alice.state.doc.textContent).toMatch(/^(alicebob|bobalice)$/);
    alice.type('-', 4);
    bob.type('+', 6);
    deliverAll([alice, bob]);
    expect(alice.state.doc.textContent).toHaveLength(10);
    expect(bob.state.doc.toJSON()).toEqual(alice.state.doc.toJSON());
  });
});

describe('PO-5 what this version does not know', () => {
  const unknown: ProseNode = { type: 'chart', attrs: { kind: 'pie' }, content: [p(text('tall'))] };

  it('a node makes the section one that cannot be edited, and stays', () => {
    for (const nodes of [[unknown], [{ type: 'bulletList', content: [unknown] }], [p(unknown)]]) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, stateOf(nodes));
      expect(isAllKnown(doc.getXmlFragment('section:begrunnelse'))).toBe(false);
      expect(() => new TestEditor(1, stateOf(nodes))).toThrow('Unknown prose');
    }
    expect(isAllKnown(new TestEditor(1, stateOf(EVERYTHING)).fragment)).toBe(true);
  });

  it('a node that comes while somebody edits ends the editing, and stays', () => {
    const [alice, bob] = together(2, stateOf([p(text('ord'))]));
    if (alice === undefined || bob === undefined) throw new Error('Nobody');
    bob.doc.transact(() => bob.fragment.insert(1, storeProse([unknown])));
    deliverAll([alice, bob]);
    expect(alice.hasMetUnknown).toBe(true);
    alice.type('x', 1);
    expect(readProse(alice.fragment).nodes[1]).toEqual(unknown);
  });

  it('marks and attributes stay where they are', () => {
    const nodes = [
      {
        type: 'paragraph',
        attrs: { align: 'right' },
        content: [
          text('en '),
          { ...text('lenke'), marks: [{ type: 'link', attrs: { href: '/x' } }] },
        ],
      },
    ];
    const editor = new TestEditor(1, stateOf(nodes));
    expect(editor.state.doc.textContent).toBe('en lenke');
    editor.type('!', 9);
    editor.type('Ja: ', 1);
    const { tr } = editor.state;
    const bold = schema.marks['bold']?.create();
    if (bold === undefined) throw new Error('No bold');
    editor.dispatch(tr.addMark(1, 4, bold));
    expect(readProse(editor.fragment).nodes).toEqual([
      {
        type: 'paragraph',
        attrs: { align: 'right' },
        content: [
          text('Ja:', 'bold'),
          text(' en '),
          { ...text('lenke'), marks: [{ type: 'link', attrs: { href: '/x' } }] },
          text('!'),
        ],
      },
    ]);
  });
});

describe('hostile documents', () => {
  it.each([{ level: 1e9 }, { level: 'x' }, { level: null }])(
    'a heading with attributes %j is a heading',
    (attrs) => {
      const editor = new TestEditor(1, stateOf([{ type: 'heading', attrs, content: [text('x')] }]));
      expect(editor.state.doc.firstChild?.attrs).toEqual({ level: 3 });
    },
  );

  it('a cell over a thousand million rows is one cell', () => {
    const wide = { ...cell('a'), attrs: { colspan: 1e9, rowspan: -5 } };
    const editor = new TestEditor(
      1,
      stateOf([{ type: 'table', content: [{ type: 'tableRow', content: [wide] }] }]),
    );
    expect(editor.state.doc.firstChild?.firstChild?.firstChild?.attrs).toMatchObject({
      colspan: 1,
      rowspan: 1,
    });
  });

  it('nesting without end is not walked into', () => {
    let nodes: ProseNode[] = [p(text('x'))];
    for (let depth = 0; depth < 50; depth++) {
      nodes = [{ type: 'bulletList', content: [{ type: 'listItem', content: nodes }] }];
    }
    expect(() => new TestEditor(1, stateOf(nodes))).toThrow('Unknown prose');
  });
});
