import { describe, expect, it } from 'vitest';
import { undoAction } from './useUndoKeys.ts';

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('undoAction', () => {
  it('knows undo and redo as Windows, Linux and macOS spell them', () => {
    expect(undoAction({ ...NONE, key: 'z', ctrlKey: true })).toBe('undo');
    expect(undoAction({ ...NONE, key: 'z', metaKey: true })).toBe('undo');
    expect(undoAction({ ...NONE, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(undoAction({ ...NONE, key: 'y', ctrlKey: true })).toBe('redo');
  });

  it('leaves all other keys alone', () => {
    expect(undoAction({ ...NONE, key: 'z' })).toBeUndefined();
    expect(undoAction({ ...NONE, key: 'y', metaKey: true })).toBeUndefined();
    expect(undoAction({ ...NONE, key: 'z', ctrlKey: true, altKey: true })).toBeUndefined();
    expect(undoAction({ ...NONE, key: 'a', ctrlKey: true })).toBeUndefined();
  });
});
