/**
 * One section of the A3: number, label and guiding question above, what the group writes below.
 * Labels come from the template, unless the sheet has its own.
 */
import type { ReactNode } from 'react';
import type { SectionTemplate } from '../../shared/sheet/template/template.ts';
import { useT } from '../i18n/i18n.ts';
import { useHeader } from '../sheet/session.tsx';
import './sectionFrame.css';
import { SectionPeople } from './SectionPeople.tsx';

/** The id of a section's heading, for links to it and names by it. */
export function sectionHeadingId(key: SectionTemplate['key']): string {
  return `felt-${key}`;
}

/** The labels that stand on this sheet: its own overrides, or the template's. */
export function useSectionLabels(): (key: SectionTemplate['key']) => string {
  const t = useT();
  const { kind, labels } = useHeader();
  return (key) => labels[`${key}.label`] ?? t(`section.${kind}.${key}.label`);
}

function useSectionQuestion(key: SectionTemplate['key']): string {
  const t = useT();
  const { kind, labels } = useHeader();
  return labels[`${key}.question`] ?? t(`section.${kind}.${key}.question`);
}

interface SectionFrameProps {
  readonly template: SectionTemplate;
  readonly children: ReactNode;
}

export function SectionFrame({ template, children }: SectionFrameProps) {
  const label = useSectionLabels()(template.key);
  const question = useSectionQuestion(template.key);
  const headingId = sectionHeadingId(template.key);
  return (
    <section className="a3-section" aria-labelledby={headingId} data-section={template.key}>
      <div className="a3-section__head">
        <h2 id={headingId} className="a3-section__heading" tabIndex={-1}>
          {template.number === null ? label : `${template.number}. ${label}`}
        </h2>
        <p className="a3-section__question">{question}</p>
        <SectionPeople section={template.key} />
      </div>
      {children}
    </section>
  );
}
