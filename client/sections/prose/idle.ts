/**
 * Work for when the page has nothing better to do: one piece per idle moment, so that five editors
 * are never made in one go while somebody is scrolling.
 */
type Task = () => void;

const queue: Task[] = [];
let isWaiting = false;

/** Browsers without idle callbacks get a moment that is idle more often than not. */
const FALLBACK_MS = 200;

/** Runs the task in an idle moment of its own, after the page has loaded. Answers how to cancel. */
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
  if (document.readyState === 'complete') requestIdle(runNext);
  else window.addEventListener('load', () => requestIdle(runNext), { once: true });
}

function runNext(): void {
  isWaiting = false;
  const task = queue.shift();
  if (queue.length > 0) waitForNext();
  task?.();
}

function requestIdle(run: Task): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run);
  else setTimeout(run, FALLBACK_MS);
}
