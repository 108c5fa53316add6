/**
 * Loading anew as things change: one load at a time, and however often something changes meanwhile,
 * one more after it.
 */

export interface Refresher {
  /** Loads, now or as soon as the load under way is done. */
  refresh(): void;
  /** Breaks off what is under way; nothing is loaded any more. */
  stop(): void;
}

/**
 * `load` must not reject; it is told by the signal when nobody waits for it any longer. `pauseMs` is
 * left between a load and the next.
 */
export function createRefresher(
  load: (signal: AbortSignal) => Promise<void>,
  pauseMs = 0,
): Refresher {
  const stopped = new AbortController();
  let isLoading = false;
  let isDue = false;

  async function run(): Promise<void> {
    isLoading = true;
    while (isDue && !stopped.signal.aborted) {
      isDue = false;
      await load(stopped.signal);
      await new Promise((done) => setTimeout(done, pauseMs));
    }
    isLoading = false;
  }

  return {
    refresh() {
      isDue = true;
      if (!isLoading) void run();
    },
    stop: () => stopped.abort(),
  };
}
