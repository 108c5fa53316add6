/** What the others have selected: an outline in their colour, with no handles. */
import { type TLShapeId, useEditor, useValue } from 'tldraw';
import type { Peer } from './peers.ts';
import { OUTLINE } from './shapeGlide.ts';
import { usePeers } from './usePeers.ts';

interface Selection {
  readonly key: string;
  readonly id: string;
  readonly color: string;
}

const selectionsOf = (peers: readonly Peer[]): readonly Selection[] =>
  peers.flatMap(({ clientId, color, selected }) =>
    selected.map((id) => ({ key: `${clientId} ${id}`, id, color })),
  );

export function PeerSelections() {
  const selections = usePeers(selectionsOf);
  return selections.map(({ key, id, color }) => (
    <PeerSelection key={key} id={id as TLShapeId} color={color} />
  ));
}

function PeerSelection({ id, color }: { readonly id: TLShapeId; readonly color: string }) {
  const editor = useEditor();
  const bounds = useValue('peer selection', () => editor.getShapePageBounds(id), [editor, id]);
  if (bounds === undefined) return null;
  return (
    <div
      className={OUTLINE}
      data-outlines={id}
      style={{
        width: bounds.w,
        height: bounds.h,
        transform: `translate(${bounds.x}px, ${bounds.y}px)`,
        borderColor: color,
      }}
    />
  );
}
