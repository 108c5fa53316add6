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

/** `load` must not reject; it is told by the signal when nobody waits for it any longer. */
export function createRefresher(load: (signal: AbortSignal) => Promise<void>): Refresher {
  const stopped = new AbortController();
  let isLoading = false;
  let isDue = false;

  async function run(): Promise<void> {
    isLoading = true;
    while (isDue && !stopped.signal.aborted) {
      isDue = false;
      await load(stopped.signal);
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
