/** The way to each section, for a page that is long on a phone and for those who use the keyboard. */

import type { SectionTemplate } from '../../shared/sheet/template/template.ts';
import { useT } from '../i18n/i18n.ts';
import { sectionHeadingId, useSectionLabels } from '../sections/SectionFrame.tsx';
import { useSections } from '../sections/SheetColumns.tsx';
import { Menu } from '../ui/Menu.tsx';

export function SectionMenu() {
  const t = useT();
  const labelOf = useSectionLabels();
  return (
    <Menu
      label={t('sheet.goTo')}
      icon="sheet"
      iconOnly
      items={useSections().map((section) => ({
        label: numbered(section, labelOf(section.key)),
        onSelect: () => goTo(section.key),
      }))}
    />
  );
}

function numbered({ number }: SectionTemplate, label: string): string {
  return number === null ? label : `${number}. ${label}`;
}

function goTo(key: SectionTemplate['key']): void {
  const heading = document.getElementById(sectionHeadingId(key));
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
