/**
 * The sheets this browser has opened, newest first, each a link that opens it again with the key
 * that is kept here. Taking one off the list deletes nothing.
 */
import { useState } from 'react';
import type { Role } from '../../shared/access/roles.ts';
import { formatDate } from '../../shared/format/date.ts';
import { browserStorage } from '../connection/environment.ts';
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
import './RecentSheets.css';

/** As many as are seen at a glance; the rest are behind a button. */
const SHOWN_AT_FIRST = 5;

const ROLE_TEXT = {
  fasilitator: 'start.recent.fasilitator',
  rediger: 'start.recent.rediger',
  les: 'start.recent.les',
} as const satisfies Record<Role, TextKey>;

export function RecentSheets() {
  const t = useT();
  const [sheets, setSheets] = useState(readSheets);
  const [showsAll, setShowsAll] = useState(false);
  if (sheets.length === 0) return null;

  function remove(sheet: RecentSheet) {
    forgetSheet(browserStorage, sheet.id);
    setSheets(readSheets());
    const putBack = () => {
      rememberSheet(browserStorage, sheet);
      setSheets(readSheets());
    };
    showToast({
      text: t('start.recent.removed', { title: sheet.title || t('sheet.untitled') }),
      action: { label: t('common.undo'), run: putBack },
    });
  }
  const shown = showsAll ? sheets : sheets.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="sist-opnet">
      <h2 id="sist-opnet" className="start__heading">
        {t('start.recent.title')}
      </h2>
      <ul className="recent">
        {shown.map((sheet) => (
          <RecentRow key={sheet.id} sheet={sheet} onRemove={() => remove(sheet)} />
        ))}
      </ul>
      {shown.length < sheets.length && (
        <Button variant="tertiary" onClick={() => setShowsAll(true)}>
          {t('start.recent.showAll', { count: sheets.length })}
        </Button>
      )}
    </section>
  );
}

interface RecentRowProps {
  readonly sheet: RecentSheet;
  readonly onRemove: () => void;
}

function RecentRow({ sheet, onRemove }: RecentRowProps) {
  const t = useT();
  const title = sheet.title || t('sheet.untitled');
  return (
    <li className="recent__row">
      <div className="recent__text">
        <Link href={`/ark/${sheet.id}`} className="recent__link">
          {title}
        </Link>
        <p className="recent__facts">
          {[
            t(`sheet.kind.${sheet.kind}`),
            t(ROLE_TEXT[sheet.role]),
            t('start.recent.opened', { date: formatDate(dayOf(sheet.lastOpened)) }),
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

function readSheets(): readonly RecentSheet[] {
  return recentSheets(browserStorage).toSorted((a, b) => b.lastOpened - a.lastOpened);
}

/** The day of a moment where this device is, as `YYYY-MM-DD`. */
function dayOf(timeMs: number): string {
  const date = new Date(timeMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
