import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pacedFrames } from './pacedFrames.ts';

let waiting = new Map<number, (now: number) => void>();
let asked = 0;

/** One frame at this time, in milliseconds. */
function frameAt(now: number): void {
  const callbacks = [...waiting.values()];
  waiting = new Map();
  for (const callback of callbacks) callback(now);
}

beforeEach(() => {
  waiting = new Map();
  vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => {
    asked += 1;
    waiting.set(asked, callback);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('after a rest the very next frame is used, and then none until the gap has passed', () => {
  const onFrame = pacedFrames(40);
  const shown: string[] = [];
  onFrame(() => shown.push('first'));
  frameAt(1000);
  expect(shown).toEqual(['first']);
  onFrame(() => shown.push('second'));
  frameAt(1016);
  frameAt(1032);
  expect(shown).toEqual(['first']);
  frameAt(1048);
  expect(shown).toEqual(['first', 'second']);
});

test('what is cancelled is not called, also while it waits for the gap', () => {
  const onFrame = pacedFrames(40);
  const shown: string[] = [];
  onFrame(() => shown.push('first'));
  frameAt(1000);
  const cancel = onFrame(() => shown.push('never'));
  frameAt(1016);
  cancel();
  frameAt(1100);
  expect(shown).toEqual(['first']);
});
