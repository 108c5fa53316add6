/** What the canvas has to say of itself, for a view to show. */

export interface CanvasNotices {
  /** What is in the document and cannot be shown, by its path, such as `canvas/shape:a`. */
  readonly quarantined: readonly string[];
}

export class Notices {
  #state: CanvasNotices = { quarantined: [] };
  readonly #listeners = new Set<() => void>();
  #unsound: readonly string[] = [];
  /** What tldraw threw at, though it looked sound. */
  readonly #refused = new Set<string>();

  /** The same object until it changes, so that it fits `useSyncExternalStore`. */
  readonly getState = (): CanvasNotices => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  setQuarantined(paths: readonly string[]): void {
    if (paths === this.#unsound) return;
    this.#unsound = paths;
    this.#publish();
  }

  /** For good: what tldraw has thrown at may be half shown until the canvas is opened again. */
  setRefused(id: string): void {
    if (this.#refused.has(id)) return;
    this.#refused.add(id);
    this.#publish();
  }

  #publish(): void {
    const refused = [...this.#refused].map((id) => `canvas/${id}`);
    this.#state = { quarantined: [...new Set([...this.#unsound, ...refused])] };
    for (const listener of this.#listeners) listener();
  }
}
