/**
 * The nodes and marks of the editor: TipTap's own, held to what `model.ts` knows. Content is looser
 * than TipTap's (`block+` where it asks for a paragraph first), because whatever two people's
 * changes merge to must be a document.
 */
import { type Extensions, getSchema } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { BulletList } from '@tiptap/extension-bullet-list';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { ListItem } from '@tiptap/extension-list-item';
import { OrderedList } from '@tiptap/extension-ordered-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Table } from '@tiptap/extension-table';
import { TableCell } from '@tiptap/extension-table-cell';
import { TableHeader } from '@tiptap/extension-table-header';
import { TableRow } from '@tiptap/extension-table-row';
import { Text } from '@tiptap/extension-text';
import type { Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { HEADING_LEVELS } from '../model.ts';
import { isSharedChange } from './collab/sharedChange.ts';

/** Marks come by button and by key only: asterisks and underscores are somebody's own. */
const WITHOUT_RULES = { addInputRules: () => [], addPasteRules: () => [] };

/** Tab is for leaving the editor; lists and tables get their keys in `keys.ts`. */
const WITHOUT_TAB = { addKeyboardShortcuts: () => ({}) };

const ProseHeading = Heading.extend({
  addAttributes() {
    return { level: { default: HEADING_LEVELS[0], rendered: false } };
  },
  addInputRules: () => [],
}).configure({ levels: [...HEADING_LEVELS] });

const ProseListItem = ListItem.extend({
  content: 'block+',
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

const ProseTable = Table.extend({
  ...WITHOUT_TAB,
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map(leaveOthersTables);
  },
});

/** Everything a section's document is made of. */
export const PROSE_NODES: Extensions = [
  Document,
  Paragraph,
  Text,
  Bold.extend(WITHOUT_RULES),
  Italic.extend(WITHOUT_RULES),
  ProseHeading,
  BulletList,
  OrderedList,
  ProseListItem,
  HardBreak,
  ProseTable,
  TableRow.extend({ content: '(tableCell | tableHeader)+' }),
  TableCell,
  TableHeader,
];

/** The schema by itself, for reading and testing without an editor. */
export function proseSchema(): Schema {
  return getSchema(PROSE_NODES);
}

/**
 * TipTap's table plugin repairs tables whenever the document changes. Repairing what others sent
 * would make every open browser add the same cells, so only one's own changes are repaired; what
 * is missing otherwise is shown as filling.
 */
function leaveOthersTables(plugin: Plugin): Plugin {
  const { appendTransaction: repair } = plugin.spec;
  if (repair === undefined) return plugin;
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, before, after) {
      const isOthers = transactions.some(isSharedChange);
      // Nothing has changed since `after`, so that only the selection is put right.
      return repair.call(this, transactions, isOthers ? after : before, after);
    },
  });
}
