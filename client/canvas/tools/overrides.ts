/**
 * tldraw's tools and actions as they are on our board: notes are ours, undo is the sheet's, and
 * what has no place beside an A3 (frames, embeds, more pages) is left out.
 */
import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw';
import { SECTION_KEYS } from '../../../shared/sheet/schema/vocabulary.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { fitPage, zoomToHundred, zoomToSection } from '../camera.ts';
import type { CanvasDesk } from '../desk.ts';
import { groupSelected, isGroupOfLapper, ungroupSelected } from '../lapper.ts';
import type { TldrawWords } from '../words/tldrawWords.ts';
import { LAPP_TOOL } from './LappTool.ts';

const LEFT_OUT_TOOLS = ['note', 'frame', 'embed'] as const;
const LEFT_OUT_ACTIONS = [
  'insert-embed',
  'convert-to-embed',
  'convert-to-bookmark',
  'open-embed-link',
  'move-to-new-page',
  'change-page-prev',
  'change-page-next',
  'toggle-debug-mode',
  'toggle-dark-mode',
  'toggle-focus-mode',
  'open-cursor-chat',
  'print',
  'back-to-content',
  'remove-frame',
  'fit-frame-to-content',
  'unlock-all',
  'flatten-to-image',
  // The page is not tldraw's to draw: pictures of the board are made by `../picture`.
  'export-as-svg',
  'export-as-png',
  'export-all-as-svg',
  'export-all-as-png',
  'copy-as-svg',
  'copy-as-png',
] as const;

interface BoardOverrides {
  readonly t: Translate;
  readonly words: TldrawWords;
  readonly desk: CanvasDesk;
}

export function boardOverrides({ t, words, desk }: BoardOverrides): TLUiOverrides {
  return {
    translations: withShapeNames(words.translations, t),
    tools: (editor, tools) => boardTools(editor, tools, t),
    actions: (editor, actions) => boardActions(editor, actions, t, desk),
  };
}

/** What tldraw calls a shape when it says which one is selected; it has no words for these. */
function withShapeNames(
  translations: TldrawWords['translations'],
  t: Translate,
): TldrawWords['translations'] {
  const names = {
    [`tool.${LAPP_TOOL}`]: t('canvas.tool.lapp'),
    'tool.group': t('canvas.outline.shape.group'),
  };
  return {
    no: { ...translations['no'], ...names },
    en: { ...translations['en'], ...names },
  };
}

function boardTools(editor: Editor, all: TLUiToolsContextType, t: Translate): TLUiToolsContextType {
  const tools = { ...all };
  for (const id of LEFT_OUT_TOOLS) delete tools[id];
  tools[LAPP_TOOL] = {
    id: LAPP_TOOL,
    label: t('canvas.tool.lapp'),
    icon: 'tool-note',
    kbd: 'n',
    onSelect: () => {
      editor.setCurrentTool(LAPP_TOOL);
    },
  };
  return tools;
}

function boardActions(
  editor: Editor,
  all: TLUiActionsContextType,
  t: Translate,
  desk: CanvasDesk,
): TLUiActionsContextType {
  const actions = { ...all };
  for (const id of LEFT_OUT_ACTIONS) delete actions[id];
  replace(actions, 'undo', () => void desk.undo.undo());
  replace(actions, 'redo', () => void desk.undo.redo());
  // The page answers Ctrl+Z wherever the focus is; answered here as well it would be done twice.
  for (const id of ['undo', 'redo'] as const) {
    const { kbd: _kbd, ...action } = actions[id] ?? {};
    if ('id' in action) actions[id] = action as (typeof actions)[string];
  }
  replace(actions, 'zoom-to-100', () => zoomToHundred(editor));
  replace(actions, 'zoom-to-fit', () => fitPage(editor));
  const { group, ungroup } = actions;
  replace(actions, 'group', (source) => {
    if (!groupSelected(editor, desk)) void group?.onSelect(source);
  });
  replace(actions, 'ungroup', (source) => {
    if (isGroupOfLapper(editor)) ungroupSelected(editor, desk);
    else void ungroup?.onSelect(source);
  });
  SECTION_KEYS.forEach((section, index) => {
    const id = `a3-section-${section}`;
    actions[id] = {
      id,
      label: t('canvas.zoomTo', { section: t(`section.dypdykk.${section}.label`) }),
      kbd: `${index + 1}`,
      readonlyOk: true,
      onSelect: () => zoomToSection(editor, section),
    };
  });
  return actions;
}

type Select = TLUiActionsContextType[string]['onSelect'];

function replace(actions: TLUiActionsContextType, id: string, onSelect: Select): void {
  const action = actions[id];
  if (action !== undefined) actions[id] = { ...action, onSelect };
}
