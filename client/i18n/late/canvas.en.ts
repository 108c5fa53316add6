/** English for the canvas; see `canvas.nb.ts`. */
import type { canvasNb } from './canvas.nb.ts';

export const canvasEn: Readonly<Record<keyof typeof canvasNb, string>> = {
  'canvas.label': 'Canvas with the sheet',
  'canvas.page': 'The sheet',
  'canvas.newer':
    'The drawings were made with a newer version of the program. Reload the page, or use the form.',
  'canvas.quarantined_one': 'One drawing cannot be shown in this version. It is not lost.',
  'canvas.quarantined_other':
    '{{count}} drawings cannot be shown in this version. They are not lost.',

  'canvas.view': 'View',
  'canvas.hundredNow': '{{percent}} per cent. Show at full size',
  'canvas.lapp.tools_one': 'Tools for the note',
  'canvas.lapp.tools_other': 'Tools for {{count}} notes',
  'canvas.lapp.taken': 'The note has already been turned into something.',
  'canvas.tool.lapp': 'Note',
  'canvas.full':
    'The canvas is full. Delete drawings that are not needed to make room for new ones.',
  'canvas.fit': 'Fit the sheet',
  'canvas.zoomIn': 'Larger',
  'canvas.zoomOut': 'Smaller',
  'canvas.zoomTo': 'Go to {{section}}',
  'canvas.scroll.more': 'More below – show',

  'canvas.outline': 'Outline',
  'canvas.outline.lapper': 'Notes',
  'canvas.outline.drawings': 'Drawings',
  'canvas.outline.empty': 'There are no notes or drawings on the sheet yet.',
  'canvas.outline.shape.arrow': 'Arrow',
  'canvas.outline.shape.draw': 'Pen stroke',
  'canvas.outline.shape.frame': 'Frame',
  'canvas.outline.shape.geo': 'Shape',
  'canvas.outline.shape.group': 'Group',
  'canvas.outline.shape.highlight': 'Highlighter stroke',
  'canvas.outline.shape.image': 'Picture',
  'canvas.outline.shape.line': 'Line',
  'canvas.outline.shape.text': 'Text',
  'canvas.outline.shape.other': 'Drawing',

  'canvas.lapp.label': 'Note: {{text}}',
  'canvas.lapp.empty': 'Empty note',
  'canvas.lapp.write': 'Write …',
  'canvas.lapp.became': 'Became {{what}}',
  'canvas.lapp.edit': 'Write on the note',
  'canvas.lapp.toGrid': 'Arrange in a grid',
  'canvas.lapp.group': 'Group',
  'canvas.lapp.ungroup': 'Ungroup',
  'canvas.lapp.delete': 'Delete',
  'canvas.paste.many_one': 'One note added',
  'canvas.paste.many_other': '{{count}} notes added',

  'canvas.following': 'You are following {{name}}',
  'canvas.stopFollowing': 'Stop following',

  'canvas.picture': 'Export a picture',
  'canvas.picture.png': 'As PNG',
  'canvas.picture.svg': 'As SVG',
  'canvas.picture.busy': 'Making the picture …',
  'canvas.picture.saved': 'The picture is saved.',
  'canvas.picture.failed': 'Could not make the picture. Try again.',
  'canvas.image.offline': 'Pictures can be added when you are connected again.',
  'canvas.image.tooLarge': 'The picture is too large. It can be at most {{megabytes}} MB.',
  'canvas.image.type': 'This file is not a picture that we can show. Use PNG, JPEG, GIF or WebP.',

  'canvas.help.keys': 'Keyboard shortcuts on the canvas',
  'canvas.help.keys.section': '1 to 6: go to a section',
  'canvas.help.keys.fit': 'Shift+1: show the whole sheet',
  'canvas.help.keys.lapp':
    'N: new note where you press. N and Enter: new note in the middle of the screen',
  'canvas.help.keys.next': 'Tab and Shift+Tab: next and previous',
  'canvas.help.keys.move': 'Arrow keys: move what is selected. With Shift: further',
  'canvas.help.keys.edit': 'Enter: select the first note, and write on the selected one',
  'canvas.help.keys.leave': 'Escape: leave the text, and then the canvas',
  'canvas.help.keys.delete': 'Delete: delete what is selected',
  'canvas.help.keys.undo': 'Ctrl+Z and Ctrl+Shift+Z: undo and redo',
};
