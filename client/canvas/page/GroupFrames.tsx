/** What shows that notes belong together: a frame around each group, under the notes. */
import { Box, type Editor, useEditor, useValue } from 'tldraw';
import { LAPP, type LappShape } from '../shapes/lapp/lappShape.ts';

const AIR = 14;

export function GroupFrames() {
  const editor = useEditor();
  const frames = useValue('group frames', () => framesOf(editor), [editor]);
  return frames.map(({ group, box }) => (
    <div
      key={group}
      className="lapp-group"
      style={{
        width: box.w,
        height: box.h,
        transform: `translate(${box.x}px, ${box.y}px)`,
      }}
    />
  ));
}

function framesOf(editor: Editor): readonly { readonly group: string; readonly box: Box }[] {
  const groups = new Map<string, Box[]>();
  for (const shape of editor.getCurrentPageShapes()) {
    if (shape.type !== LAPP) continue;
    const { group } = (shape as LappShape).props;
    const bounds = group === '' ? undefined : editor.getShapePageBounds(shape.id);
    if (bounds !== undefined) groups.set(group, [...(groups.get(group) ?? []), bounds]);
  }
  return [...groups]
    .filter(([, boxes]) => boxes.length > 1)
    .map(([group, boxes]) => ({ group, box: Box.Common(boxes).expandBy(AIR) }));
}
