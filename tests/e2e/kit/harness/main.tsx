/** The kit of the interface on one page: what its browser tests act on, and a page to look at. */
import '../../../../client/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../../../../client/i18n/i18n.ts';
import { Announcer } from '../../../../client/ui/Announcer.tsx';
import { SkipLink } from '../../../../client/ui/SkipLink.tsx';
import { ToastRegion } from '../../../../client/ui/ToastRegion.tsx';
import { CrashPart } from './CrashPart.tsx';
import { FieldsPart } from './FieldsPart.tsx';
import { OverlaysPart } from './OverlaysPart.tsx';
import { StaticPart } from './StaticPart.tsx';
import './harness.css';

const root = document.getElementById('root');
if (root === null) throw new Error('No #root.');

await startI18n();
createRoot(root).render(
  <StrictMode>
    <SkipLink targetId="innhold">Hopp til innholdet</SkipLink>
    <main id="innhold" tabIndex={-1} className="harness">
      <h1>Byggeklossene</h1>
      <StaticPart />
      <FieldsPart />
      <OverlaysPart />
      <CrashPart />
    </main>
    <ToastRegion />
    <Announcer />
  </StrictMode>,
);
