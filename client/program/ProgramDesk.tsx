/** An open programme: the bar above it, what has to be said, and the programme itself. */
import type { OpenProgram } from '../connection/openProgram.ts';
import { useT } from '../i18n/i18n.ts';
import { Notices } from '../page/Notices.tsx';
import { useKeptScroll } from '../page/useKeptScroll.ts';
import { useLeaveWarning } from '../page/useLeaveWarning.ts';
import { useUndoKeys } from '../page/useUndoKeys.ts';
import { NamePrompt } from '../presence/NamePrompt.tsx';
import { usePageTitle } from '../router/usePageTitle.ts';
import { SkipLink } from '../ui/SkipLink.tsx';
import { ProgramTopBar } from './ProgramTopBar.tsx';
import { ProgramView } from './ProgramView.tsx';
import { downloadProgramText } from './programText.ts';
import { useProgramHeader, useProgramSession } from './session.tsx';

export function ProgramDesk({ program }: { readonly program: OpenProgram }) {
  const t = useT();
  const { name } = useProgramHeader();
  const shown = name.trim() === '' ? t('program.untitled') : name;
  usePageTitle(`${shown} – ${t('program.kind')}`);
  useUndoKeys(useProgramSession().undo);
  useLeaveWarning(program);
  useKeptScroll(program.id);
  return (
    <div className="desk">
      <SkipLink targetId="innhold">{t('app.skipToContent')}</SkipLink>
      <ProgramTopBar program={program} />
      <NamePrompt />
      <main id="innhold" tabIndex={-1} className="desk__main">
        <h1 className="ds-sr-only">{`${t('program.kind')}: ${shown}`}</h1>
        <Notices connection={program} onTakeOut={() => downloadProgramText(program.doc)} />
        <ProgramView program={program} />
      </main>
    </div>
  );
}
