/**
 * Where the others' pointers are drawn: they are told of twenty times a second, and glide from one
 * place to the next. Done by hand, for a transition of each pointer, begun anew at each word of it,
 * costs many times what it moves.
 */
import type { Editor } from 'tldraw';
import type { Peer } from './peers.ts';

/** After so long a pointer has gone two thirds of its way. */
const GLIDE_MS = 45;
/** Nearer to its place than this, in page units, it is there. */
const THERE = 0.5;

interface Place {
  x: number;
  y: number;
}

export class PointerGlide {
  readonly #editor: Editor;
  readonly #elements: ReadonlyMap<number, HTMLElement>;
  readonly #isCalm: boolean;
  readonly #drawn = new Map<number, Place>();
  #peers: readonly Peer[] = [];
  #frame: number | undefined;
  #lastFrameAt = 0;

  /** `elements` by client; with `isCalm` pointers are where they are, without any gliding. */
  constructor(editor: Editor, elements: ReadonlyMap<number, HTMLElement>, isCalm: boolean) {
    this.#editor = editor;
    this.#elements = elements;
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
    let isGoing = false;
    for (const { clientId, pointer } of this.#peers) {
      const element = this.#elements.get(clientId);
      if (element === undefined) continue;
      element.hidden = pointer === null;
      if (pointer === null) this.#drawn.delete(clientId);
      else if (this.#move(clientId, pointer, part, element)) isGoing = true;
    }
    if (isGoing) this.#frame ??= requestAnimationFrame(this.#onFrame);
  }

  /** Whether there is some way left. */
  #move(
    clientId: number,
    [x, y]: readonly [number, number],
    part: number,
    element: HTMLElement,
  ): boolean {
    const at = this.#drawn.get(clientId) ?? { x, y };
    const [dx, dy] = [x - at.x, y - at.y];
    const isThere = Math.abs(dx) < THERE && Math.abs(dy) < THERE;
    if (isThere) Object.assign(at, { x, y });
    else Object.assign(at, { x: at.x + dx * part, y: at.y + dy * part });
    this.#drawn.set(clientId, at);
    const { x: left, y: top } = this.#editor.pageToViewport(at);
    element.style.transform = `translate3d(${left.toFixed(1)}px, ${top.toFixed(1)}px, 0)`;
    return !isThere && part < 1;
  }
}
