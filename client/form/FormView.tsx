/**
 * The sheet as an ordinary page: one column on a phone, the two columns of the A3 where there is
 * room. The order in the document is the reading order in both.
 */
import { startTransition, useEffect, useState } from 'react';
import { templateFor } from '../../shared/sheet/template/template.ts';
import { SheetHeader } from '../sections/SheetHeader.tsx';
import { SheetSection } from '../sections/SheetSection.tsx';
import { useCollection, useHeader } from '../sheet/session.tsx';
import './formView.css';

/** Sections whose content is there from the first moment: what a window shows of the left column. */
const AT_ONCE = 2;

export function FormView() {
  const { kind } = useHeader();
  const hasRotaarsaker = useCollection('rotaarsaker').length > 0;
  const sections = templateFor(kind, { hasRotaarsaker });
  const arrived = useArrived(sections.length);
  return (
    <article className="a3">
      <SheetHeader />
      <div className="a3__columns">
        {(['left', 'right'] as const).map((column) => (
          <div key={column} className="a3__column">
            {sections
              .filter((section) => section.column === column)
              .map((section) => (
                <SheetSection
                  key={section.key}
                  template={section}
                  hasContent={sections.indexOf(section) < arrived}
                />
              ))}
          </div>
        ))}
      </div>
    </article>
  );
}

/**
 * How many sections have their content. The rest follow one by one, so that whoever opens a large
 * sheet on a small phone can read and write in its beginning while the end is still being made.
 */
function useArrived(total: number): number {
  const [arrived, setArrived] = useState(AT_ONCE);
  useEffect(() => {
    if (arrived >= total) return undefined;
    const timer = setTimeout(() => startTransition(() => setArrived(arrived + 1)));
    return () => clearTimeout(timer);
  }, [arrived, total]);
  return arrived;
}
