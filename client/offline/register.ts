/** Has the browser keep the page's own files, once the page has what it needs itself. */

/** Does nothing where there are no service workers: private windows, plain http, development. */
export function keepPageOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const register = () => {
    // Without it the page works all the same, as long as there is a network.
    serviceWorker.register('/sw.js').catch(() => undefined);
  };
  if (serviceWorker.controller === null) {
    serviceWorker.addEventListener('controllerchange', showAgain, { once: true });
  }
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/**
 * Asks once more for the files that came before the worker was there, so that it keeps them too.
 * The browser has them still, and fetches nothing.
 */
function showAgain(): void {
  const { origin } = location;
  for (const { name } of performance.getEntriesByType('resource')) {
    if (name.startsWith(`${origin}/assets/`)) fetch(name).catch(() => undefined);
  }
}
