import { describe, expect, it } from 'vitest';
import { createArena } from './arena.ts';

describe('arena', () => {
  it('keeps copies apart, small and large, until they are taken', () => {
    const arena = createArena();
    const sizes = [0, 1, 30, 4096, 5000, 3 * 1024 * 1024, 7];
    const copies = sizes.map((size, i) => arena.copy(new Uint8Array(size).fill(i + 1)));
    expect(arena.size).toBe(sizes.reduce((sum, size) => sum + size, 0));
    expect(copies.map((copy) => copy.length)).toEqual(sizes);
    for (const [i, copy] of copies.entries()) {
      expect(copy.every((byte) => byte === i + 1)).toBe(true);
    }
    const buffers = new Set<unknown>(arena.take());
    for (const copy of copies) if (copy.length > 0) expect(buffers).toContain(copy.buffer);
  });

  it('starts anew after its buffers were taken', () => {
    const arena = createArena();
    const first = arena.copy(Uint8Array.of(1));
    arena.take();
    const second = arena.copy(Uint8Array.of(2));
    expect(arena.size).toBe(1);
    expect(second.buffer).not.toBe(first.buffer);
    expect(arena.take()).toEqual([second.buffer]);
    expect(arena.take()).toEqual([]);
  });

  it('copies a small view without the large buffer behind it', () => {
    const arena = createArena();
    arena.copy(new Uint8Array(10_000_000).subarray(5, 10));
    const taken = arena.take().reduce((sum, buffer) => sum + buffer.byteLength, 0);
    expect(taken).toBeLessThan(10_000);
  });
});
