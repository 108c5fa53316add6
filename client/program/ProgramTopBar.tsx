/** Above the programme, always in view: where the words are, undo, who is here, and the links. */
import { useStore } from 'zustand';
import { PROGRAM_SECTIONS } from '../../shared/program/schema/vocabulary.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import { SavedIndicator } from '../page/SavedIndicator.tsx';
import { UndoButtons } from '../page/UndoButtons.tsx';
import '../page/topBar.css';
import { Participants } from '../presence/Participants.tsx';
import type { PlaceSection } from '../presence/participants.ts';
import { Link } from '../router/Link.tsx';
import { ShareButton } from '../share/ShareButton.tsx';
import { LanguageMenu } from '../ui/LanguageMenu.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Tag } from '../ui/Tag.tsx';
import { ProgramMenu } from './ProgramMenu.tsx';
import { useProgramHeader, useProgramSession } from './session.tsx';

export function ProgramTopBar({ program }: { readonly program: OpenProgram }) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const { name } = useProgramHeader();
  const role = useStore(program.state, (state) => state.role);
  function nameOfSection(section: PlaceSection): string | undefined {
    if (section === 'header') return t('program.header');
    const key = PROGRAM_SECTIONS.find((candidate) => candidate === section);
    return key && t(`program.section.${key}`);
  }
  return (
    <header className="top-bar">
      <div className="top-bar__start">
        <Link href="/" className="top-bar__home">
          <Logo isCompact />
        </Link>
        <ProgramMenu />
        <SavedIndicator connection={program} />
      </div>
      <div className="top-bar__end">
        {role === 'les' && <Tag color="neutral">{t('role.readOnly')}</Tag>}
        {canWrite && <UndoButtons />}
        <Participants nameOfSection={nameOfSection} />
        <ShareButton connection={program} title={name} />
        <LanguageMenu />
      </div>
    </header>
  );
}
