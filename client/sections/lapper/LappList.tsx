/**
 * The lapper of a section as a list in the form, so that whoever has a phone, a keyboard or a
 * screen reader takes part in what happens on the canvas: read, write, add, sort, convert.
 */
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import type { SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';
import { useT } from '../../i18n/i18n.ts';
import { usePerson } from '../../presence/context.tsx';
import { useCollection, useRun, useSession } from '../../sheet/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { SectionProblems } from '../SectionProblems.tsx';
import { useSections } from '../SheetColumns.tsx';
import { groupNumbers } from './groups.ts';
import { LappItem } from './LappItem.tsx';
import { type LappActions, lappActions, type NextFocus } from './lappActions.ts';
import './lapper.css';

/** More are shown when somebody asks for them. */
const SHOWN_FIRST = 30;

/** The lapper of a section, and a button for a new one. */
export function LappList({ section }: { readonly section: SectionKey }) {
  const t = useT();
  const isOwn = useMemo(() => (lapp: Lapp) => lapp.section === section, [section]);
  const heading = (number: number) => t('lapp.heading', { number });
  return <Lapper section={section} isOwn={isOwn} heading={heading} />;
}

/** The lapper that belong to no section which this sheet shows. Nothing where there are none. */
export function OutsideLapper() {
  const t = useT();
  const shown = useSections()
    .map(({ key }) => key)
    .join();
  const isOwn = useMemo(
    () => (lapp: Lapp) => lapp.section === null || !shown.split(',').includes(lapp.section),
    [shown],
  );
  return (
    <Lapper section={null} isOwn={isOwn} heading={(number) => t('lapp.outside', { number })} />
  );
}

interface LapperProps {
  readonly section: SectionKey | null;
  readonly isOwn: (lapp: Lapp) => boolean;
  readonly heading: (number: number) => string;
}

function Lapper({ section, isOwn, heading }: LapperProps) {
  const { canWrite, view } = useSession();
  const everywhere = useCollection('lapper');
  const lapper = useMemo(() => everywhere.filter(isOwn), [everywhere, isOwn]);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lapper : lapper.slice(0, SHOWN_FIRST);
  const { container, focusOn } = useNextFocus(lapper, () => setWhole(true));
  const actions = useActions(section, isOwn, focusOn);
  const canAdd = canWrite && section !== null;
  const hasProblems = section === null && view.problems('lapper').length > 0;
  if (lapper.length === 0 && !canAdd && !hasProblems) return null;
  return (
    <div ref={container} className={section === null ? 'lapper lapper--outside' : 'lapper'}>
      {hasProblems && <SectionProblems collection="lapper" />}
      {lapper.length > 0 && (
        <List
          heading={heading(lapper.length)}
          level={section === null ? 2 : 3}
          lapper={shown}
          isWhole={shown.length === lapper.length}
          groups={groupNumbers(everywhere)}
          actions={actions}
        />
      )}
      <Below
        total={lapper.length}
        isWhole={shown.length === lapper.length}
        onShowAll={() => {
          setWhole(true);
          focusOn({ id: lapper[SHOWN_FIRST]?.id ?? '', target: 'words' });
        }}
        onAdd={canAdd ? () => actions.add() : undefined}
      />
    </div>
  );
}

interface ListProps {
  readonly heading: string;
  readonly level: 2 | 3;
  readonly lapper: readonly Lapp[];
  readonly isWhole: boolean;
  readonly groups: ReadonlyMap<string, number>;
  readonly actions: LappActions;
}

function List({ heading, level, lapper, isWhole, groups, actions }: ListProps) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      <Heading id={headingId} className="lapper__heading">
        {heading}
      </Heading>
      <ul className="lapper__list" aria-labelledby={headingId}>
        {lapper.map((lapp, index) => (
          <LappItem
            key={lapp.id}
            lapp={lapp}
            number={index + 1}
            isLast={isWhole && index === lapper.length - 1}
            group={groups.get(lapp.group)}
            actions={actions}
          />
        ))}
      </ul>
    </>
  );
}

interface BelowProps {
  readonly total: number;
  readonly isWhole: boolean;
  readonly onShowAll: () => void;
  readonly onAdd: (() => void) | undefined;
}

/** What stands under the list: the rest of it, a new lapp, and how to be quick. */
function Below({ total, isWhole, onShowAll, onAdd }: BelowProps) {
  const t = useT();
  const { canWrite } = useSession();
  return (
    <div className="lapper__below">
      {!isWhole && (
        <Button variant="secondary" size="sm" onClick={onShowAll}>
          {t('lapp.showAll', { number: total })}
        </Button>
      )}
      {onAdd !== undefined && (
        <Button
          variant="tertiary"
          size="sm"
          icon="plus"
          color="neutral"
          className="lapper__add"
          data-add-lapp
          onClick={onAdd}
        >
          {t('lapp.new')}
        </Button>
      )}
      {canWrite && total > 0 && <p className="lapper__help">{t('lapp.help')}</p>}
    </div>
  );
}

function useActions(
  section: SectionKey | null,
  isOwn: (lapp: Lapp) => boolean,
  focusOn: (next: NextFocus) => void,
) {
  const { view } = useSession();
  const run = useRun();
  const { name: author } = usePerson();
  return useMemo(
    () => lappActions({ view, run, author, section, isOwn, focusOn }),
    [view, run, author, section, isOwn, focusOn],
  );
}

/**
 * Moves the focus once the list has been drawn with what the focus is to go to. What stands beyond
 * the first ones is shown for it.
 */
function useNextFocus(lapper: readonly Lapp[], showAll: () => void) {
  const container = useRef<HTMLDivElement>(null);
  const next = useRef<NextFocus | undefined>(undefined);
  useEffect(() => {
    const wanted = next.current;
    if (wanted === undefined) return;
    const element = findFocus(container.current, wanted);
    if (element !== undefined) {
      next.current = undefined;
      element.focus();
    } else if (wanted !== 'add' && lapper.some(({ id }) => id === wanted.id)) showAll();
  });
  const focusOn = useCallback((wanted: NextFocus): void => {
    next.current = wanted;
  }, []);
  return { container, focusOn };
}

/** A list that is gone with its last lapp has no button: then the one before it on the page. */
function findFocus(container: HTMLElement | null, next: NextFocus): HTMLElement | undefined {
  if (next === 'add') {
    const own = container?.querySelector<HTMLElement>('[data-add-lapp]');
    return own ?? [...document.querySelectorAll<HTMLElement>('[data-add-lapp]')].at(-1);
  }
  const target = next.target === 'words' ? 'textarea' : '[aria-haspopup=menu]';
  const found = container?.querySelector<HTMLElement>(
    `[data-lapp="${CSS.escape(next.id)}"] ${target}`,
  );
  return found ?? undefined;
}
