/** Which parts the board is made of: tldraw's own where they fit, ours where the sheet needs it. */
import {
  ArrangeMenuSubmenu,
  ArrowToolbarItem,
  AssetToolbarItem,
  ClipboardMenuGroup,
  DefaultContextMenu,
  DefaultToolbar,
  DiamondToolbarItem,
  DrawToolbarItem,
  EditMenuSubmenu,
  EllipseToolbarItem,
  EraserToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  RectangleToolbarItem,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  SelectToolbarItem,
  TextToolbarItem,
  type TLComponents,
  type TLUiContextMenuProps,
  TldrawHandles,
  TldrawOverlays,
  TldrawScribble,
  TldrawSelectionForeground,
  TldrawShapeIndicators,
  TldrawUiMenuGroup,
  ToolbarItem,
} from 'tldraw';
import { A3OnCanvas } from './page/A3OnCanvas.tsx';
import { GroupFrames } from './page/GroupFrames.tsx';
import { PeerCursors } from './presence/PeerCursors.tsx';
import { PeerSelections } from './presence/PeerSelections.tsx';
import { LAPP_TOOL } from './tools/LappTool.ts';
import { BoardNavigation } from './ui/BoardNavigation.tsx';
import { BoardStylePanel } from './ui/BoardStylePanel.tsx';
import { LappBar } from './ui/LappBar.tsx';

/** The tools in the order of the toolbar; those that do not fit are behind the last button. */
function BoardToolbar() {
  return (
    <DefaultToolbar>
      <SelectToolbarItem />
      <HandToolbarItem />
      <ToolbarItem tool={LAPP_TOOL} />
      <DrawToolbarItem />
      <EraserToolbarItem />
      <ArrowToolbarItem />
      <TextToolbarItem />
      <RectangleToolbarItem />
      <AssetToolbarItem />
      <EllipseToolbarItem />
      <DiamondToolbarItem />
      <LineToolbarItem />
      <HighlightToolbarItem />
      <LaserToolbarItem />
    </DefaultToolbar>
  );
}

function BoardContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <TldrawUiMenuGroup id="modify">
        <EditMenuSubmenu />
        <ArrangeMenuSubmenu />
        <ReorderMenuSubmenu />
      </TldrawUiMenuGroup>
      <ClipboardMenuGroup />
      <TldrawUiMenuGroup id="select-all">
        <SelectAllMenuItem />
      </TldrawUiMenuGroup>
    </DefaultContextMenu>
  );
}

function UnderShapes() {
  return (
    <>
      <A3OnCanvas />
      <GroupFrames />
    </>
  );
}

function OverShapes() {
  return (
    <>
      <TldrawOverlays />
      <PeerSelections />
    </>
  );
}

function InFront() {
  return (
    <>
      <PeerCursors />
      <LappBar />
    </>
  );
}

export const BOARD_COMPONENTS: TLComponents = {
  Scribble: TldrawScribble,
  CollaboratorScribble: null,
  ShapeIndicators: TldrawShapeIndicators,
  SelectionForeground: TldrawSelectionForeground,
  Handles: TldrawHandles,
  Overlays: OverShapes,
  OnTheCanvas: UnderShapes,
  InFrontOfTheCanvas: InFront,
  Background: null,
  Grid: null,
  LoadingScreen: null,
  Toolbar: BoardToolbar,
  StylePanel: BoardStylePanel,
  ContextMenu: BoardContextMenu,
  NavigationPanel: BoardNavigation,
  MenuPanel: null,
  MainMenu: null,
  PageMenu: null,
  HelpMenu: null,
  HelperButtons: null,
  QuickActions: null,
  ActionsMenu: null,
  Minimap: null,
  ZoomMenu: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
  KeyboardShortcutsDialog: null,
  VideoToolbar: null,
  // What has to be said is said by the page's own messages.
  Toasts: null,
};
