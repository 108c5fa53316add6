/**
 * A button that opens a menu of actions or choices, by the ARIA pattern «menu button»: arrows,
 * Home and End move, letters jump, Enter chooses, Escape and Tab close.
 */
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button, type ButtonProps } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import './Menu.css';
import { moveFocus } from './menuFocus.ts';
import { keepPlaced } from './place.ts';

export interface MenuAction {
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: IconName;
  /** Shown at the end, such as `Ctrl+Z`; the key itself is handled elsewhere. */
  readonly shortcut?: string;
  /** Takes something away. */
  readonly isDanger?: boolean;
  /** Shown, but cannot be chosen now. */
  readonly isDisabled?: boolean;
  /** Makes it one of several choices, of which the true one is in force. */
  readonly isChecked?: boolean;
}

/** An action, or a line between groups. */
export type MenuItem = MenuAction | 'separator';

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
    flushSync(() => setOpen(true));
    if (!element.matches(':popover-open')) element.showPopover();
    keepPlaced(element, button.current, { side: 'bottom', align, gap: 6 })();
    moveFocus(element, focus);
  }
  function close() {
    menu.current?.hidePopover();
    button.current?.focus();
  }
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
        aria-label={label}
        tabIndex={-1}
        className="ui-menu"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => steer(event, close)}
      >
        {isOpen && <MenuItems items={items} close={close} />}
      </div>
    </>
  );
}

/** Keys inside the open menu. */
function steer(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const menu = event.currentTarget;
  switch (event.key) {
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

interface MenuItemsProps {
  readonly items: readonly MenuItem[];
  readonly close: () => void;
}

function MenuItems({ items, close }: MenuItemsProps) {
  const hasIcons = items.some((item) => item !== 'separator' && (item.icon || item.isChecked));
  return items.map((item, index) => {
    // The list is written out anew as a whole; an item is known by its place in it.
    const key = `${index}`;
    if (item === 'separator') return <hr key={key} className="ui-menu__separator" />;
    return <MenuButton key={key} action={item} hasIcons={hasIcons} close={close} />;
  });
}

interface MenuButtonProps {
  readonly action: MenuAction;
  /** Some item has an icon, so all labels begin after one. */
  readonly hasIcons: boolean;
  readonly close: () => void;
}

function MenuButton({ action, hasIcons, close }: MenuButtonProps) {
  const { label, icon, isChecked, isDisabled, isDanger, shortcut } = action;
  const shownIcon = isChecked ? 'check' : icon;
  const role =
    isChecked === undefined
      ? { role: 'menuitem' }
      : { role: 'menuitemradio', 'aria-checked': isChecked };
  function choose() {
    if (isDisabled) return;
    // First back to the button: a dialog that the action opens gives the focus back there.
    close();
    action.onSelect();
  }
  return (
    <button
      type="button"
      {...role}
      aria-disabled={isDisabled || undefined}
      tabIndex={-1}
      className="ui-menu__item"
      data-danger={isDanger || undefined}
      onClick={choose}
    >
      {shownIcon !== undefined ? (
        <Icon name={shownIcon} />
      ) : (
        hasIcons && <span className="ui-menu__gap" />
      )}
      <span className="ui-menu__label">{label}</span>
      {shortcut !== undefined && <span className="ui-menu__shortcut">{shortcut}</span>}
    </button>
  );
}
