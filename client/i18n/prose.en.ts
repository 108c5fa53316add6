/** English for the prose editor. */
import type { proseNb } from './prose.nb.ts';

export const proseEn = {
  'prose.toolbar': 'Text in {{section}}',
  'prose.bold': 'Bold',
  'prose.italic': 'Italic',
  'prose.heading': 'Heading',
  'prose.bulletList': 'Bulleted list',
  'prose.orderedList': 'Numbered list',
  'prose.indent': 'Indent',
  'prose.outdent': 'Outdent',
  'prose.table': 'Insert a table',
  'prose.tableMenu': 'Table',
  'prose.addRow': 'New row below',
  'prose.addColumn': 'New column to the right',
  'prose.deleteRow': 'Delete the row',
  'prose.deleteColumn': 'Delete the column',
  'prose.deleteTable': 'Delete the table',
  'prose.help':
    'Alt+F10 goes to the toolbar. In a table, Tab goes to the next cell. Escape and then Tab leaves the text.',
  'prose.late':
    'What you write here goes into the field when the network is back. Keep the page open.',
  'prose.unknown':
    'This text was written in a newer version and cannot be changed here. Reload the page to get the new version.',
} as const satisfies Record<keyof typeof proseNb, string>;
