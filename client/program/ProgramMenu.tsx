/** The way to each section of the programme. */
import { PROGRAM_SECTIONS } from '../../shared/program/schema/vocabulary.ts';
import { useT } from '../i18n/i18n.ts';
import { Menu } from '../ui/Menu.tsx';
import { programHeadingId } from './ProgramSection.tsx';

export function ProgramMenu() {
  const t = useT();
  return (
    <Menu
      label={t('sheet.goTo')}
      icon="sheet"
      iconOnly
      items={PROGRAM_SECTIONS.map((section) => ({
        label: t(`program.section.${section}`),
        onSelect: () => goTo(programHeadingId(section)),
      }))}
    />
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}
