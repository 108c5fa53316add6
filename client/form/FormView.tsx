/**
 * The sheet as an ordinary page: one column on a phone, the two columns of the A3 where there is
 * room. The order in the document is the reading order in both.
 */
import { startTransition, useEffect, useState } from 'react';
import type { SectionTemplate } from '../../shared/sheet/template/template.ts';
import { LappList, OutsideLapper } from '../sections/lapper/LappList.tsx';
import { SheetColumns, useSections } from '../sections/SheetColumns.tsx';
import { SheetHeader } from '../sections/SheetHeader.tsx';
import '../sections/tables/entityTable.css';
import './formView.css';

/** Sections whose content is there from the first moment: what a window shows of the left column. */
const AT_ONCE = 2;

export function FormView() {
  const total = useSections().length;
  const arrived = useArrived(total);
  return (
    <article className="a3">
      <SheetHeader />
      <SheetColumns arrived={arrived} after={lapperOf} />
      {arrived >= total && <OutsideLapper />}
    </article>
  );
}

/** On the canvas lapper lie where they were put; here they stand below what they are about. */
function lapperOf({ key }: SectionTemplate) {
  return <LappList section={key} />;
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
