/** The tool that puts down a note where one presses, and opens it for writing. */
import { type Editor, StateNode } from 'tldraw';

export const LAPP_TOOL = 'lapp';

type Place = (point: { readonly x: number; readonly y: number }) => void;

const placers = new WeakMap<Editor, Place>();

/** Says what the tool does in an editor: the sheet's commands are not the tool's to know. */
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

  override onCancel() {
    this.editor.setCurrentTool('select.idle');
  }
}
