/**
 * The others' pointers with their names. React knows who points; where, goes straight into a picture,
 * so that twenty moving pointers render nothing anew.
 */
import { useEffect, useRef } from 'react';
import { react, useEditor } from 'tldraw';
import { useDesk } from '../desk.ts';
import { PointerGlide } from './glide.ts';
import type { Peer } from './peers.ts';
import { PointerLayer, type PointerLook } from './pointerLayer.ts';
import { peersIn, usePeers } from './usePeers.ts';

const looksOf = (peers: readonly Peer[]): readonly PointerLook[] =>
  peers
    .filter(({ pointer }) => pointer !== null)
    .map(({ clientId, name, color }) => ({ clientId, name, color }));

export function PeerCursors() {
  const editor = useEditor();
  const { awareness } = useDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  const looks = usePeers(looksOf);
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const peers = peersIn(awareness);
    const layer = new PointerLayer(canvas.current, looks);
    const isCalm = editor.user.getAnimationSpeed() === 0;
    const glide = new PointerGlide(editor, (places) => layer.draw(places), isCalm);
    const show = () => glide.show(peers.get());
    const stops = [
      react('pointers’ picture is as large as the board', () => {
        const { w, h } = editor.getViewportScreenBounds();
        layer.resize(w, h);
        glide.follow();
      }),
      react('pointers follow the board', () => {
        editor.getCamera();
        glide.follow();
      }),
      peers.subscribe(show),
      () => glide.stop(),
    ];
    show();
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, awareness, looks]);
  return (
    <div className="peers" aria-hidden="true">
      <canvas ref={canvas}>
        {looks.map(({ clientId, name, color }) => (
          <span key={clientId} style={{ color }}>
            {name}
          </span>
        ))}
      </canvas>
    </div>
  );
}
