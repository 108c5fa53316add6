/** Moves the focus among a menu's items, round and round. */

export type MenuMove = 'first' | 'last' | 'next' | 'previous' | { readonly startingWith: string };

export function moveFocus(menu: HTMLElement, move: MenuMove): void {
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const current = items.findIndex((item) => item.matches(':focus'));
  targetItem(items, current, move)?.focus();
}

function targetItem(
  items: readonly HTMLElement[],
  current: number,
  move: MenuMove,
): HTMLElement | undefined {
  if (typeof move === 'object') {
    const letter = move.startingWith.toLocaleLowerCase();
    const inOrder = [...items.slice(current + 1), ...items.slice(0, current + 1)];
    return inOrder.find((item) => item.innerText.trim().toLocaleLowerCase().startsWith(letter));
  }
  switch (move) {
    case 'first':
      return items[0];
    case 'last':
      return items.at(-1);
    case 'next':
      return items[(current + 1) % items.length];
    case 'previous':
      return items.at(current <= 0 ? -1 : current - 1);
  }
}
