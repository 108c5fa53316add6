/**
 * What can be done to the words of a section: a toolbar by the ARIA pattern, one stop for Tab and
 * arrows within. It floats over the section's upper edge, so that nothing moves when it comes.
 */
import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, useCallback, useSyncExternalStore } from 'react';
import { useT } from '../../../i18n/i18n.ts';
import type { IconName } from '../../../ui/Icon.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { HEADING_LEVELS } from '../model.ts';
import { indent, outdent } from './keys.ts';

interface Tool {
  readonly icon: IconName;
  readonly label: `prose.${'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'outdent' | 'indent' | 'table'}`;
  readonly shortcut?: string;
  readonly run: (editor: Editor) => void;
  /** Whether the words at the caret are that already. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly isShown?: (editor: Editor) => boolean;
}

const [TOP_LEVEL] = HEADING_LEVELS;
const isInList = (editor: Editor): boolean => editor.isActive('listItem');
const isInTable = (editor: Editor): boolean => editor.isActive('table');

const TOOLS: readonly Tool[] = [
  {
    icon: 'bold',
    label: 'prose.bold',
    shortcut: 'Ctrl+B',
    run: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive('bold'),
  },
  {
    icon: 'italic',
    label: 'prose.italic',
    shortcut: 'Ctrl+I',
    run: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive('italic'),
  },
  {
    icon: 'heading',
    label: 'prose.heading',
    shortcut: 'Ctrl+Alt+3',
    run: (editor) => editor.chain().focus().toggleHeading({ level: TOP_LEVEL }).run(),
    isOn: (editor) => editor.isActive('heading'),
  },
  {
    icon: 'bulletList',
    label: 'prose.bulletList',
    shortcut: 'Ctrl+Shift+8',
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive('bulletList'),
  },
  {
    icon: 'numberedList',
    label: 'prose.orderedList',
    shortcut: 'Ctrl+Shift+7',
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive('orderedList'),
  },
  {
    icon: 'outdent',
    label: 'prose.outdent',
    shortcut: 'Alt+Shift+ArrowLeft',
    run: (editor) => focused(editor) && outdent(editor),
    isShown: isInList,
  },
  {
    icon: 'indent',
    label: 'prose.indent',
    shortcut: 'Alt+Shift+ArrowRight',
    run: (editor) => focused(editor) && indent(editor),
    isShown: isInList,
  },
  {
    icon: 'table',
    label: 'prose.table',
    run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3 }).run(),
    isShown: (editor) => !isInTable(editor),
  },
];

interface ToolbarProps {
  readonly editor: Editor;
  /** The accessible name. */
  readonly label: string;
}

export function Toolbar({ editor, label }: ToolbarProps) {
  const t = useT();
  useEditorState(editor);
  const tools = TOOLS.filter((tool) => tool.isShown?.(editor) ?? true);
  return (
    <div className="prose-toolbar-place">
      <div
        className="prose-toolbar"
        role="toolbar"
        aria-label={label}
        // Pressing a button must not take the focus, and with it the selection, from the words.
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => steer(event, editor)}
        onFocus={(event) => makeOnlyStop(event.currentTarget, event.target)}
      >
        {tools.map((tool, index) => (
          <IconButton
            key={tool.label}
            size="sm"
            icon={tool.icon}
            label={t(tool.label)}
            tabIndex={index === 0 ? 0 : -1}
            aria-pressed={tool.isOn?.(editor)}
            onClick={() => tool.run(editor)}
            {...(tool.shortcut !== undefined && { shortcut: tool.shortcut })}
          />
        ))}
        {isInTable(editor) && <TableMenu editor={editor} />}
      </div>
    </div>
  );
}

function TableMenu({ editor }: { readonly editor: Editor }) {
  const t = useT();
  const then = () => editor.chain().focus();
  return (
    <Menu
      iconOnly
      icon="table"
      size="sm"
      label={t('prose.tableMenu')}
      align="end"
      items={[
        { label: t('prose.addRow'), onSelect: () => then().addRowAfter().run() },
        { label: t('prose.addColumn'), onSelect: () => then().addColumnAfter().run() },
        'separator',
        { label: t('prose.deleteRow'), onSelect: () => then().deleteRow().run() },
        { label: t('prose.deleteColumn'), onSelect: () => then().deleteColumn().run() },
        {
          label: t('prose.deleteTable'),
          onSelect: () => then().deleteTable().run(),
          isDanger: true,
        },
      ]}
    />
  );
}

/** Moves the focus to the toolbar's stop for Tab. */
export function focusToolbar(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLElement>('.prose-toolbar > button[tabindex="0"]')?.focus();
}

function steer(event: KeyboardEvent<HTMLElement>, editor: Editor): void {
  const buttons = buttonsOf(event.currentTarget);
  const at = event.target instanceof HTMLElement ? buttons.indexOf(event.target) : -1;
  if (at === -1) return;
  switch (event.key) {
    case 'ArrowRight':
      buttons[(at + 1) % buttons.length]?.focus();
      break;
    case 'ArrowLeft':
      buttons.at(at - 1)?.focus();
      break;
    case 'Home':
      buttons[0]?.focus();
      break;
    case 'End':
      buttons.at(-1)?.focus();
      break;
    case 'Escape':
      editor.commands.focus();
      break;
    default:
      return;
  }
  event.preventDefault();
}

/** The buttons of the bar itself, not those of an open menu. */
function buttonsOf(bar: HTMLElement): HTMLElement[] {
  return [...bar.children].filter((child) => child instanceof HTMLButtonElement);
}

function makeOnlyStop(bar: HTMLElement, target: EventTarget): void {
  const buttons = buttonsOf(bar);
  if (!buttons.some((button) => button === target)) return;
  for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
}

function focused(editor: Editor): boolean {
  return editor.commands.focus();
}

/** Renders anew after each change of the words or the selection. */
function useEditorState(editor: Editor): void {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener);
      return () => editor.off('transaction', listener);
    },
    [editor],
  );
  useSyncExternalStore(subscribe, () => editor.state);
}
