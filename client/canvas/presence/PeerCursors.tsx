/**
 * The others' pointers with their names. React makes one for each person; where it is goes straight
 * into the element's style, so that twenty moving pointers render nothing anew.
 */
import { useEffect, useRef } from 'react';
import { react, useEditor } from 'tldraw';
import { useDesk } from '../desk.ts';
import { PointerGlide } from './glide.ts';
import type { Peer } from './peers.ts';
import { peersIn, usePeers } from './usePeers.ts';

type Named = Pick<Peer, 'clientId' | 'name' | 'color'>;

const namesOf = (peers: readonly Peer[]): readonly Named[] =>
  peers
    .filter(({ pointer }) => pointer !== null)
    .map(({ clientId, name, color }) => ({ clientId, name, color }));

export function PeerCursors() {
  const editor = useEditor();
  const { awareness } = useDesk();
  const layer = useRef<HTMLDivElement>(null);
  const named = usePeers(namesOf);
  const clients = named.map(({ clientId }) => clientId).join(' ');
  useEffect(() => {
    const peers = peersIn(awareness);
    const elements = elementsIn(layer.current, clients);
    const glide = new PointerGlide(editor, elements, editor.user.getAnimationSpeed() === 0);
    const show = () => glide.show(peers.get());
    const stops = [
      peers.subscribe(show),
      react('pointers follow the board', () => {
        editor.getCamera();
        glide.follow();
      }),
      () => glide.stop(),
    ];
    show();
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, awareness, clients]);
  return (
    <div ref={layer} className="peers" aria-hidden="true">
      {named.map(({ clientId, name, color }) => (
        <div key={clientId} className="peer" style={{ color }}>
          <svg className="peer__pointer" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M1.5 1.5 14 7l-5.5 1.6L6.4 14z" />
          </svg>
          <span className="peer__name" style={{ backgroundColor: color }}>
            {name}
          </span>
        </div>
      ))}
    </div>
  );
}

/** The pointers' elements, in the order in which they were rendered for these clients. */
function elementsIn(layer: HTMLElement | null, clients: string): ReadonlyMap<number, HTMLElement> {
  const elements = [...(layer?.children ?? [])].filter((each) => each instanceof HTMLElement);
  const ids = clients.split(' ').map(Number);
  return new Map(
    elements.flatMap((element, index): [number, HTMLElement][] => {
      const id = ids[index];
      return id === undefined ? [] : [[id, element]];
    }),
  );
}
