/**
 * One card of the gevinstkart: what it is, what it lacks, and its links in words. What presses and keys
 * do on it is in `useKartSteering`.
 */
import { memo, useId } from 'react';
import { type ChainNode, keyOf } from '../../../shared/redthread/chain.ts';
import { useT } from '../../i18n/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Facts } from './facts.ts';
import { lackWord } from './kartWords.ts';

/**
 * What a card is while links are chosen: the one they are chosen for, one that is linked to it, one
 * that can be, or none of these.
 */
export type LinkRole = 'source' | 'linked' | 'open' | 'out';

interface KartCardProps {
  readonly node: ChainNode;
  readonly name: string;
  readonly facts: Facts;
  /** The links in words. */
  readonly links: string;
  readonly isTabStop: boolean;
  readonly isLit: boolean;
  readonly linkRole: LinkRole | undefined;
  readonly canWrite: boolean;
}

export const KartCard = memo(function KartCard(props: KartCardProps) {
  const { node, name, facts, links, isTabStop, linkRole, canWrite } = props;
  const t = useT();
  const linksId = useId();
  const tabIndex = isTabStop ? 0 : -1;
  return (
    <li
      className="kart-card"
      data-node={keyOf(node)}
      data-lit={props.isLit || undefined}
      data-link={linkRole}
      data-dropped={node.isDropped || undefined}
      data-lacks={node.lacks.length > 0 || undefined}
    >
      <button
        type="button"
        className="kart-card__main"
        tabIndex={tabIndex}
        aria-describedby={linksId}
        aria-pressed={pressedOf(linkRole)}
        aria-disabled={linkRole === 'out' || undefined}
        data-press="card"
      >
        <span className="kart-card__name">{name}</span>
        {facts.line !== '' && <span className="kart-card__facts">{facts.line}</span>}
        {facts.share !== undefined && <Progress share={facts.share} />}
      </button>
      {node.lacks.length > 0 && (
        <p className="kart-card__lacks" aria-hidden="true">
          <Icon name="warning" />
          {node.lacks.map((side) => lackWord(t, node, side)).join(' · ')}
        </p>
      )}
      <p id={linksId} className="ds-sr-only">
        {links}
      </p>
      {canWrite && (
        <IconButton
          icon={linkRole === 'linked' ? 'check' : 'link'}
          size="sm"
          className="kart-card__link"
          label={t('kart.link', { name })}
          tooltip={t('kart.linkShort')}
          tabIndex={tabIndex}
          aria-pressed={linkRole === 'source'}
          data-press="link"
        />
      )}
    </li>
  );
});

function pressedOf(linkRole: LinkRole | undefined): boolean | undefined {
  if (linkRole === 'linked') return true;
  return linkRole === 'open' ? false : undefined;
}

/** The way from nullpunkt to ønsket verdi. What is under or over it ends at its ends; the number tells. */
export function Progress({ share }: { readonly share: number }) {
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <span className="kart-card__way" aria-hidden="true">
      <span className="kart-card__come" style={{ width }} />
    </span>
  );
}
