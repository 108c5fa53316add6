/** How large the board is seen, the way back to the page, and the way to the outline. */
import { useEffect, useRef } from 'react';
import { useEditor, useValue } from 'tldraw';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { fitPage, zoomToHundred } from '../camera.ts';
import { ownsItsEvents } from '../keys.ts';
import { PictureMenu } from '../picture/PictureMenu.tsx';
import { useBars } from './bars.ts';
import { toggleOutline, useOutlineOpen } from './outlineState.ts';

const PERCENT = 100;

export function BoardNavigation() {
  const t = useT();
  const editor = useEditor();
  const bars = useBars();
  const panel = useRef<HTMLDivElement>(null);
  const isOutlineOpen = useOutlineOpen();
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * PERCENT), [editor]);
  useEffect(() => ownsItsEvents(panel.current), []);
  return (
    <div
      ref={panel}
      className="board-nav"
      data-bars={bars}
      role="toolbar"
      aria-label={t('canvas.view')}
    >
      <IconButton
        icon="outline"
        label={t('canvas.outline')}
        aria-expanded={isOutlineOpen}
        onClick={toggleOutline}
      />
      <IconButton icon="minus" label={t('canvas.zoomOut')} onClick={() => editor.zoomOut()} />
      <Button
        variant="tertiary"
        color="neutral"
        size="sm"
        className="board-nav__zoom"
        aria-label={t('canvas.hundredNow', { percent })}
        onClick={() => zoomToHundred(editor)}
      >
        {`${percent} %`}
      </Button>
      <IconButton icon="plus" label={t('canvas.zoomIn')} onClick={() => editor.zoomIn()} />
      <Button
        variant="tertiary"
        color="neutral"
        size="sm"
        icon="fit"
        onClick={() => fitPage(editor)}
      >
        {t('canvas.fit')}
      </Button>
      <PictureMenu />
    </div>
  );
}
