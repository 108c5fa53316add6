/** The page that the editors' browser tests drive: `?show=text` or `?show=prose`. */
import { createRoot } from 'react-dom/client';
import { startI18n } from '../../../../client/i18n/i18n.ts';
import '../../../../client/styles/index.css';
import { Announcer } from '../../../../client/ui/Announcer.tsx';
import { ProsePage, type ProseTools, proseTools } from './ProsePage.tsx';
import { HarnessPeer } from './peer.ts';
import { TextPage, type TextTools, textTools } from './TextPage.tsx';
import { fuzzText } from './textFuzz.ts';

declare global {
  interface Window {
    readonly peer: HarnessPeer;
    readonly text: TextTools;
    readonly prose: ProseTools;
    readonly fuzzText: typeof fuzzText;
  }
}

const query = new URLSearchParams(location.search);
const number = (name: string): number => Number(query.get(name) ?? 0);
const peer = new HarnessPeer(number('client'), number('seed'), number('delay'));
const name = query.get('name') ?? 'Kari Nordmann';
peer.awareness.setLocalState({
  user: { name, personId: `person-${name}` },
  role: 'rediger',
  place: null,
  isActive: true,
  at: 1,
});

Object.assign(window, { peer, text: textTools(peer), prose: proseTools(peer), fuzzText });

await startI18n();
const root = document.getElementById('root');
const isProse = query.get('show') === 'prose';
const page = isProse ? <ProsePage peer={peer} /> : <TextPage peer={peer} />;
if (root !== null) {
  createRoot(root).render(
    <>
      {page}
      <Announcer />
    </>,
  );
}
