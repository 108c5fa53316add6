/** Where the client starts: the language first, then the page of the address. */
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from './i18n/i18n.ts';
import { App } from './router/App.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');

await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
