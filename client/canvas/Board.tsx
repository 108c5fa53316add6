/** tldraw's editor with our page, notes and tools in it, bound to the open sheet. */
import { useMemo, useState } from 'react';
import {
  createTLStore,
  defaultAddFontsFromNode,
  defaultBindingUtils,
  defaultShapeTools,
  defaultTools,
  type TLStore,
  TldrawEditor,
  TldrawUi,
  tipTapDefaultExtensions,
} from 'tldraw';
import { IMAGE_TYPES } from '../../shared/wire/assets.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useT } from '../i18n/i18n.ts';
import { tldrawAssetUrls } from './assets/assetUrls.ts';
import { useSheetAssets } from './assets/useSheetAssets.ts';
import { useUiAssetUrls } from './assets/useUiAssetUrls.ts';
import { BoardContent } from './BoardContent.tsx';
import { BOARD_COMPONENTS } from './boardComponents.tsx';
import { CanvasDeskProvider, useDesk } from './desk.ts';
import { useOwnKeys } from './keys.ts';
import { SHAPE_UTILS } from './shapes/shapeUtils.ts';
import { LappTool } from './tools/LappTool.ts';
import { boardOverrides } from './tools/overrides.ts';
import { useBoardUser } from './useBoardUser.ts';
import { useCanvasDesk } from './useCanvasDesk.ts';
import type { TldrawWords } from './words/tldrawWords.ts';

const TOOLS = [...defaultTools, ...defaultShapeTools, LappTool];
/** What is offered when one chooses a file. */
const IMAGE_FILES: string[] = [...IMAGE_TYPES];
const TEXT_OPTIONS = {
  addFontsFromNode: defaultAddFontsFromNode,
  tipTapConfig: { extensions: tipTapDefaultExtensions },
};
/** Finer than tldraw's own: a page that fits a window is at about a half, and the next look is near. */
const CAMERA = { zoomSteps: [0.05, 0.1, 0.15, 0.25, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 4, 8] };
const OPTIONS = {
  maxPages: 1,
  // A press twice makes a note, and the figures lead to the sections.
  createTextOnCanvasDoubleClick: false,
  enableToolbarKeyboardShortcuts: false,
  // Drawings come with the font that stands in for theirs; nobody waits for it.
  maxFontsToLoadBeforeRender: 0,
};

interface BoardProps {
  readonly sheet: OpenSheet;
  readonly words: TldrawWords;
  readonly licenseKey: string | undefined;
}

export function Board({ sheet, words, licenseKey }: BoardProps) {
  const assets = useSheetAssets(sheet);
  const [store] = useState(() => createTLStore({ shapeUtils: SHAPE_UTILS, assets }));
  const desk = useCanvasDesk(store, sheet);
  if (desk === undefined) return null;
  return (
    <CanvasDeskProvider value={desk}>
      <BoardEditor store={store} words={words} licenseKey={licenseKey} />
    </CanvasDeskProvider>
  );
}

type BoardEditorProps = Omit<BoardProps, 'sheet'> & { readonly store: TLStore };

function BoardEditor({ store, words, licenseKey }: BoardEditorProps) {
  const t = useT();
  const desk = useDesk();
  const user = useBoardUser(words.locale);
  const overrides = useMemo(() => boardOverrides({ t, words, desk }), [t, words, desk]);
  const label = t('canvas.label');
  const options = useMemo(() => ({ ...OPTIONS, branding: label }), [label]);
  const uiAssetUrls = useUiAssetUrls();
  useOwnKeys();
  return (
    <div className="canvas">
      <TldrawEditor
        store={store}
        user={user}
        shapeUtils={SHAPE_UTILS}
        bindingUtils={defaultBindingUtils}
        tools={TOOLS}
        components={BOARD_COMPONENTS}
        assetUrls={tldrawAssetUrls}
        options={options}
        cameraOptions={CAMERA}
        textOptions={TEXT_OPTIONS}
        autoFocus={false}
        initialState="select"
        {...(licenseKey !== undefined && { licenseKey })}
      >
        <TldrawUi
          components={BOARD_COMPONENTS}
          overrides={overrides}
          assetUrls={uiAssetUrls}
          mediaMimeTypes={IMAGE_FILES}
        >
          <BoardContent />
        </TldrawUi>
      </TldrawEditor>
    </div>
  );
}
