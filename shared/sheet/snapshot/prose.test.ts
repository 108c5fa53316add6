import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { always } from '../../../tests/world/always.ts';
import { paragraph } from '../../../tests/world/sheets.ts';
import { someProse } from '../../../tests/world/snapshots.ts';
import { canonicalProse, type ProseNode, proseText, readProse, storeProse } from './prose.ts';

function stored(nodes: readonly ProseNode[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment();
  fragment.insert(0, storeProse(nodes));
  return fragment;
}

const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});

describe('prose', () => {
  test('SH-28: reads as it was stored', () => {
    always(someProse, (nodes) => {
      expect(readProse(stored(nodes))).toEqual({ nodes, isWhole: true });
      expect(canonicalProse(nodes)).toEqual(nodes);
    });
  });

  test('SH-28: is stored as y-prosemirror stores it', () => {
    const fragment = stored([
      { type: 'heading', attrs: { level: 2 }, content: [text('Mål', 'bold'), text(' og middel')] },
    ]);
    const heading = fragment.get(0);
    if (!(heading instanceof Y.XmlElement)) throw new Error('No element');
    expect([heading.nodeName, heading.getAttributes()]).toEqual(['heading', { level: 2 }]);
    const words = heading.get(0);
    if (!(words instanceof Y.XmlText)) throw new Error('No text');
    expect(words.toDelta()).toEqual([
      { insert: 'Mål', attributes: { bold: {} } },
      { insert: ' og middel' },
    ]);
  });

  test('SH-27: two texts that two people began in one paragraph read as one', () => {
    const element = new Y.XmlElement('paragraph');
    element.insert(0, [new Y.XmlText('Alice '), new Y.XmlText('og Bob')]);
    const fragment = new Y.Doc().getXmlFragment();
    fragment.insert(0, [element]);
    expect(readProse(fragment).nodes).toEqual([paragraph('Alice og Bob')]);
  });

  test('SH-24: what cannot be read is left out, and the prose is said not to be whole', () => {
    const fragment = stored([paragraph('Før'), paragraph('Etter')]);
    fragment.insert(1, [new Y.XmlHook('hook') as never]);
    const words = new Y.XmlText('med bilde');
    fragment.insert(2, [words]);
    words.insertEmbed(3, { image: 'x' });
    expect(readProse(fragment)).toEqual({
      nodes: [paragraph('Før'), text('med bilde'), paragraph('Etter')],
      isWhole: false,
    });
  });

  test('SH-26: nodes and marks of a newer version are carried along', () => {
    const nodes: ProseNode[] = [
      {
        type: 'diagram',
        attrs: { kind: 'prosess', size: [1, 2] },
        content: [text('x', 'fremtid')],
      },
    ];
    expect(canonicalProse(nodes)).toEqual(nodes);
  });

  test('SH-8: half a surrogate pair becomes U+FFFD before it is sent', () => {
    expect(canonicalProse([paragraph('a\ud800')])).toEqual([paragraph('a\ufffd')]);
  });

  test('reads as plain text with a line for each block', () => {
    const item = (words: string) => ({ type: 'listItem', content: [paragraph(words)] });
    const cell = (words: string) => ({ type: 'tableCell', content: [paragraph(words)] });
    const nodes: ProseNode[] = [
      paragraph('Først'),
      paragraph(''),
      {
        type: 'paragraph',
        content: [text('to '), text('ord', 'bold'), { type: 'hardBreak' }, text('ny')],
      },
      { type: 'bulletList', content: [item('a'), item('b')] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('282'), cell('85,29 %')] }] },
    ];
    expect(proseText(nodes)).toBe('Først\nto ord\nny\na\nb\n282\t85,29 %');
  });
});
