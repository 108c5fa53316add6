/** What stands in each section: the one place that says which editor belongs to which key. */
import { memo, type ReactNode } from 'react';
import type { SectionKey } from '../../shared/sheet/schema/vocabulary.ts';
import type { SectionTemplate } from '../../shared/sheet/template/template.ts';
import { useT } from '../i18n/i18n.ts';
import { SectionFrame } from './SectionFrame.tsx';
import { SectionNote, SectionProse } from './SectionProse.tsx';
import { GevinstTable } from './tables/GevinstTable.tsx';
import { MaalingTable } from './tables/MaalingTable.tsx';
import { RotaarsakList } from './tables/RotaarsakList.tsx';
import { TiltakTable } from './tables/TiltakTable.tsx';

interface SheetSectionProps {
  readonly template: SectionTemplate;
  /** False while the sheet is being built up: heading and question alone. */
  readonly hasContent: boolean;
  /** What the view puts below the section's own content. */
  readonly after?: ((section: SectionTemplate) => ReactNode) | undefined;
}

export const SheetSection = memo(function SheetSection({
  template,
  hasContent,
  after,
}: SheetSectionProps) {
  return (
    <SectionFrame template={template}>
      {hasContent && <SectionBody sectionKey={template.key} />}
      {hasContent && after?.(template)}
    </SectionFrame>
  );
});

function SectionBody({ sectionKey }: { readonly sectionKey: SectionKey }) {
  const t = useT();
  switch (sectionKey) {
    case 'begrunnelse':
    case 'naasituasjon':
    case 'onsket':
      return <SectionProse section={sectionKey} />;
    case 'rotaarsaker':
      return (
        <>
          <RotaarsakList />
          <SectionNote section="rotaarsaker" />
        </>
      );
    case 'tiltak':
      return (
        <>
          <TiltakTable />
          <h3 className="a3-section__subheading">{t('gevinst.heading')}</h3>
          <GevinstTable />
        </>
      );
    case 'maaling':
      return (
        <>
          <MaalingTable />
          <SectionNote section="maaling" />
        </>
      );
  }
}
