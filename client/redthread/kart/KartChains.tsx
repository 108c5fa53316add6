/**
 * The gevinstkart where there is no room for columns: a list of chains, each rotårsak with its tiltak,
 * their gevinster and målinger under it. What comes again is named only.
 */
import { useMemo, useRef } from 'react';
import { keyOf, type NodeRef } from '../../../shared/redthread/chain.ts';
import { type ChainTree, chainTrees } from '../../../shared/redthread/threads.ts';
import { useT } from '../../i18n/i18n.ts';
import { useSession } from '../../sheet/session.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { NameOf } from '../names.ts';
import { setLinking } from '../state.ts';
import { type FactsOf, useFacts } from './facts.ts';
import { Progress } from './KartCard.tsx';
import type { KartParts } from './KartColumns.tsx';
import { lackWord } from './kartWords.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { showDetails } from './showDetails.ts';
import { focusCard } from './useCardFocus.ts';
import { useLinkSource } from './useLinking.ts';
import { useTarget } from './useTarget.ts';

export function KartChains({ chain, map, nameOf }: KartParts) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const factsOf = useFacts(chain);
  const source = useLinkSource(map);
  const trees = useMemo(() => chainTrees(map), [map]);
  const goTo = (ref: NodeRef) => void focusCard(list.current, ref);
  useTarget(goTo);
  return (
    <div ref={list} className="kart-chains">
      <p className="kart__help">{t('kart.helpList')}</p>
      <ol className="kart-chains__list">
        {trees.map((tree) => (
          <ChainItem key={keyOf(tree.node)} {...{ tree, nameOf, factsOf, goTo }} />
        ))}
      </ol>
      {source !== undefined && (
        <LinkDialog
          key={keyOf(source)}
          source={source}
          map={map}
          nameOf={nameOf}
          onClose={() => setLinking(undefined)}
        />
      )}
    </div>
  );
}

interface ChainItemProps {
  readonly tree: ChainTree;
  readonly nameOf: NameOf;
  readonly factsOf: FactsOf;
  readonly goTo: (ref: NodeRef) => void;
}

function ChainItem({ tree, nameOf, factsOf, goTo }: ChainItemProps) {
  const t = useT();
  const { node, isRepeated, branches } = tree;
  const name = nameOf(node);
  return (
    <li className="kart-chains__item">
      <span className="kart-chains__kind">{t(`kart.one.${node.of}`)}</span>
      {isRepeated ? (
        <button type="button" className="kart-chains__again" onClick={() => goTo(node)}>
          {t('kart.again', { name })}
        </button>
      ) : (
        <ChainCard tree={tree} nameOf={nameOf} factsOf={factsOf} />
      )}
      {branches.length > 0 && (
        <ol className="kart-chains__list">
          {branches.map((branch) => (
            <ChainItem key={keyOf(branch.node)} {...{ tree: branch, nameOf, factsOf, goTo }} />
          ))}
        </ol>
      )}
    </li>
  );
}

function ChainCard({ tree: { node }, nameOf, factsOf }: Omit<ChainItemProps, 'goTo'>) {
  const t = useT();
  const { canWrite } = useSession();
  const name = nameOf(node);
  const facts = factsOf(node);
  return (
    <div
      className="kart-card"
      data-node={keyOf(node)}
      data-dropped={node.isDropped || undefined}
      data-lacks={node.lacks.length > 0 || undefined}
    >
      <button
        type="button"
        className="kart-card__main"
        data-press="card"
        onClick={() => showDetails(node)}
      >
        <span className="kart-card__name">{name}</span>
        {facts.line !== '' && <span className="kart-card__facts">{facts.line}</span>}
        {facts.share !== undefined && <Progress share={facts.share} />}
      </button>
      {node.lacks.length > 0 && (
        <p className="kart-card__lacks">
          <Icon name="warning" />
          {node.lacks.map((side) => lackWord(t, node, side)).join(' · ')}
        </p>
      )}
      {canWrite && (
        <IconButton
          icon="link"
          size="sm"
          className="kart-card__link"
          label={t('kart.link', { name })}
          tooltip={t('kart.linkShort')}
          aria-haspopup="dialog"
          onClick={() => setLinking(node)}
        />
      )}
    </div>
  );
}
