/** What stands in a menu: actions, choices that take its place, and lines between groups. */
import { Icon, type IconName } from './Icon.tsx';

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
  /** A colour to be seen before the label. */
  readonly swatch?: string;
}

/** Choices that take the menu's place when this is chosen. */
export interface SubMenu extends Pick<MenuAction, 'label' | 'icon' | 'isDisabled'> {
  readonly items: readonly MenuAction[];
}

/** An action, choices behind one label, or a line between groups. */
export type MenuItem = MenuAction | SubMenu | 'separator';

interface MenuItemsProps {
  readonly items: readonly MenuItem[];
  readonly close: () => void;
  readonly enter: (index: number) => void;
}

export function MenuItems({ items, close, enter }: MenuItemsProps) {
  const hasIcons = items.some((item) => item !== 'separator' && hasMark(item));
  return items.map((item, index) => {
    // The list is written out anew as a whole; an item is known by its place in it.
    const key = `${index}`;
    if (item === 'separator') return <hr key={key} className="ui-menu__separator" />;
    if (!('items' in item)) {
      return <MenuButton key={key} action={item} hasIcons={hasIcons} close={close} />;
    }
    return (
      <button
        key={key}
        type="button"
        role="menuitem"
        aria-haspopup="menu"
        aria-disabled={item.isDisabled || undefined}
        data-item={key}
        tabIndex={-1}
        className="ui-menu__item"
        onClick={() => !item.isDisabled && enter(index)}
      >
        <Mark icon={item.icon} hasIcons={hasIcons} />
        <span className="ui-menu__label">{item.label}</span>
        <Icon name="chevronRight" />
      </button>
    );
  });
}

interface SubMenuProps {
  readonly sub: SubMenu;
  readonly close: () => void;
  readonly back: () => void;
}

export function SubMenuItems({ sub, close, back }: SubMenuProps) {
  const hasIcons = sub.items.some(hasMark);
  return (
    <>
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        className="ui-menu__item ui-menu__back"
        onClick={back}
      >
        <Icon name="chevronRight" />
        <span className="ui-menu__label">{sub.label}</span>
      </button>
      <hr className="ui-menu__separator" />
      {sub.items.map((action) => (
        <MenuButton key={action.label} action={action} hasIcons={hasIcons} close={close} />
      ))}
    </>
  );
}

function hasMark(item: Exclude<MenuItem, 'separator'>): boolean {
  return item.icon !== undefined || ('isChecked' in item && item.isChecked === true);
}

interface MarkProps {
  readonly icon: IconName | undefined;
  /** Some item has an icon, so all labels begin after one. */
  readonly hasIcons: boolean;
}

function Mark({ icon, hasIcons }: MarkProps) {
  if (icon !== undefined) return <Icon name={icon} />;
  return hasIcons && <span className="ui-menu__gap" />;
}

interface MenuButtonProps {
  readonly action: MenuAction;
  readonly hasIcons: boolean;
  readonly close: () => void;
}

function MenuButton({ action, hasIcons, close }: MenuButtonProps) {
  const { label, icon, isChecked, isDisabled, isDanger, shortcut, swatch } = action;
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
      <Mark icon={isChecked ? 'check' : icon} hasIcons={hasIcons} />
      {swatch !== undefined && (
        <span className="ui-menu__swatch" style={{ backgroundColor: swatch }} />
      )}
      <span className="ui-menu__label">{label}</span>
      {shortcut !== undefined && <span className="ui-menu__shortcut">{shortcut}</span>}
    </button>
  );
}
