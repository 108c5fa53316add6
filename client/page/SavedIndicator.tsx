/**
 * Where the person's words are, in the words of the contract: «Lagret» is said only of what a
 * crash cannot take away. What turns bad or good again is also said aloud; saving as such is not.
 */
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { OpenConnection } from '../connection/documentConnection.ts';
import type { SavedStatus } from '../connection/savedState.ts';
import { useSteadyStatus } from '../connection/steadyStatus.ts';
import { type Translate, useT } from '../i18n/i18n.ts';
import { announce } from '../ui/Announcer.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import './savedIndicator.css';

const ICONS: Readonly<Record<SavedStatus, IconName>> = {
  lagret: 'cloudCheck',
  lagrer: 'cloudUp',
  'frakoblet-lagret-her': 'cloudOff',
  'frakoblet-ulagret': 'warning',
  avvist: 'warning',
};

export function SavedIndicator({ connection }: { readonly connection: OpenConnection }) {
  const t = useT();
  const saved = useSteadyStatus(useStore(connection.state, (state) => state.saved));
  const canWrite = useStore(connection.state, (state) => state.canWrite);
  const link = useStore(connection.state, (state) => state.link);
  const text = savedText(t, saved, canWrite, link);
  useSpokenChanges(saved, text);
  return (
    <p className="saved" data-saved={saved}>
      <Icon name={ICONS[saved]} />
      <span>{text}</span>
    </p>
  );
}

/** A reader has nothing to save: what matters then is whether what is read is up to date. */
function savedText(t: Translate, saved: SavedStatus, canWrite: boolean, link: string): string {
  if (!canWrite && saved !== 'avvist') {
    if (link === 'connecting') return t('saved.connecting');
    return link === 'online' ? t('saved.reading') : t('saved.readingOffline');
  }
  switch (saved) {
    case 'lagret':
      return t('saved.lagret');
    case 'lagrer':
      return t('saved.lagrer');
    case 'frakoblet-lagret-her':
      return t('saved.frakobletLagretHer');
    case 'frakoblet-ulagret':
      return t('saved.frakobletUlagret');
    case 'avvist':
      return t('saved.avvist');
  }
}

/** Each trouble is said once, and so is its end; writing on in the same trouble is not. */
function useSpokenChanges(saved: SavedStatus, text: string): void {
  const before = useRef<SavedStatus>(saved);
  const trouble = useRef<SavedStatus | undefined>(undefined);
  useEffect(() => {
    if (before.current === saved) return;
    before.current = saved;
    if (saved === 'lagrer' || saved === trouble.current) return;
    const isOver = saved === 'lagret';
    if (!isOver || trouble.current !== undefined) announce(text);
    trouble.current = isOver ? undefined : saved;
  }, [saved, text]);
}
