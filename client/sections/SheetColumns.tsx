/**
 * The sections of the A3 in its two columns. The order in the document is the reading order: all
 * of the left column, then the right one.
 */
import type { ReactNode } from 'react';
import { type SectionTemplate, templateFor } from '../../shared/sheet/template/template.ts';
import { useCollection, useHeader } from '../sheet/session.tsx';
import { SheetSection } from './SheetSection.tsx';

interface SheetColumnsProps {
  /** How many sections, in reading order, have their content already. */
  readonly arrived?: number;
  /** What a view puts below a section's own content. */
  readonly after?: (section: SectionTemplate) => ReactNode;
}

export function useSections(): readonly SectionTemplate[] {
  const { kind } = useHeader();
  const hasRotaarsaker = useCollection('rotaarsaker').length > 0;
  return templateFor(kind, { hasRotaarsaker });
}

export function SheetColumns({ arrived = Number.POSITIVE_INFINITY, after }: SheetColumnsProps) {
  const sections = useSections();
  return (
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
                after={after}
              />
            ))}
        </div>
      ))}
    </div>
  );
}
