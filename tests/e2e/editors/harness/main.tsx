/** The page that the editors' browser tests drive: `?show=text` or `?show=prose`. */
import { createRoot } from 'react-dom/client';
import { HarnessPeer } from './peer.ts';
import { TextPage, type TextTools, textTools } from './TextPage.tsx';
import { fuzzText } from './textFuzz.ts';

declare global {
  interface Window {
    readonly peer: HarnessPeer;
    readonly text: TextTools;
    readonly fuzzText: typeof fuzzText;
  }
}

const query = new URLSearchParams(location.search);
const number = (name: string): number => Number(query.get(name) ?? 0);
const peer = new HarnessPeer(number('client'), number('seed'), number('delay'));

Object.assign(window, { peer, text: textTools(peer), fuzzText });

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<TextPage peer={peer} />);
