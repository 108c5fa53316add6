/** Above the sheet, always in view: where the words are, undo, who is here, and the links. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { SECTION_KEYS } from '../../shared/sheet/schema/vocabulary.ts';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useT } from '../i18n/i18n.ts';
import { Participants } from '../presence/Participants.tsx';
import type { PlaceSection } from '../presence/participants.ts';
import { RedThreadButton } from '../redthread/RedThreadButton.tsx';
import { Link } from '../router/Link.tsx';
import { useSectionLabels } from '../sections/SectionFrame.tsx';
import { ShareButton } from '../share/ShareButton.tsx';
import { useHeader, useSession } from '../sheet/session.tsx';
import { LanguageMenu } from '../ui/LanguageMenu.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Tag } from '../ui/Tag.tsx';
import { SavedIndicator } from './SavedIndicator.tsx';
import { SectionMenu } from './SectionMenu.tsx';
import './topBar.css';
import { UndoButtons } from './UndoButtons.tsx';
import { useBarHeight } from './useBarHeight.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import { useVisning } from './visning.ts';

export function TopBar({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  const { canWrite } = useSession();
  const visning = useVisning();
  const { title } = useHeader();
  const nameOfSection = useNameOfSection();
  const role = useStore(sheet.state, (state) => state.role);
  const bar = useRef<HTMLElement>(null);
  useBarHeight(bar);
  return (
    <header ref={bar} className="top-bar">
      <div className="top-bar__start">
        <Link href="/" className="top-bar__home">
          <Logo isCompact />
        </Link>
        {visning === 'skjema' && <SectionMenu />}
        <SavedIndicator connection={sheet} />
        <ViewSwitch />
      </div>
      <div className="top-bar__end">
        {role === 'les' && <Tag color="neutral">{t('role.readOnly')}</Tag>}
        {canWrite && <UndoButtons />}
        <RedThreadButton />
        <Participants nameOfSection={nameOfSection} />
        <ShareButton connection={sheet} title={title} />
        <LanguageMenu />
      </div>
    </header>
  );
}

function useNameOfSection(): (section: PlaceSection) => string | undefined {
  const t = useT();
  const labelOf = useSectionLabels();
  return (section) => {
    if (section === 'header') return t('header.label');
    const key = SECTION_KEYS.find((candidate) => candidate === section);
    return key && labelOf(key);
  };
}
