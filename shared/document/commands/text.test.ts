import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editText, plainText, storedText } from './text.ts';

const ORIGIN = { kind: 'test', undoable: true } as const;

function aText(value: string): Y.Text {
  const text = new Y.Doc().getText('cell');
  text.insert(0, value);
  return text;
}

describe('editText', () => {
  it('does several edits in turn, in one transaction of the given origin', () => {
    const text = aText('en to fire');
    const origins: unknown[] = [];
    text.doc?.on('afterTransaction', ({ origin }: Y.Transaction) => origins.push(origin));
    editText(
      text,
      [
        { index: 6, remove: 0, insert: 'tre ' },
        { index: 0, remove: 3, insert: '' },
      ],
      ORIGIN,
    );
    expect(text.toString()).toBe('to tre fire');
    expect(origins).toEqual([ORIGIN]);
  });

  it('TX-3 widens a range that would cut a surrogate pair', () => {
    const removed = aText('a😀b');
    editText(removed, { index: 2, remove: 1, insert: '' }, ORIGIN);
    expect(removed.toString()).toBe('ab');
    const inserted = aText('a😀b');
    editText(inserted, { index: 2, remove: 0, insert: 'x' }, ORIGIN);
    expect(inserted.toString()).toBe('ax😀b');
  });

  it('TX-3 two who replace one emoji at the same time never leave half of one', () => {
    const alice = aText('😀');
    const bob = new Y.Doc();
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice.doc as Y.Doc));
    editText(alice, { index: 0, remove: 2, insert: '😁' }, ORIGIN);
    editText(bob.getText('cell'), { index: 0, remove: 2, insert: '😂' }, ORIGIN);
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice.doc as Y.Doc));
    expect(['😁😂', '😂😁']).toContain(bob.getText('cell').toString());
  });

  it('TX-14 stores line breaks as one character and no halves of pairs', () => {
    const text = aText('');
    editText(text, { index: 0, remove: 0, insert: 'a\r\nb\rc\ud83d' }, ORIGIN);
    expect(text.toString()).toBe('a\nb\nc\ufffd');
    expect(storedText('å😀')).toBe('å😀');
  });

  it('TX-14 counts an embedded object as one character', () => {
    const text = aText('ab');
    text.insertEmbed(1, { image: 'x' });
    expect(plainText(text)).toBe('a\ufffcb');
    editText(text, { index: 3, remove: 0, insert: 'c' }, ORIGIN);
    editText(text, { index: 1, remove: 1, insert: '' }, ORIGIN);
    expect(plainText(text)).toBe('abc');
  });

  it('cuts off a range beyond the end', () => {
    const text = aText('abc');
    editText(text, { index: 2, remove: 9, insert: 'd' }, ORIGIN);
    editText(text, { index: 99, remove: 1, insert: 'e' }, ORIGIN);
    expect(text.toString()).toBe('abde');
  });

  it('TX-15 leaves a deleted text alone', () => {
    const doc = new Y.Doc();
    const rows = doc.getMap<Y.Text>('rows');
    const text = new Y.Text('abc');
    rows.set('a', text);
    rows.delete('a');
    const before = Y.encodeStateAsUpdate(doc);
    editText(text, { index: 0, remove: 0, insert: 'x' }, ORIGIN);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});
