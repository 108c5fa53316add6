/**
 * What presses, keys and looks do among the cards. A press on a card opens its details; a press on its
 * link button begins to choose its links, and then a press on a card beside links the two or unlinks
 * them, until Escape. Everything is heard by the container, so that cards are rendered for their own
 * sake only.
 */
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useState,
} from 'react';
import {
  type ChainMap,
  type ChainNode,
  COLUMNS,
  keyOf,
  type NodeRef,
} from '../../../shared/redthread/chain.ts';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import type { NameOf } from '../names.ts';
import { setLinking } from '../state.ts';
import { showDetails } from './showDetails.ts';
import { cardBeside, focusCard, useCardFocus } from './useCardFocus.ts';
import { canLink, useLinkSource, useToggleLink } from './useLinking.ts';
import { useTarget } from './useTarget.ts';

interface Steering {
  /** The card that is in the tab order. */
  readonly at: NodeRef | undefined;
  /** The card whose thread is to stand out. */
  readonly seen: NodeRef | undefined;
  /** The card whose links are being chosen. */
  readonly source: NodeRef | undefined;
  readonly endLinking: () => void;
  /** Spread on the container. */
  readonly handlers: {
    readonly onClick: (event: MouseEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: () => void;
    readonly onPointerOver: (event: PointerEvent) => void;
    readonly onPointerLeave: () => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
}

export function useKartSteering(
  container: RefObject<HTMLElement | null>,
  map: ChainMap,
  nameOf: NameOf,
): Steering {
  const t = useT();
  const focus = useCardFocus(container, map);
  const source = useLinkSource(map);
  const toggle = useToggleLink(map, nameOf);
  const [focused, setFocused] = useState<NodeRef>();
  const [hovered, setHovered] = useState<NodeRef>();

  function beginLinking(node: ChainNode, isByPointer = false) {
    setLinking(node);
    announce(t('kart.linkingHint', { name: nameOf(node) }));
    // A hand on the mouse looks where it goes by itself; the cards stay where it sees them.
    if (isByPointer) return;
    const next = cardBeside(map, node, sideToLink(node));
    if (next !== undefined) focusCard(container.current, next);
  }
  function endLinking() {
    setLinking(undefined);
    if (source !== undefined) focusCard(container.current, source);
  }
  function press(node: ChainNode) {
    if (source === undefined) showDetails(node);
    else if (keyOf(source) === keyOf(node)) endLinking();
    else if (canLink(source, node)) toggle(source, node);
  }
  useTarget((target) => {
    const node = map.get(target);
    if (node === undefined) return;
    focusCard(container.current, node);
    if (source !== undefined) beginLinking(node);
  });

  const nodeAt = (target: EventTarget) => cardAt(map, target);
  return {
    at: focus.at,
    seen: source ?? hovered ?? focused,
    source,
    endLinking,
    handlers: {
      onClick: ({ target, detail }) => {
        const node = nodeAt(target);
        const pressed = target instanceof Element ? target.closest('[data-press]') : null;
        if (node === undefined || pressed === null) return;
        if (pressed.getAttribute('data-press') === 'card') press(node);
        else if (source !== undefined && keyOf(source) === keyOf(node)) endLinking();
        // A press by key counts no clicks.
        else beginLinking(node, detail > 0);
      },
      onFocus: ({ target }) => {
        const node = nodeAt(target);
        if (node !== undefined) focus.setAt(node);
        setFocused(node);
      },
      onBlur: () => setFocused(undefined),
      onPointerOver: ({ target }) => setHovered(nodeAt(target)),
      onPointerLeave: () => setHovered(undefined),
      onKeyDown: (event) => {
        if (event.key === 'Escape' && source !== undefined) {
          // One step back, not out of the kart.
          event.preventDefault();
          endLinking();
        } else {
          focus.onKeyDown(event);
        }
      },
    },
  };
}

/** Where links are missing, else where the chain goes on. */
function sideToLink(node: ChainNode): 'before' | 'after' {
  if (node.lacks.includes('after')) return 'after';
  return node.lacks.includes('before') || node.of === 'maalinger' ? 'before' : 'after';
}

function cardAt(map: ChainMap, target: EventTarget): ChainNode | undefined {
  const card = target instanceof Element ? target.closest<HTMLElement>('[data-node]') : null;
  const key = card?.dataset['node'];
  return COLUMNS.flatMap((column) => map.columns[column]).find((node) => keyOf(node) === key);
}
