/** Has the browser keep the page's own files, once the page has what it needs itself. */

/** Does nothing where there are no service workers: private windows, plain http, development. */
export function keepPageOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    // Without it the page works all the same, as long as there is a network.
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
