/**
 * The A3 itself, on the canvas: the same sections as in the form, on a page of fixed size that
 * lies under notes and drawings and can be neither moved nor deleted. tldraw draws it in page
 * space; what happens to pointers and keys on it is in `usePageEvents`.
 */
import { useCallback, useMemo, useRef } from 'react';
import { useEditor, useValue } from 'tldraw';
import { A3_PAGE } from '../../../shared/sheet/canvas/geometry.ts';
import type { SectionTemplate } from '../../../shared/sheet/template/template.ts';
import { useT } from '../../i18n/i18n.ts';
import { SheetColumns } from '../../sections/SheetColumns.tsx';
import { SheetHeader } from '../../sections/SheetHeader.tsx';
import { ScrollSign } from './ScrollSign.tsx';
import { PAGE_ID } from './sectionAreas.ts';
import './page.css';
import { useFollowedField } from './useFollowedField.ts';
import { usePageEvents } from './usePageEvents.ts';
import { COLUMNS, columnsOf, usePageScale } from './usePageScale.ts';

export function A3OnCanvas() {
  const t = useT();
  const editor = useEditor();
  const page = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const isWritable = useValue('page takes pointers', () => editor.getCurrentToolId() === 'select', [
    editor,
  ]);
  const { scale, leftShare, isFull } = usePageScale(sheet);
  const events = usePageEvents(page);
  useFollowedField(page);
  // Another scale or another tool is nothing to the sections: they are not rendered anew for it.
  const content = useMemo(() => <PageContent isFull={isFull} />, [isFull]);
  return (
    <div
      {...events}
      ref={page}
      id={PAGE_ID}
      className="a3-page"
      role="document"
      aria-label={t('canvas.page')}
      data-passive={!isWritable || undefined}
      style={{ width: A3_PAGE.width, height: A3_PAGE.height }}
    >
      <article
        ref={sheet}
        className="a3 a3-page__sheet"
        data-full={isFull || undefined}
        style={{
          width: A3_PAGE.width / scale,
          height: A3_PAGE.height / scale,
          transform: `scale(${scale})`,
          [COLUMNS as string]: columnsOf(leftShare),
        }}
      >
        {content}
      </article>
    </div>
  );
}

function PageContent({ isFull }: { readonly isFull: boolean }) {
  const after = useCallback(
    ({ key }: SectionTemplate) => <ScrollSign section={key} isNeeded={isFull} />,
    [isFull],
  );
  return (
    <>
      <SheetHeader />
      <SheetColumns after={after} />
    </>
  );
}
