/** Who is here: a few badges in the bar, and everybody with name, role and place in a list. */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { type Translate, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { keepPlaced } from '../ui/place.ts';
import { Badge } from './Badge.tsx';
import { useParticipants } from './context.tsx';
import { follow, useFollowing } from './following.ts';
import { NameForm } from './NameForm.tsx';
import type { Participant, PlaceSection } from './participants.ts';
import './presence.css';

/** Badges shown in the bar; the number beside them counts everybody. */
const SHOWN = 4;

interface ParticipantsProps {
  /** What a section of the document is called; undefined where it has none of that kind. */
  readonly nameOfSection: (section: PlaceSection) => string | undefined;
}

export function Participants({ nameOfSection }: ParticipantsProps) {
  const t = useT();
  const participants = useParticipants();
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const count = participants.length;

  // After each rendering: the panel has its place by its height, and that by who is here.
  useLayoutEffect(() => {
    if (!isOpen || panel.current === null || button.current === null) return;
    return keepPlaced(panel.current, button.current, { side: 'bottom', align: 'end', gap: 6 });
  });

  return (
    <>
      <button
        ref={button}
        type="button"
        className="ds-button participants__button"
        data-variant="tertiary"
        data-color="neutral"
        popoverTarget={panelId}
        aria-expanded={isOpen}
        aria-label={t('presence.here', { count })}
      >
        <span className="participants__badges" aria-hidden="true">
          {participants.slice(0, SHOWN).map((participant) => (
            <Badge key={participant.personId} participant={participant} />
          ))}
        </span>
        <Icon name="users" />
        <span aria-hidden="true">{count}</span>
      </button>
      <div
        ref={panel}
        id={panelId}
        popover="auto"
        role="dialog"
        aria-label={t('presence.here', { count })}
        className="participants__panel"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && (
          <>
            <h2 className="participants__title">{t('presence.here', { count })}</h2>
            <ul className="participants__list">
              {participants.map((participant) => (
                <ParticipantItem
                  key={participant.personId}
                  participant={participant}
                  where={participant.place && nameOfSection(participant.place.section)}
                />
              ))}
            </ul>
            <NameForm onDone={() => panel.current?.hidePopover()} />
          </>
        )}
      </div>
    </>
  );
}

interface ItemProps {
  readonly participant: Participant;
  /** The section that they are in, by its name. */
  readonly where: string | undefined;
}

function ParticipantItem({ participant, where }: ItemProps) {
  const t = useT();
  const { name, role, isSelf, isActive } = participant;
  const canBeFollowed = useFollowing(
    ({ followable }) => !isSelf && followable.includes(participant.personId),
  );
  return (
    <li className="participants__item">
      <Badge participant={participant} />
      <span className="participants__name">{isSelf ? t('presence.you', { name }) : name}</span>
      <span className="participants__where">
        {roleText(t, role)}
        {!isActive && ` · ${t('presence.idle')}`}
        {isActive && where !== undefined && ` · ${where}`}
      </span>
      {canBeFollowed && (
        <Button variant="tertiary" size="sm" onClick={() => follow(participant.personId)}>
          {t('canvas.follow', { name })}
        </Button>
      )}
    </li>
  );
}

function roleText(t: Translate, role: Participant['role']): string {
  switch (role) {
    case 'les':
      return t('role.les');
    case 'rediger':
      return t('role.rediger');
    case 'fasilitator':
      return t('role.fasilitator');
  }
}
