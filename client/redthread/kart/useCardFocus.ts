/** The focus among the cards: one of them is in the tab order, and the arrow keys go to the others. */
import { type KeyboardEvent, type RefObject, useState } from 'react';
import {
  type ChainMap,
  type ChainNode,
  COLUMNS,
  columnBeside,
  keyOf,
  linkedTo,
  type NodeRef,
} from '../../../shared/redthread/chain.ts';

interface CardFocus {
  /** The card that is in the tab order. */
  readonly at: NodeRef | undefined;
  readonly setAt: (ref: NodeRef) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useCardFocus(container: RefObject<HTMLElement | null>, map: ChainMap): CardFocus {
  const [chosen, setAt] = useState<NodeRef>();
  const at = (chosen && map.get(chosen)) ?? firstCard(map);
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || at === undefined) return;
    const next = cardTowards(map, at, event.key);
    if (next === undefined) return;
    event.preventDefault();
    focusCard(container.current, next);
  }
  return { at, setAt, onKeyDown };
}

/** Gives a card the focus, and tells whether it is there. */
export function focusCard(container: HTMLElement | null, ref: NodeRef): boolean {
  const card = container?.querySelector<HTMLElement>(
    `[data-node="${CSS.escape(keyOf(ref))}"] [data-press="card"]`,
  );
  card?.focus();
  return card != null;
}

function firstCard(map: ChainMap): ChainNode | undefined {
  return COLUMNS.flatMap((column) => map.columns[column].slice(0, 1))[0];
}

/** The card that a key leads to from another one. */
function cardTowards(map: ChainMap, at: ChainNode, key: string): NodeRef | undefined {
  const column = map.columns[at.of];
  switch (key) {
    case 'ArrowDown':
      return column[at.index + 1];
    case 'ArrowUp':
      return column[at.index - 1];
    case 'Home':
      return column[0];
    case 'End':
      return column.at(-1);
    case 'ArrowRight':
      return cardBeside(map, at, 'after');
    case 'ArrowLeft':
      return cardBeside(map, at, 'before');
    default:
      return undefined;
  }
}

/** Along the first link, else to the same height in the nearest column that has cards. */
export function cardBeside(
  map: ChainMap,
  at: ChainNode,
  side: 'before' | 'after',
): NodeRef | undefined {
  const [linked] = linkedTo(at, side);
  if (linked !== undefined) return linked;
  for (
    let column = columnBeside(at.of, side);
    column !== undefined;
    column = columnBeside(column, side)
  ) {
    const cards = map.columns[column];
    if (cards.length > 0) return cards[Math.min(at.index, cards.length - 1)];
  }
  return undefined;
}
