/**
 * The sheet as an ordinary page: one column on a phone, the two columns of the A3 where there is
 * room. The order in the document is the reading order in both.
 */
import { templateFor } from '../../shared/sheet/template/template.ts';
import { SheetHeader } from '../sections/SheetHeader.tsx';
import { SheetSection } from '../sections/SheetSection.tsx';
import { useCollection, useHeader } from '../sheet/session.tsx';
import './formView.css';

export function FormView() {
  const { kind } = useHeader();
  const hasRotaarsaker = useCollection('rotaarsaker').length > 0;
  const sections = templateFor(kind, { hasRotaarsaker });
  return (
    <article className="a3">
      <SheetHeader />
      <div className="a3__columns">
        {(['left', 'right'] as const).map((column) => (
          <div key={column} className="a3__column">
            {sections
              .filter((section) => section.column === column)
              .map((section) => (
                <SheetSection key={section.key} template={section} />
              ))}
          </div>
        ))}
      </div>
    </article>
  );
}
