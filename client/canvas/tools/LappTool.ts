/** The tool that puts down a note where one presses, and opens it for writing. */
import { type Editor, StateNode, type TLKeyboardEventInfo } from 'tldraw';

export const LAPP_TOOL = 'lapp';

type Place = (point: { readonly x: number; readonly y: number } | undefined) => void;

const placers = new WeakMap<Editor, Place>();

/**
 * Says what the tool does in an editor: the sheet's commands are not the tool's to know. Without a
 * point the note goes where there is room.
 */
export function onPlaceLapp(editor: Editor, place: Place): void {
  placers.set(editor, place);
}

export class LappTool extends StateNode {
  static override id = LAPP_TOOL;

  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerUp() {
    const { x, y } = this.editor.inputs.currentPagePoint;
    this.editor.setCurrentTool('select.idle');
    placers.get(this.editor)?.({ x, y });
  }

  override onKeyUp({ key }: TLKeyboardEventInfo) {
    if (key !== 'Enter') return;
    this.editor.setCurrentTool('select.idle');
    placers.get(this.editor)?.(undefined);
  }

  override onCancel() {
    this.editor.setCurrentTool('select.idle');
  }
}
