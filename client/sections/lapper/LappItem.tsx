/** One lapp in the form: its words, who it is from, what it became, and the menu of its actions. */
import { memo, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import type { BecameRow } from '../../../shared/sheet/snapshot/became.ts';
import { useT } from '../../i18n/i18n.ts';
import { initialsOf } from '../../presence/person.ts';
import { useSession } from '../../sheet/session.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Cell } from '../Cell.tsx';
import { lappColor, lappColorKey } from './colors.ts';
import { LappMenu } from './LappMenu.tsx';
import type { LappActions } from './lappActions.ts';
import { nameOfBecame } from './lappWords.ts';
import { useBecame } from './useBecame.ts';

interface LappItemProps {
  readonly lapp: Lapp;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly isLast: boolean;
  readonly group: number | undefined;
  readonly actions: LappActions;
}

export const LappItem = memo(function LappItem({
  lapp,
  number,
  isLast,
  group,
  actions,
}: LappItemProps) {
  const t = useT();
  const { canWrite } = useSession();
  const became = useBecame(lapp);
  const words = useRef<HTMLDivElement>(null);
  useLappKeys(words, lapp, actions);
  const { paper, edge } = lappColor(lapp.color);
  const color = t(`lapp.color.${lappColorKey(lapp.color)}`).toLocaleLowerCase();
  return (
    <li
      data-lapp={lapp.id}
      data-became={became === null ? undefined : became.type}
      className="lapper__item"
      style={{ ['--lapp-paper' as string]: paper, ['--lapp-edge' as string]: edge }}
    >
      <div className="lapper__head">
        <div ref={words} className="lapper__words">
          <Cell
            address={{ of: 'lapper', id: lapp.id, key: 'text' }}
            place={{ section: lapp.section ?? 'header', entityId: lapp.id, field: 'text' }}
            label={t('lapp.label', { number, color })}
            placeholder={t('lapp.placeholder')}
            isMultiline
          />
        </div>
        {canWrite && (
          <LappMenu
            lapp={lapp}
            number={number}
            isLast={isLast}
            group={group}
            hasBecome={became !== null}
            actions={actions}
          />
        )}
      </div>
      <div className="lapper__foot">
        {became !== null && <BecameLink row={became} />}
        {group !== undefined && (
          <span className="lapper__group">{t('lapp.group', { number: group })}</span>
        )}
        {lapp.author !== '' && (
          <span className="lapper__author">
            <span aria-hidden="true" title={lapp.author}>
              {initialsOf(lapp.author)}
            </span>
            <VisuallyHidden>{t('lapp.from', { name: lapp.author })}</VisuallyHidden>
          </span>
        )}
      </div>
    </li>
  );
});

/** Leads to the row; a button, for the page's address holds the key of the sheet. */
function BecameLink({ row }: { readonly row: BecameRow }) {
  const t = useT();
  return (
    <button type="button" className="lapper__became" onClick={() => goToRow(row.id)}>
      {t('lapp.became', { kind: t(`lapp.kind.${row.type}`), name: nameOfBecame(row) })}
    </button>
  );
}

function goToRow(id: string): void {
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] textarea`)?.focus();
}

/** Ctrl+Enter goes on with the next lapp, and lines pasted into an empty one become a lapp each. */
function useLappKeys(words: RefObject<HTMLElement | null>, lapp: Lapp, actions: LappActions): void {
  const { canWrite } = useSession();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    actions.add(lapp);
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (actions.paste(lapp, text)) event.preventDefault();
  });
  useEffect(() => {
    const element = words.current;
    if (element === null || !canWrite) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    element.addEventListener('keydown', (event) => onKeyDown(event), { signal });
    element.addEventListener('paste', (event) => onPaste(event), { signal });
    return () => stop.abort();
  }, [words, canWrite]);
}
