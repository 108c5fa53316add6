/** What can be done with the selected notes, above them. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Editor, react, useEditor, useValue } from 'tldraw';
import { all } from '../../../shared/document/commands/command.ts';
import { placesForLapper } from '../../../shared/sheet/canvas/geometry.ts';
import {
  arrangeLapper,
  moveLappToSection,
  patchLapp,
} from '../../../shared/sheet/commands/lapp.ts';
import { convertLapp } from '../../../shared/sheet/commands/lappConvert.ts';
import { BECAME_TYPES, LAPP_COLORS } from '../../../shared/sheet/schema/vocabulary.ts';
import { capital } from '../../i18n/capital.ts';
import { useT } from '../../i18n/i18n.ts';
import { useSectionLabels } from '../../sections/SectionFrame.tsx';
import { useSections } from '../../sections/SheetColumns.tsx';
import { random } from '../../sheet/random.ts';
import { useSession } from '../../sheet/session.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useDesk } from '../desk.ts';
import { ownsItsEvents } from '../keys.ts';
import {
  editLapp,
  groupSelected,
  isGroupOfLapper,
  lappIds,
  selectedLapper,
  ungroupSelected,
} from '../lapper.ts';
import type { LappShape } from '../shapes/lapp/lappShape.ts';
import { sizeOfLapp } from '../shapes/lapp/lappSize.ts';

/** Between the bar and the notes, and around it, in CSS pixels. */
const GAP = 12;
const EDGE = 8;

export function LappBar() {
  const editor = useEditor();
  const lapper = useValue('selected notes', () => shownFor(editor), [editor]);
  if (lapper.length === 0) return null;
  return <Bar lapper={lapper} />;
}

const NONE: readonly LappShape[] = [];

/** The notes that the bar is for: none while something is moved or written, or with drawings among. */
function shownFor(editor: Editor): readonly LappShape[] {
  if (!editor.isIn('select.idle') || editor.getIsReadonly()) return NONE;
  const lapper = selectedLapper(editor);
  return lapper.length === editor.getSelectedShapeIds().length ? lapper : NONE;
}

function Bar({ lapper }: { readonly lapper: readonly LappShape[] }) {
  const t = useT();
  const editor = useEditor();
  const desk = useDesk();
  const { view } = useSession();
  const sections = useSections();
  const labelOf = useSectionLabels();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => ownsItsEvents(bar.current), []);
  useLayoutEffect(() => keepPlaced(editor, bar.current), [editor]);
  const ids = lappIds(lapper);
  const [only] = lapper.length === 1 ? lapper : [];
  const colors = new Set(lapper.map(({ props }) => props.color));
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('canvas.lapp.tools', { count: lapper.length })}
      className="lapp-bar"
    >
      {only !== undefined && (
        <IconButton
          icon="edit"
          label={t('canvas.lapp.edit')}
          onClick={() => editLapp(editor, only.id)}
        />
      )}
      <Menu
        label={t('lapp.color')}
        size="sm"
        items={LAPP_COLORS.map((color) => ({
          label: t(`lapp.color.${color}`),
          isChecked: colors.has(color),
          onSelect: () => {
            desk.setColor(color);
            desk.run(all(ids.map((id) => patchLapp(id, { color }))));
          },
        }))}
      />
      <Menu
        label={t('lapp.convert')}
        size="sm"
        items={BECAME_TYPES.map((type) => ({
          label: capital(t(`lapp.kind.${type}`)),
          onSelect: () => {
            const outcome = desk.run(all(ids.map((id) => convertLapp(id, type))));
            announce(
              outcome.ok
                ? t('canvas.lapp.became', { what: t(`lapp.kind.${type}`) })
                : t('canvas.lapp.taken'),
            );
          },
        }))}
      />
      <Menu
        label={t('lapp.toSection')}
        size="sm"
        items={sections.map(({ key }) => ({
          label: labelOf(key),
          onSelect: () => {
            const places = placesForLapper(view.collection('lapper'), key, ids.length, random);
            desk.run(
              all(ids.map((id, index) => moveLappToSection(id, key, places[index] ?? [0, 0]))),
            );
          },
        }))}
      />
      {lapper.length > 1 && (
        <>
          <IconButton
            icon="grid"
            label={t('canvas.lapp.toGrid')}
            onClick={() => {
              const bounds = editor.getSelectionPageBounds();
              if (bounds === null) return;
              const sizeOf = ({ text }: { readonly text: string }) => sizeOfLapp(text);
              desk.run(arrangeLapper(ids, { x: bounds.x, y: bounds.y, sizeOf }));
            }}
          />
          {isGroupOfLapper(editor) ? (
            <IconButton
              icon="ungroup"
              label={t('canvas.lapp.ungroup')}
              onClick={() => ungroupSelected(editor, desk)}
            />
          ) : (
            <IconButton
              icon="group"
              label={t('canvas.lapp.group')}
              onClick={() => void groupSelected(editor, desk)}
            />
          )}
        </>
      )}
      <IconButton
        icon="trash"
        label={t('canvas.lapp.delete')}
        color="danger"
        onClick={() => {
          editor.deleteShapes(editor.getSelectedShapeIds());
          editor.getContainer().focus({ preventScroll: true });
        }}
      />
    </div>
  );
}

/** Above the notes where there is room, else below them; always within the window. */
function keepPlaced(editor: Editor, bar: HTMLElement | null): (() => void) | undefined {
  if (bar === null) return undefined;
  return react('place the bar', () => {
    const bounds = editor.getSelectionPageBounds();
    const window = editor.getViewportScreenBounds();
    // Read so that the bar follows the view.
    editor.getCamera();
    if (bounds === null) return;
    const above = editor.pageToScreen({ x: bounds.midX, y: bounds.y });
    const below = editor.pageToScreen({ x: bounds.midX, y: bounds.maxY });
    const { offsetWidth: width, offsetHeight: height } = bar;
    const x = within(above.x - window.x - width / 2, window.w - width - EDGE);
    const over = above.y - window.y - GAP - height;
    const y = over >= EDGE ? over : within(below.y - window.y + GAP, window.h - height - EDGE);
    bar.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  });
}

function within(value: number, most: number): number {
  return Math.max(EDGE, Math.min(value, most));
}
