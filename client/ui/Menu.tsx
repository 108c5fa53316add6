/**
 * A button that opens a menu of actions or choices, by the ARIA pattern «menu button»: arrows,
 * Home and End move, letters jump, Enter chooses, Escape and Tab close. An item may hold choices
 * of its own, which take the menu's place; the first of them, or the left arrow, leads back.
 */
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, type ButtonProps } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import './Menu.css';
import { type MenuItem, MenuItems, type SubMenu, SubMenuItems } from './MenuItems.tsx';
import { moveFocus } from './menuFocus.ts';
import { keepPlaced } from './place.ts';

interface MenuProps {
  readonly items: readonly MenuItem[];
  /** The button's label: shown, or its accessible name and tooltip with `iconOnly`. */
  readonly label: string;
  readonly icon?: IconName;
  readonly iconOnly?: boolean;
  readonly variant?: ButtonProps['variant'];
  readonly size?: ButtonProps['size'];
  /** Which edge of the button the menu lines up with. */
  readonly align?: 'start' | 'end';
}

export function Menu({
  items,
  label,
  icon,
  iconOnly = false,
  variant = 'tertiary',
  size,
  align = 'start',
}: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [entered, setEntered] = useState<number>();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!isOpen || menu.current === null || button.current === null) return;
    return keepPlaced(menu.current, button.current, { side: 'bottom', align, gap: 6 });
  }, [isOpen, align]);

  function open(focus: 'first' | 'last') {
    const element = menu.current;
    if (element === null || button.current === null) return;
    // A page has a menu for every row: what is in one is made when it opens, before it is placed.
    flushSync(() => {
      setOpen(true);
      setEntered(undefined);
    });
    if (!element.matches(':popover-open')) element.showPopover();
    keepPlaced(element, button.current, { side: 'bottom', align, gap: 6 })();
    moveFocus(element, focus);
  }
  /** Shows the choices behind an item, or (undefined) all items again with the focus on that one. */
  function enter(index: number | undefined) {
    const element = menu.current;
    if (element === null || button.current === null) return;
    flushSync(() => setEntered(index));
    keepPlaced(element, button.current, { side: 'bottom', align, gap: 6 })();
    const next = index === undefined ? itemAt(element, entered) : checkedItem(element);
    if (next === undefined) moveFocus(element, 'first');
    else next.focus();
  }
  function close() {
    menu.current?.hidePopover();
    button.current?.focus();
  }
  const sub = subMenuAt(items, entered);
  const trigger = {
    ref: button,
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    'aria-controls': isOpen ? menuId : undefined,
    // The button counts as the popover's own, so pressing it does not dismiss and reopen it.
    popoverTarget: menuId,
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      if (isOpen) close();
      else open('first');
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      open(event.key === 'ArrowDown' ? 'first' : 'last');
    },
  } as const;

  return (
    <>
      {iconOnly && icon !== undefined ? (
        <IconButton {...trigger} label={label} icon={icon} variant={variant} size={size ?? 'md'} />
      ) : (
        <Button {...trigger} variant={variant} size={size ?? 'md'} {...(icon && { icon })}>
          {label}
          <Icon name="chevronDown" />
        </Button>
      )}
      <div
        ref={menu}
        id={menuId}
        popover="auto"
        role="menu"
        aria-label={sub === undefined ? label : sub.label}
        tabIndex={-1}
        className="ui-menu"
        onToggle={(event) => {
          const isNowOpen = event.newState === 'open';
          setOpen(isNowOpen);
          // This comes late: a quick hand has gone into a submenu when it tells of the opening.
          if (!isNowOpen) setEntered(undefined);
        }}
        onKeyDown={(event) =>
          steer(event, close, sub === undefined ? undefined : () => enter(undefined))
        }
      >
        {isOpen && sub === undefined && <MenuItems items={items} close={close} enter={enter} />}
        {isOpen && sub !== undefined && (
          <SubMenuItems sub={sub} close={close} back={() => enter(undefined)} />
        )}
      </div>
    </>
  );
}

function subMenuAt(items: readonly MenuItem[], index: number | undefined): SubMenu | undefined {
  const item = index === undefined ? undefined : items[index];
  return item !== undefined && item !== 'separator' && 'items' in item ? item : undefined;
}

function itemAt(menu: HTMLElement, index: number | undefined): HTMLElement | undefined {
  return menu.querySelector<HTMLElement>(`[data-item="${index}"]`) ?? undefined;
}

/** Where one begins among choices: at the one in force, else at the first after the way back. */
function checkedItem(menu: HTMLElement): HTMLElement | undefined {
  const checked = menu.querySelector<HTMLElement>('[aria-checked="true"]');
  return checked ?? menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')[1];
}

/** Keys inside the open menu. `back` where it shows the choices of one item. */
function steer(
  event: KeyboardEvent<HTMLElement>,
  close: () => void,
  back: (() => void) | undefined,
): void {
  const menu = event.currentTarget;
  switch (event.key) {
    case 'ArrowLeft':
      if (back === undefined) return;
      back();
      break;
    case 'ArrowRight': {
      const { activeElement } = document;
      if (activeElement?.getAttribute('aria-haspopup') !== 'menu') return;
      if (activeElement instanceof HTMLElement) activeElement.click();
      break;
    }
    case 'ArrowDown':
      moveFocus(menu, 'next');
      break;
    case 'ArrowUp':
      moveFocus(menu, 'previous');
      break;
    case 'Home':
      moveFocus(menu, 'first');
      break;
    case 'End':
      moveFocus(menu, 'last');
      break;
    case 'Tab':
      // The focus is on the button when the browser moves it on.
      close();
      return;
    default:
      if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey) return;
      moveFocus(menu, { startingWith: event.key });
  }
  event.preventDefault();
}
