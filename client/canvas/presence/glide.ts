/**
 * Where the others' pointers are drawn: they are told of twenty times a second, and glide from one
 * place to the next.
 */
import type { Editor } from 'tldraw';
import type { Peer } from './peers.ts';

/** After so long a pointer has gone two thirds of its way. */
const GLIDE_MS = 45;
/** Nearer to its place than this, in page units, it is there. */
const THERE = 0.5;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Draws pointers by client: places in CSS pixels from the corner of the board. All of them, anew. */
export type DrawPointers = (places: ReadonlyMap<number, Place>) => void;

export class PointerGlide {
  readonly #editor: Editor;
  readonly #drawAll: DrawPointers;
  readonly #isCalm: boolean;
  /** In page units. */
  readonly #drawn = new Map<number, Place>();
  #peers: readonly Peer[] = [];
  #frame: number | undefined;
  #lastFrameAt = 0;

  /** With `isCalm` pointers are where they are, without any gliding. */
  constructor(editor: Editor, drawAll: DrawPointers, isCalm: boolean) {
    this.#editor = editor;
    this.#drawAll = drawAll;
    this.#isCalm = isCalm;
  }

  show(peers: readonly Peer[]): void {
    this.#peers = peers;
    if (this.#frame !== undefined) return;
    this.#lastFrameAt = performance.now();
    this.#draw(this.#isCalm ? 1 : 0);
  }

  /** The board has moved under the pointers. */
  follow(): void {
    this.#draw(0);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  readonly #onFrame = (now: number): void => {
    this.#frame = undefined;
    const part = 1 - Math.exp(-Math.max(0, now - this.#lastFrameAt) / GLIDE_MS);
    this.#lastFrameAt = now;
    this.#draw(part);
  };

  /** Everybody goes this part of their way. */
  #draw(part: number): void {
    const places = new Map<number, Place>();
    let isGoing = false;
    for (const { clientId, pointer } of this.#peers) {
      if (pointer === null) {
        this.#drawn.delete(clientId);
        continue;
      }
      const [at, hasWayLeft] = this.#step(clientId, pointer, part);
      places.set(clientId, this.#editor.pageToViewport(at));
      if (hasWayLeft) isGoing = true;
    }
    this.#drawAll(places);
    if (isGoing) this.#frame ??= requestAnimationFrame(this.#onFrame);
  }

  /** Where a pointer is now, in page units, and whether there is some way left. */
  #step(clientId: number, [x, y]: readonly [number, number], part: number): [Place, boolean] {
    const from = this.#drawn.get(clientId) ?? { x, y };
    const [dx, dy] = [x - from.x, y - from.y];
    const isThere = Math.abs(dx) < THERE && Math.abs(dy) < THERE;
    const at = isThere ? { x, y } : { x: from.x + dx * part, y: from.y + dy * part };
    this.#drawn.set(clientId, at);
    return [at, !isThere && part < 1];
  }
}
