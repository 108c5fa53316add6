/** Above the sheet, always in view: where the words are, undo, who is here, and the links. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { OpenSheet } from '../connection/openSheet.ts';
import { useT } from '../i18n/i18n.ts';
import { Participants } from '../presence/Participants.tsx';
import { RedThreadButton } from '../redthread/RedThreadButton.tsx';
import { Link } from '../router/Link.tsx';
import { ShareButton } from '../share/ShareButton.tsx';
import { useSession, useUndoState } from '../sheet/session.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LanguageMenu } from '../ui/LanguageMenu.tsx';
import { Logo } from '../ui/Logo.tsx';
import { Tag } from '../ui/Tag.tsx';
import { SavedIndicator } from './SavedIndicator.tsx';
import { SectionMenu } from './SectionMenu.tsx';
import './topBar.css';
import { useBarHeight } from './useBarHeight.ts';
import { ViewSwitch } from './ViewSwitch.tsx';
import { useVisning } from './visning.ts';

export function TopBar({ sheet }: { readonly sheet: OpenSheet }) {
  const t = useT();
  const { canWrite } = useSession();
  const visning = useVisning();
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
        <SavedIndicator sheet={sheet} />
        <ViewSwitch />
      </div>
      <div className="top-bar__end">
        {role === 'les' && <Tag color="neutral">{t('role.readOnly')}</Tag>}
        {canWrite && <UndoButtons />}
        <RedThreadButton />
        <Participants />
        <ShareButton sheet={sheet} />
        <LanguageMenu />
      </div>
    </header>
  );
}

function UndoButtons() {
  const t = useT();
  const { undo } = useSession();
  const { canUndo, canRedo } = useUndoState();
  return (
    <div className="top-bar__group">
      <IconButton
        icon="undo"
        label={t('undo.undo')}
        shortcut="Ctrl+Z"
        aria-disabled={!canUndo}
        onClick={() => undo.undo()}
      />
      <IconButton
        icon="redo"
        label={t('undo.redo')}
        shortcut="Ctrl+Shift+Z"
        aria-disabled={!canRedo}
        onClick={() => undo.redo()}
      />
    </div>
  );
}
