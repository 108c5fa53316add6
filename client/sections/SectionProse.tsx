/** The prose of a section, and the optional note under a table, joined to the open sheet. */
import { useId } from 'react';
import { proseOf } from '../../shared/sheet/schema/roots.ts';
import type { ProseSection as ProseKey } from '../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../i18n/i18n.ts';
import { useSession } from '../sheet/session.tsx';
import { Placed } from './Placed.tsx';
import { ProseSection } from './prose/ProseSection.tsx';
import { sectionHeadingId, useSectionLabels } from './SectionFrame.tsx';

export function SectionProse({ section }: { readonly section: ProseKey }) {
  const t = useT();
  const label = useSectionLabels()(section);
  return (
    <BoundProse
      section={section}
      labelledBy={sectionHeadingId(section)}
      label={label}
      placeholder={t('section.placeholder')}
    />
  );
}

/** What a group wants to say beside a table. A reader sees it only where there is something. */
export function SectionNote({ section }: { readonly section: ProseKey }) {
  const t = useT();
  const id = useId();
  const { doc, canWrite } = useSession();
  const label = t('section.note', { section: useSectionLabels()(section) });
  if (!canWrite && proseOf(doc, section).length === 0) return null;
  return (
    <div className="a3-section__note">
      <h3 id={id} className="ds-sr-only">
        {label}
      </h3>
      <BoundProse
        section={section}
        labelledBy={id}
        label={label}
        placeholder={t('section.notePlaceholder')}
      />
    </div>
  );
}

interface BoundProseProps {
  readonly section: ProseKey;
  readonly labelledBy: string;
  readonly label: string;
  readonly placeholder: string;
}

function BoundProse({ section, ...texts }: BoundProseProps) {
  const { doc, awareness, undo, canWrite } = useSession();
  return (
    <Placed place={{ section, field: 'prose' }} className="placed--prose">
      <ProseSection
        {...texts}
        fragment={proseOf(doc, section)}
        awareness={awareness}
        undoManager={undo.manager}
        readOnly={!canWrite}
        onUndo={() => undo.undo()}
        onRedo={() => undo.redo()}
      />
    </Placed>
  );
}
