/** The styles of drawings: shown with a drawing selected or a pen in hand, else out of the way. */
import { DefaultStylePanel, type TLUiStylePanelProps, useEditor, useValue } from 'tldraw';
import { LAPP } from '../shapes/lapp/lappShape.ts';
import { LAPP_TOOL } from '../tools/LappTool.ts';

const TOOLS_WITHOUT_STYLE = ['hand', 'eraser', 'laser', LAPP_TOOL];

export function BoardStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const isShown = useValue(
    'has styles',
    () =>
      editor.isIn('select')
        ? editor.getSelectedShapes().some(({ type }) => type !== LAPP)
        : !TOOLS_WITHOUT_STYLE.includes(editor.getCurrentToolId()),
    [editor],
  );
  return isShown ? <DefaultStylePanel {...props} /> : null;
}
