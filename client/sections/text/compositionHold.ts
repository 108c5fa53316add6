/**
 * While an input method composes, the element it writes in must be left alone. This tells when,
 * and calls `onRelease` when it is over: when the composition ends, when a word is finished in a
 * composition that goes on, and on keyboards that compose all the time when the keys rest. A field
 * is thus never held for long on a telephone, and never disturbed in the middle of a word.
 */
export interface CompositionHoldOptions {
  /**
   * How long after the end it is safe to write. Never at once: an input method in the middle of
   * its work places the caret by the text it knows.
   */
  readonly settleMs: number;
  /** So long without a key ends the hold; by default on Android only. */
  readonly idleMs?: number | undefined;
  readonly onHold?: () => void;
  readonly onRelease: () => void;
}

const ANDROID_IDLE_MS = 2000;

export class CompositionHold {
  readonly #options: CompositionHoldOptions;
  readonly #idleMs: number | undefined;
  #isHolding = false;
  #isComposing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Listens to the element until the signal aborts; then nothing is released any more. */
  constructor(element: HTMLElement, options: CompositionHoldOptions, signal: AbortSignal) {
    const isAndroid = /Android/.test(navigator.userAgent);
    this.#options = options;
    this.#idleMs = options.idleMs ?? (isAndroid ? ANDROID_IDLE_MS : undefined);
    element.addEventListener('compositionstart', () => this.#compose(this.#idleMs), { signal });
    element.addEventListener('compositionend', () => this.#settle(), { signal });
    element.addEventListener('blur', () => this.#settle(), { signal });
    element.addEventListener('input', (event) => this.#onInput(event), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get isHolding(): boolean {
    return this.#isHolding;
  }

  #onInput(event: Event): void {
    if (!(event instanceof InputEvent)) return;
    if (!event.isComposing) this.#settle();
    else {
      const isWordDone = /\s$/.test(event.data ?? '');
      this.#compose(isWordDone ? this.#options.settleMs : this.#idleMs);
    }
  }

  #compose(releaseAfterMs: number | undefined): void {
    this.#isComposing = true;
    if (!this.#isHolding) {
      this.#isHolding = true;
      this.#options.onHold?.();
    }
    this.#releaseAfter(releaseAfterMs);
  }

  #settle(): void {
    // What is typed meanwhile does not put the end off.
    if (!this.#isHolding || (!this.#isComposing && this.#timer !== undefined)) return;
    this.#isComposing = false;
    this.#releaseAfter(this.#options.settleMs);
  }

  #releaseAfter(ms: number | undefined): void {
    clearTimeout(this.#timer);
    this.#timer = ms === undefined ? undefined : setTimeout(() => this.#release(), ms);
  }

  #release(): void {
    this.#timer = undefined;
    this.#isComposing = false;
    this.#isHolding = false;
    this.#options.onRelease();
  }
}
