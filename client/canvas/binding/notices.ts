/** What the canvas has to say of itself, for a view to show. */

export interface CanvasNotices {
  /** What is in the document and cannot be shown, by its path, such as `canvas/shape:a`. */
  readonly quarantined: readonly string[];
}

export class Notices {
  #state: CanvasNotices = { quarantined: [] };
  readonly #listeners = new Set<() => void>();

  /** The same object until it changes, so that it fits `useSyncExternalStore`. */
  readonly getState = (): CanvasNotices => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  setQuarantined(quarantined: readonly string[]): void {
    if (quarantined === this.#state.quarantined) return;
    this.#state = { quarantined };
    for (const listener of this.#listeners) listener();
  }
}
