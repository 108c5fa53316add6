/** Tells others through awareness what this person is dragging, at most once in 50 ms. */
import type { Awareness } from 'y-protocols/awareness';
import { isSameLive, LIVE_FIELD, type Live } from './liveChanges.ts';

const THROTTLE_MS = 50;

export class LiveSender {
  readonly #awareness: Awareness;
  readonly #now: () => number;
  #sent: Live | undefined;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(awareness: Awareness, now: () => number) {
    this.#awareness = awareness;
    this.#now = now;
  }

  /** Sends what is dragged, unless too soon: then it answers false, and wants to be asked again. */
  send(makeLive: () => Live | undefined): boolean {
    const now = this.#now();
    if (now - this.#sentAt < THROTTLE_MS) return false;
    this.#sentAt = now;
    this.#set(makeLive());
    return true;
  }

  /** Nothing is dragged any more. */
  clear(): void {
    this.#sentAt = Number.NEGATIVE_INFINITY;
    this.#set(undefined);
  }

  #set(live: Live | undefined): void {
    if (isSameLive(live, this.#sent)) return;
    this.#sent = live;
    this.#awareness.setLocalStateField(LIVE_FIELD, live ?? null);
  }
}
