/** Shows what the person sees whom one follows. One's own wheel, fingers or press end it. */
import { useEffect } from 'react';
import { type Editor, type TLEventInfo, useEditor, Vec } from 'tldraw';
import { follow, setFollowable, useFollowing } from '../../presence/following.ts';
import { useDesk } from '../desk.ts';
import type { Peer } from './peers.ts';
import { peersIn, usePeers } from './usePeers.ts';

const idsOf = (peers: readonly Peer[]): readonly string[] =>
  [...new Set(peers.map(({ personId }) => personId))].sort();

export function useFollowedView(): void {
  const editor = useEditor();
  const { awareness } = useDesk();
  const personId = useFollowing((following) => following.personId);
  const present = usePeers(idsOf);
  useEffect(() => {
    if (personId === undefined) return undefined;
    const peers = peersIn(awareness);
    const look = () => {
      const peer = peers.get().find((each) => each.personId === personId);
      if (peer !== undefined) lookAt(editor, peer.view);
    };
    const onEvent = ({ type, name }: TLEventInfo) => {
      if (type === 'wheel' || type === 'pinch' || name === 'pointer_down') follow(undefined);
    };
    const stop = peers.subscribe(look);
    // Of a wheel tldraw tells only before it has moved the view.
    editor.on('before-event', onEvent);
    look();
    return () => {
      stop();
      editor.off('before-event', onEvent);
    };
  }, [editor, awareness, personId]);
  useEffect(() => setFollowable(present), [present]);
  useEffect(() => () => setFollowable([]), []);
}

/** All of what the other sees, in the middle of this window. */
function lookAt(editor: Editor, [x, y, width, height]: readonly [number, number, number, number]) {
  const { w, h } = editor.getViewportScreenBounds();
  const zoom = Math.min(w / Math.max(width, 1), h / Math.max(height, 1));
  const camera = new Vec(w / zoom / 2 - (x + width / 2), h / zoom / 2 - (y + height / 2), zoom);
  editor.setCamera(camera, { immediate: true });
}
