/** Where the client starts: the language first, then the page of the address. */
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n/i18n.ts';
import { keepPageOffline } from './offline/register.ts';
import { App, preparePage } from './router/App.tsx';
import { matchRoute } from './router/router.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

// What the page needs and the language's texts come side by side. Not from this module's own
// frame: to tell where a request came from, a browser that is watched would read all of it again.
queueMicrotask(() => preparePage(matchRoute(location.pathname)));
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepPageOffline();
