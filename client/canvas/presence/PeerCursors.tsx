/**
 * The others' pointers with their names. React makes one for each person; where it is goes straight
 * into the element's style, so that twenty moving pointers render nothing anew.
 */
import { useEffect, useRef } from 'react';
import { type Editor, react, useEditor } from 'tldraw';
import { useDesk } from '../desk.ts';
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: placed anew when somebody comes or goes.
  useEffect(() => {
    const peers = peersIn(awareness);
    const place = () => placeAll(editor, layer.current, peers.get());
    const stops = [
      peers.subscribe(place),
      react('place cursors', () => {
        editor.getCamera();
        place();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, awareness, named.length]);
  return (
    <div ref={layer} className="peers" aria-hidden="true">
      {named.map(({ clientId, name, color }) => (
        <div key={clientId} className="peer" data-client={clientId} style={{ color }}>
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

function placeAll(editor: Editor, layer: HTMLElement | null, peers: readonly Peer[]): void {
  if (layer === null) return;
  const { x: left, y: top } = editor.getViewportScreenBounds();
  const places = new Map(peers.map((peer) => [String(peer.clientId), peer.pointer]));
  for (const element of layer.children) {
    if (!(element instanceof HTMLElement)) continue;
    const pointer = places.get(element.dataset['client'] ?? '');
    element.hidden = pointer === null || pointer === undefined;
    if (pointer === null || pointer === undefined) continue;
    const { x, y } = editor.pageToScreen({ x: pointer[0], y: pointer[1] });
    element.style.transform = `translate(${x - left}px, ${y - top}px)`;
  }
}
