/**
 * Work for when the page has nothing better to do: one piece per idle moment, so that five editors
 * are never made in one go while somebody is scrolling.
 */
type Task = () => void;

const queue: Task[] = [];
let isWaiting = false;

/** Browsers without idle callbacks get a moment that is idle more often than not. */
const FALLBACK_MS = 200;

/** Chromium can hold idle callbacks back for as long as nothing on the page is drawn. */
const PATIENCE_MS = 500;

/** For so long after it is shown a view is left to whoever wants to read, scroll or write at once. */
const SETTLE_MS = 1500;

let lastRunAt = Number.NEGATIVE_INFINITY;

/**
 * Runs the task in an idle moment of its own, once the page has loaded and what is shown has
 * settled. Answers how to cancel.
 */
export function whenIdle(task: Task): () => void {
  queue.push(task);
  if (!isWaiting) waitForNext();
  return () => {
    const index = queue.indexOf(task);
    if (index >= 0) queue.splice(index, 1);
  };
}

function waitForNext(): void {
  isWaiting = true;
  void settled().then(() => requestIdle(runNext));
}

/** What is asked for long after anything else comes with a view that has just been opened. */
async function settled(): Promise<void> {
  if (performance.now() - lastRunAt < SETTLE_MS) return;
  await loaded();
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

function loaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener('load', () => resolve(), { once: true });
  });
}

function runNext(): void {
  isWaiting = false;
  lastRunAt = performance.now();
  const task = queue.shift();
  if (queue.length > 0) waitForNext();
  task?.();
}

function requestIdle(run: Task): void {
  if (typeof requestIdleCallback === 'function') {
    requestIdleCallback(run, { timeout: PATIENCE_MS });
  } else {
    setTimeout(run, FALLBACK_MS);
  }
}
