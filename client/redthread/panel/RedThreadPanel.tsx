/**
 * The findings of the rød tråd beside the sheet, in the order in which it is read. The sheet goes on
 * living under it, for everybody; each finding leads to the place that mends it.
 */
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { COLUMNS, type Column } from '../../../shared/redthread/chain.ts';
import type { Finding } from '../../../shared/redthread/redThread.ts';
import { type Translate, useT } from '../../i18n/i18n.ts';
import { useSession } from '../../sheet/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { showKart } from '../kart.ts';
import { type NameOf, useNames } from '../names.ts';
import { RED_THREAD_BUTTON } from '../RedThreadButton.tsx';
import { setPanelOpen } from '../state.ts';
import { useChain, useFindings } from '../useChain.ts';
import { goToFinding } from './goToFinding.ts';
import './panel.css';

/** From this width on the panel stands beside the sheet; below it lies over it. As in the style sheet. */
const BESIDE = '(min-width: 64rem)';

export function RedThreadPanel() {
  const t = useT();
  const chain = useChain();
  const findings = useFindings();
  const nameOf = useNames(chain);
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useKeptFocus(panel, heading);

  function close() {
    setPanelOpen(false);
    document.getElementById(RED_THREAD_BUTTON)?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
    // What is pressed here is no key of the canvas.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  }
  const isEmpty = COLUMNS.every((column) => chain[column].length === 0);
  return (
    <aside
      ref={panel}
      className="red-thread"
      aria-labelledby="rod-trad-tittel"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="red-thread__head">
        <h2 id="rod-trad-tittel" ref={heading} tabIndex={-1} className="red-thread__title">
          {t('redThread.title')}
        </h2>
        <IconButton icon="close" label={t('common.close')} tooltip={false} onClick={close} />
      </div>
      <div className="red-thread__body">
        <p role="status" className="red-thread__summary">
          {summaryOf(t, isEmpty, findings.length)}
        </p>
        {COLUMNS.map((column) => (
          <FindingGroup
            key={column}
            column={column}
            findings={findings.filter(({ of }) => of === column)}
            nameOf={nameOf}
          />
        ))}
      </div>
      <div className="red-thread__foot">
        <Button variant="secondary" size="sm" icon="chain" onClick={() => show('gevinster')}>
          {t('redThread.showKart')}
        </Button>
        <Button variant="tertiary" size="sm" icon="grid" onClick={() => show('prioritering')}>
          {t('redThread.showPrioritering')}
        </Button>
      </div>
    </aside>
  );
}

function summaryOf(t: Translate, isEmpty: boolean, count: number): string {
  if (isEmpty) return t('redThread.nothingYet');
  return count === 0 ? t('redThread.allLinked') : t('redThread.toMend', { count });
}

function show(kart: 'gevinster' | 'prioritering'): void {
  if (!matchMedia(BESIDE).matches) setPanelOpen(false);
  showKart(kart);
}

interface FindingGroupProps {
  readonly column: Column;
  readonly findings: readonly Finding[];
  readonly nameOf: NameOf;
}

/** The findings about one kind of thing, gathered under each thing's name. */
function FindingGroup({ column, findings, nameOf }: FindingGroupProps) {
  const t = useT();
  if (findings.length === 0) return null;
  const ids = [...new Set(findings.map(({ id }) => id))];
  return (
    <section className="red-thread__group">
      <h3 className="red-thread__column">{t(`kart.${column}`)}</h3>
      {ids.map((id) => (
        <FindingsOfOne
          key={id}
          name={nameOf({ of: column, id })}
          findings={findings.filter((finding) => finding.id === id)}
        />
      ))}
    </section>
  );
}

interface FindingsOfOneProps {
  readonly name: string;
  readonly findings: readonly Finding[];
}

function FindingsOfOne({ name, findings }: FindingsOfOneProps) {
  const t = useT();
  const { canWrite } = useSession();
  function go(finding: Finding) {
    // Over a small screen the panel would hide what it leads to.
    if (!matchMedia(BESIDE).matches) setPanelOpen(false);
    goToFinding(finding, canWrite);
  }
  return (
    <div className="red-thread__thing">
      <h4 className="red-thread__name">{name}</h4>
      <ul className="red-thread__findings">
        {findings.map((finding) => (
          <li key={finding.kind}>
            <button
              type="button"
              className="red-thread__finding"
              aria-label={`${t(`redThread.kind.${finding.kind}`)}: ${name}`}
              onClick={() => go(finding)}
            >
              <Icon name="chevronRight" />
              {t(`redThread.kind.${finding.kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A finding that somebody mends while it has the focus goes; the focus then stays in the panel. */
function useKeptFocus(
  panel: RefObject<HTMLElement | null>,
  heading: RefObject<HTMLElement | null>,
): void {
  const isInside = useRef(false);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      isInside.current = target instanceof Node && panel.current?.contains(target) === true;
    };
    addEventListener('focusin', follow);
    return () => removeEventListener('focusin', follow);
  }, [panel]);
  useLayoutEffect(() => {
    if (isInside.current && document.activeElement === document.body) heading.current?.focus();
  });
}
