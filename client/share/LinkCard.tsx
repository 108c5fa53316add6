/** One role's link: what it is for, the link itself, its QR code, and what can be done with it. */
import { type ReactNode, useId, useRef, useState } from 'react';
import type { Role } from '../../shared/access/roles.ts';
import { useT } from '../i18n/i18n.ts';
import type { TextKey } from '../i18n/keys.ts';
import { announce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { QrCode } from './QrCode.tsx';

interface LinkCardProps {
  readonly role: Role;
  /** What the link is for. */
  readonly purpose: string;
  readonly link: string;
  /** Shows the QR code on the whole screen; left out where that would give the link away. */
  readonly onShowBig?: () => void;
  /** Makes a new link in this one's place; left out for those who may not. */
  readonly onRenew?: () => void;
}

const NAME = {
  rediger: 'share.rediger.name',
  les: 'share.les.name',
  fasilitator: 'share.fasilitator.name',
} as const satisfies Record<Role, TextKey>;

export function LinkCard({ role, purpose, link, onShowBig, onRenew }: LinkCardProps) {
  const t = useT();
  const headingId = useId();
  // The panel is often open on the wall, where the facilitator's link must not be read.
  const [isShown, setShown] = useState(role !== 'fasilitator');
  const copy = useCopy(link, () => setShown(true));
  const name = t(NAME[role]);
  return (
    <section className="share-card" aria-labelledby={headingId}>
      <div className="share-card__text">
        <h3 id={headingId} className="share-card__name">
          {name}
        </h3>
        <p>{purpose}</p>
        {isShown && (
          <input
            ref={copy.field}
            className="ds-input share-card__link"
            data-size="sm"
            readOnly
            aria-label={t('share.linkOf', { name })}
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
        {copy.isBlocked && <p className="share-card__blocked">{t('share.copyBlocked')}</p>}
        <div className="share-card__actions">
          <CardButton icon={copy.isDone ? 'check' : 'copy'} name={name} onClick={copy.run}>
            {t(copy.isDone ? 'share.copied' : 'share.copy')}
          </CardButton>
          {!isShown && (
            <CardButton icon="eye" name={name} onClick={() => setShown(true)}>
              {t('share.show')}
            </CardButton>
          )}
          {onShowBig !== undefined && (
            <CardButton icon="expand" name={name} onClick={onShowBig}>
              {t('share.showBig')}
            </CardButton>
          )}
          {onRenew !== undefined && (
            <CardButton icon="refresh" name={name} onClick={onRenew}>
              {t('share.renew')}
            </CardButton>
          )}
        </div>
      </div>
      {isShown && (
        <div className="share-card__qr">
          <QrCode link={link} label={t('share.qrOf', { name })} />
        </div>
      )}
    </section>
  );
}

interface CardButtonProps {
  readonly icon: 'check' | 'copy' | 'expand' | 'eye' | 'refresh';
  /** The link's name, so that the buttons of different cards differ for those who listen. */
  readonly name: string;
  readonly onClick: () => void;
  readonly children: string;
}

function CardButton({ icon, name, onClick, children }: CardButtonProps): ReactNode {
  return (
    <Button
      variant="secondary"
      size="sm"
      icon={icon}
      aria-label={`${children}: ${name}`}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}

/** How long the button says that it has copied. */
const DONE_MS = 3_000;

/** Copies a link, or selects it for the person to copy where the browser does not let us. */
function useCopy(link: string, reveal: () => void) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'done' | 'blocked'>();

  async function copy() {
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('done');
      announce(t('share.copiedSaid'));
      setTimeout(() => setOutcome(undefined), DONE_MS);
    } catch {
      reveal();
      setOutcome('blocked');
      announce(t('share.copyBlocked'), { isUrgent: true });
      // The field may only now come into the page.
      requestAnimationFrame(() => field.current?.focus());
    }
  }
  return {
    field,
    isDone: outcome === 'done',
    isBlocked: outcome === 'blocked',
    run: () => void copy(),
  };
}
