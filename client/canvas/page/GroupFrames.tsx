/**
 * What shows that notes belong together: a frame around each group, under the notes. Which notes
 * are a group the sheet says; so what is dragged meanwhile concerns the frame of its own group alone.
 */
import { Box, useEditor, useValue } from 'tldraw';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import { useCollection } from '../../sheet/session.tsx';
import { shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';

const AIR = 14;

export function GroupFrames() {
  const lapper = useCollection('lapper');
  return [...groupsOf(lapper)].map(([group, ids]) => (
    <GroupFrame key={group} ids={ids.join(' ')} />
  ));
}

function groupsOf(lapper: readonly Lapp[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(lapper, ({ group }) => group);
  groups.delete('');
  return new Map([...groups].map(([group, members]) => [group, members.map(({ id }) => id)]));
}

function GroupFrame({ ids }: { readonly ids: string }) {
  const editor = useEditor();
  const box = useValue('group frame', () => {
    const boxes = ids
      .split(' ')
      .flatMap((id) => editor.getShapePageBounds(shapeIdOfLapp(id)) ?? []);
    return boxes.length > 1 ? Box.Common(boxes).expandBy(AIR) : undefined;
  }, [editor, ids]);
  if (box === undefined) return null;
  return (
    <div
      className="lapp-group"
      style={{ width: box.w, height: box.h, transform: `translate(${box.x}px, ${box.y}px)` }}
    />
  );
}
