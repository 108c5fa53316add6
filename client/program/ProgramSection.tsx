/** One section of the programme: its name and what it is for above, who is in it, and its content. */
import type { ReactNode } from 'react';
import type { ProgramSection as SectionKey } from '../../shared/program/schema/vocabulary.ts';
import { useT } from '../i18n/i18n.ts';
import '../sections/sectionFrame.css';
import { SectionPeople } from '../sections/SectionPeople.tsx';

/** The id of a section's heading, for links to it and names by it. */
export function programHeadingId(section: SectionKey): string {
  return `program-${section}`;
}

interface ProgramSectionProps {
  readonly section: SectionKey;
  readonly children: ReactNode;
}

export function ProgramSection({ section, children }: ProgramSectionProps) {
  const t = useT();
  const headingId = programHeadingId(section);
  return (
    <section className="a3-section program__section" aria-labelledby={headingId}>
      <div className="a3-section__head">
        <h2 id={headingId} className="a3-section__heading" tabIndex={-1}>
          {t(`program.section.${section}`)}
        </h2>
        <p className="a3-section__question">{t(`program.question.${section}`)}</p>
        <SectionPeople section={section} />
      </div>
      {children}
    </section>
  );
}
