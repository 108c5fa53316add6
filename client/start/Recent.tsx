/**
 * The sheets and programmes that this browser has opened, newest first, each a link that opens it
 * again with the key that is kept here. Taking one off the list deletes nothing.
 */
import { useState } from 'react';
import type { Role } from '../../shared/access/roles.ts';
import { formatDate } from '../../shared/format/date.ts';
import { browserStorage } from '../connection/environment.ts';
import {
  forgetProgram,
  type RecentProgram,
  recentPrograms,
  rememberProgram,
} from '../connection/recentPrograms.ts';
import {
  forgetSheet,
  type RecentSheet,
  recentSheets,
  rememberSheet,
} from '../connection/recentSheets.ts';
import { useT } from '../i18n/i18n.ts';
import type { TextKey } from '../i18n/keys.ts';
import { Link } from '../router/Link.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { showToast } from '../ui/toasts.ts';
import './Recent.css';

/** As many as are seen at a glance; the rest are behind a button. */
const SHOWN_AT_FIRST = 5;

const ROLE_TEXT = {
  fasilitator: 'start.recent.fasilitator',
  rediger: 'start.recent.rediger',
  les: 'start.recent.les',
} as const satisfies Record<Role, TextKey>;

/** A sheet or a programme, as the list shows it. */
interface Entry {
  readonly id: string;
  readonly href: string;
  readonly kind: `sheet.kind.${RecentSheet['kind']}` | 'start.recent.program';
  /** Undefined while it has none; then it is shown as `untitled`. */
  readonly title: string | undefined;
  readonly untitled: 'sheet.untitled' | 'start.recent.unnamed';
  readonly removed: 'start.recent.removed' | 'start.recent.removedProgram';
  readonly role: Role;
  readonly lastOpened: number;
  readonly forget: () => void;
  readonly remember: () => void;
}

export function Recent() {
  const t = useT();
  const [entries, setEntries] = useState(readEntries);
  const [showsAll, setShowsAll] = useState(false);
  if (entries.length === 0) return null;

  function remove(entry: Entry) {
    entry.forget();
    setEntries(readEntries());
    const putBack = () => {
      entry.remember();
      setEntries(readEntries());
    };
    showToast({
      text: t(entry.removed, { title: entry.title ?? t(entry.untitled) }),
      action: { label: t('common.undo'), run: putBack },
    });
  }
  const shown = showsAll ? entries : entries.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="sist-opnet">
      <h2 id="sist-opnet" className="start__heading">
        {t('start.recent.title')}
      </h2>
      <ul className="recent">
        {shown.map((entry) => (
          <RecentRow key={entry.id} entry={entry} onRemove={() => remove(entry)} />
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button variant="tertiary" onClick={() => setShowsAll(true)}>
          {t('start.recent.showAll', { count: entries.length })}
        </Button>
      )}
    </section>
  );
}

interface RecentRowProps {
  readonly entry: Entry;
  readonly onRemove: () => void;
}

function RecentRow({ entry, onRemove }: RecentRowProps) {
  const t = useT();
  const title = entry.title ?? t(entry.untitled);
  return (
    <li className="recent__row">
      <div className="recent__text">
        <Link href={entry.href} className="recent__link">
          {title}
        </Link>
        <p className="recent__facts">
          {[
            t(entry.kind),
            t(ROLE_TEXT[entry.role]),
            t('start.recent.opened', { date: formatDate(dayOf(entry.lastOpened)) }),
          ].join(' · ')}
        </p>
      </div>
      <IconButton
        icon="close"
        size="sm"
        label={t('start.recent.remove', { title })}
        tooltip={t('start.recent.removeShort')}
        onClick={onRemove}
      />
    </li>
  );
}

function readEntries(): readonly Entry[] {
  const sheets = recentSheets(browserStorage).map(entryOfSheet);
  const programs = recentPrograms(browserStorage).map(entryOfProgram);
  return [...sheets, ...programs].sort((a, b) => b.lastOpened - a.lastOpened);
}

function entryOfSheet(sheet: RecentSheet): Entry {
  const { id, kind, role, lastOpened } = sheet;
  return {
    id,
    href: `/ark/${id}`,
    kind: `sheet.kind.${kind}`,
    title: sheet.title || undefined,
    untitled: 'sheet.untitled',
    removed: 'start.recent.removed',
    role,
    lastOpened,
    forget: () => forgetSheet(browserStorage, id),
    remember: () => rememberSheet(browserStorage, sheet),
  };
}

function entryOfProgram(program: RecentProgram): Entry {
  const { id, role, lastOpened } = program;
  return {
    id,
    href: `/program/${id}`,
    kind: 'start.recent.program',
    title: program.name || undefined,
    untitled: 'start.recent.unnamed',
    removed: 'start.recent.removedProgram',
    role,
    lastOpened,
    forget: () => forgetProgram(browserStorage, id),
    remember: () => rememberProgram(browserStorage, program),
  };
}

/** The day of a moment where this device is, as `YYYY-MM-DD`. */
function dayOf(timeMs: number): string {
  const date = new Date(timeMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
