/**
 * Everything on the board as a list: the sections in reading order with their notes, then the
 * drawings. For those who do not see the board, and for finding one's way on a full one.
 */
import { useEffect, useRef } from 'react';
import { type Editor, type TLShape, useEditor, useValue } from 'tldraw';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import type { SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { useSectionLabels } from '../../sections/SectionFrame.tsx';
import { useSections } from '../../sections/SheetColumns.tsx';
import { useCollection } from '../../sheet/session.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { showShape, zoomToSection } from '../camera.ts';
import { ownsItsEvents } from '../keys.ts';
import { editLapp } from '../lapper.ts';
import { LAPP, shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import { useBars } from './bars.ts';
import { KeyHelp } from './KeyHelp.tsx';
import { toggleOutline, useOutlineOpen } from './outlineState.ts';

/** Windows narrower than this have no room for list and board side by side. */
const PHONE_PX = 640;

export function Outline() {
  return useOutlineOpen() ? <OutlinePanel /> : null;
}

function OutlinePanel() {
  const t = useT();
  const editor = useEditor();
  const bars = useBars();
  const labelOf = useSectionLabels();
  const sections = useSections();
  const lapper = useCollection('lapper');
  const drawings = useValue('drawings', () => drawingsOf(editor), [editor]);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => ownsItsEvents(panel.current), []);
  const known = new Set<string | null>(sections.map(({ key }) => key));
  const outside = lapper.filter(({ section }) => !known.has(section));
  return (
    <aside ref={panel} className="outline" data-bars={bars} aria-label={t('canvas.outline')}>
      <div className="outline__head">
        <h2 className="outline__title">{t('canvas.outline')}</h2>
        <IconButton icon="close" label={t('common.close')} onClick={toggleOutline} />
      </div>
      <ul className="outline__list">
        {sections.map(({ key }) => (
          <OutlineSection
            key={key}
            section={key}
            label={labelOf(key)}
            lapper={lapper.filter(({ section }) => section === key)}
          />
        ))}
      </ul>
      {outside.length > 0 && (
        <>
          <h3 className="outline__subtitle">{t('canvas.outline.lapper')}</h3>
          <LappItems lapper={outside} />
        </>
      )}
      {drawings.length > 0 && (
        <>
          <h3 className="outline__subtitle">{t('canvas.outline.drawings')}</h3>
          <ul className="outline__items">
            {drawings.map((shape) => (
              <li key={shape.id}>
                <button type="button" className="outline__item" onClick={() => goTo(editor, shape)}>
                  {nameOf(t, editor, shape)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {lapper.length + drawings.length === 0 && (
        <p className="outline__empty">{t('canvas.outline.empty')}</p>
      )}
      <KeyHelp />
    </aside>
  );
}

interface OutlineSectionProps {
  readonly section: SectionKey;
  readonly label: string;
  readonly lapper: readonly Lapp[];
}

function OutlineSection({ section, label, lapper }: OutlineSectionProps) {
  const editor = useEditor();
  return (
    <li>
      <button
        type="button"
        className="outline__section"
        onClick={() => {
          makeRoom();
          zoomToSection(editor, section);
        }}
      >
        {label}
      </button>
      {lapper.length > 0 && <LappItems lapper={lapper} />}
    </li>
  );
}

function LappItems({ lapper }: { readonly lapper: readonly Lapp[] }) {
  const t = useT();
  const editor = useEditor();
  return (
    <ul className="outline__items">
      {lapper.map(({ id, text }) => (
        <li key={id}>
          <button
            type="button"
            className="outline__item outline__item--lapp"
            onClick={() => {
              const shape = editor.getShape(shapeIdOfLapp(id));
              if (shape !== undefined) goTo(editor, shape);
            }}
            onDoubleClick={() => editLapp(editor, shapeIdOfLapp(id))}
          >
            {text.trim() === '' ? t('canvas.lapp.empty') : text}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** On a phone the list lies over what it leads to. */
function makeRoom(): void {
  if (innerWidth < PHONE_PX) toggleOutline();
}

/** Selects something, shows it, and gives the keys to the board: arrows move it, Enter opens it. */
function goTo(editor: Editor, shape: TLShape): void {
  makeRoom();
  editor.setCurrentTool('select.idle');
  editor.select(shape.id);
  showShape(editor, shape.id);
  editor.getContainer().focus({ preventScroll: true });
}

function drawingsOf(editor: Editor): readonly TLShape[] {
  return editor.getCurrentPageShapesSorted().filter(({ type }) => type !== LAPP);
}

const KINDS = [
  'arrow',
  'draw',
  'frame',
  'geo',
  'group',
  'highlight',
  'image',
  'line',
  'text',
] as const;

function nameOf(t: Translate, editor: Editor, shape: TLShape): string {
  const kind = KINDS.find((known) => known === shape.type) ?? 'other';
  const words = editor.getShapeUtil(shape).getText(shape)?.trim() ?? '';
  const name = t(`canvas.outline.shape.${kind}`);
  return words === '' ? name : `${name}: ${words}`;
}
