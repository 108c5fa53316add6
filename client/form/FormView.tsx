/**
 * The sheet as an ordinary page: one column on a phone, the two columns of the A3 where there is
 * room. The order in the document is the reading order in both.
 */
import { startTransition, useEffect, useState } from 'react';
import { SheetColumns, useSections } from '../sections/SheetColumns.tsx';
import { SheetHeader } from '../sections/SheetHeader.tsx';
import './formView.css';

/** Sections whose content is there from the first moment: what a window shows of the left column. */
const AT_ONCE = 2;

export function FormView() {
  const arrived = useArrived(useSections().length);
  return (
    <article className="a3">
      <SheetHeader />
      <SheetColumns arrived={arrived} />
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
