/** Measures in a real page how long others' moves take to be shown. Driven by `canvasMoves.ts`. */
import * as Y from 'yjs';
import { mountEditor } from '../../../client/canvas/binding/testEditor.tsx';
import { type BoundBoard, WAYS } from '../canvasWays.ts';
import { remoteMoves } from '../canvasWork.ts';

declare global {
  interface Window {
    /** What the last measure gave: milliseconds, or what went wrong. */
    moved: number | string | undefined;
    /** Begins to measure; `moved` is set when it has ended. */
    measureMoves: (wayName: string, count: number, isBatch: boolean) => void;
  }
}

window.measureMoves = (wayName, count, isBatch) => {
  window.moved = undefined;
  measure(wayName, count, isBatch).then(
    (ms) => {
      window.moved = ms;
    },
    (error: unknown) => {
      window.moved = String(error);
    },
  );
};

async function measure(wayName: string, count: number, isBatch: boolean): Promise<number> {
  const way = WAYS.find(({ name }) => name === wayName);
  const root = document.getElementById('root');
  if (way === undefined || root === null) throw new Error(`No ${wayName}`);
  const { board, updates } = remoteMoves(way, count);
  const element = root.appendChild(document.createElement('div'));
  element.style.cssText = 'position: absolute; inset: 0';
  await mountEditor(element, board.store);
  for (let frame = 0; frame < 10; frame += 1) await painted();
  const startedAt = performance.now();
  if (isBatch) {
    for (const update of updates) Y.applyUpdate(board.doc, update, 'others');
    board.frame();
  } else await hearOneByOne(board, updates);
  await painted();
  const ms = performance.now() - startedAt;
  element.remove();
  board.destroy();
  return ms;
}

/** Each in a task of its own, as a socket gives them, and shown at once. */
async function hearOneByOne(board: BoundBoard, updates: readonly Uint8Array[]): Promise<void> {
  for (const update of updates) {
    await nextTask();
    Y.applyUpdate(board.doc, update, 'others');
    board.frame();
  }
}

const { port1, port2 } = new MessageChannel();

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
}

/** When the next frame is on the screen. */
async function painted(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await nextTask();
}
