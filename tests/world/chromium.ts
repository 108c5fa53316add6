/** The browser that tests and benches use, and how it is started: on its own, with no services. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A browser without windows fits letters to whole pixels unless it is told to draw them as others do.
  '--font-render-hinting=none',
];
