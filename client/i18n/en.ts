/** English: every key of `nb.ts`, and the errors. Fetched when somebody chooses it. */
import { errorsEn } from './errors.en.ts';
import type { Texts } from './keys.ts';
import { lapperEn } from './lapper.en.ts';
import { proseEn } from './prose.en.ts';
import { sheetEn } from './sheet.en.ts';

export const en = {
  ...errorsEn,
  ...lapperEn,
  ...proseEn,
  ...sheetEn,

  'app.name': 'Helhetsmodellen A3',
  'app.skipToContent': 'Skip to the content',
  'app.loading': 'Loading …',
  'app.toStart': 'To the start page',
  'app.language': 'Language',

  'api.unreachable': 'Cannot reach the server. Check your network and try again.',

  'crash.title': 'Something went wrong in this tab',
  'crash.text':
    'Reload the page. What you have written is on this device and on the server, and is not lost.',
  'crash.reload': 'Reload the page',

  'notFound.title': 'We could not find the page',
  'notFound.text':
    'Check that you have the whole link. If somebody sent it to you, ask them to send it again.',

  'common.undo': 'Undo',
  'common.retry': 'Try again',
  'common.close': 'Close',
  'common.cancel': 'Cancel',

  'alert.info': 'For your information',
  'alert.success': 'Done',
  'alert.warning': 'Warning',
  'alert.danger': 'Error',

  'date.placeholder': 'dd.mm.yyyy',
  'date.openCalendar': 'Choose a date in the calendar: {{label}}',
  'date.openCalendarShort': 'Choose a date in the calendar',
  'date.chosen': 'Date chosen: {{date}}',
  'date.unreadable': '“{{text}}” is not a date. Write day, month and year, such as 01.03.2027.',

  'number.unreadable': '“{{text}}” is not a number. Write for example 1 234,5.',

  'toast.region': 'Messages (F8)',
  'toast.dismiss': 'Close the message',

  'start.title': 'Think together on one sheet',
  'start.lead':
    'An A3 sheet holds the whole line of reasoning on one page: what the challenge is, why it arises, what you will change, and how you will see that it works. Everybody in the room writes on the same sheet, at the same time.',
  'start.picture.alt':
    'Picture of a deep-dive A3. On the left are the rationale, the current situation and the root causes. On the right are the desired situation, the measures for change and the measurement.',
  'start.ways.title': 'Get started',
  'start.ways.virksomhet':
    'The overview of the municipality, a sector or a unit. Here you see the challenges across it and choose what to look into.',
  'start.ways.dypdykk':
    'Goes deep into one challenge: root causes, measures for change, benefits and measurements.',
  'start.ways.example':
    'See what a finished sheet looks like. You get a copy of your own, so you can safely try things out.',
  'start.ways.program':
    'The programme gathers the sheets: target figures, units, uncertainty, and what all the measures give together.',
  'start.program.heading': 'Gains realisation programme',
  'start.example.heading': 'Example',
  'start.example.title': 'Avtalelojalitet',
  'start.example.open': 'Open the example',
  'start.example.openVirksomhet': 'Open the organisation A3',
  'start.example.openProgram': 'Open the example programme Levanger 3.0',
  'start.recent.title': 'Last opened on this device',
  'start.recent.opened': 'opened {{date}}',
  'start.recent.fasilitator': 'you are a facilitator',
  'start.recent.rediger': 'you can write',
  'start.recent.les': 'you can read',
  'start.recent.showAll': 'Show all {{count}}',
  'start.recent.remove': 'Take “{{title}}” off the list',
  'start.recent.removeShort': 'Take off the list',
  'start.recent.removed': '“{{title}}” is off the list. The sheet is not deleted.',
  'start.recent.removedProgram': '“{{title}}” is off the list. The programme is not deleted.',
  'start.recent.program': 'Programme',
  'start.recent.unnamed': 'Programme without a name',
  'start.create.virksomhet': 'New organisation A3',
  'start.create.dypdykk': 'New deep-dive A3',
  'start.create.title': 'Title',
  'start.create.titleHelp': 'In a few words, what the sheet is about. You can change it later.',
  'start.create.submit': 'Create the sheet',
  'start.create.program': 'New programme',
  'start.create.programName': 'Name',
  'start.create.programNameHelp': 'What the programme is called. You can change it later.',
  'start.create.submitProgram': 'Create the programme',
  'start.create.adminKey': 'Administrator key',
  'start.create.adminKeyHelp':
    'Whoever runs this server has decided that only those with the key can create sheets. The key was shown when the server was first started.',
  'start.create.adminKeyWrong': 'The key is not right. Check that you have all its characters.',
  'start.how.title': 'How it works',
  'start.how.share.title': 'Share the link',
  'start.how.share.text':
    'Everybody comes in by a link or a QR code, from a phone or a PC. Nobody needs a user name or a password.',
  'start.how.write.title': 'Write at the same time',
  'start.how.write.text':
    'You see each other write. Every letter is kept, and the sheet tells you when everything is saved.',
  'start.how.offline.title': 'If you lose the network, keep writing',
  'start.how.offline.text':
    'What you write is on your device. When you are back online, it is merged into the sheet.',
  'start.privacy':
    'Everything is on the server that you run yourselves. The page fetches nothing from others and sends nothing to others.',

  'share.open': 'Share',
  'share.title': 'Share the sheet',
  'share.intro': 'Whoever has a link comes straight in. Give each person the link they need.',
  'share.ownIntro': 'Whoever gets this link can do the same as you.',
  'share.loading': 'Fetching the links …',
  'share.failed': 'Could not fetch the links',
  'share.rediger.name': 'Can write',
  'share.rediger.purpose': 'For the participants. Everybody with the link can write on the sheet.',
  'share.les.name': 'Can read',
  'share.les.purpose':
    'For those who are to follow along. They see everything that happens, but cannot change anything.',
  'share.fasilitator.name': 'Facilitator',
  'share.fasilitator.purpose':
    'For you who lead the work. Can also share and renew links, so do not show it on the big screen.',
  'share.linkOf': 'Link: {{name}}',
  'share.qrOf': 'QR code for the link “{{name}}”',
  'share.copy': 'Copy',
  'share.copied': 'Copied',
  'share.copiedSaid': 'The link is copied.',
  'share.copyBlocked':
    'The browser did not let us reach the clipboard. The link is selected, so that you can copy it yourself.',
  'share.show': 'Show link and QR code',
  'share.showBig': 'Show big',
  'share.renew': 'Make a new link',
  'share.renewTitle': 'Make a new link for “{{name}}”?',
  'share.renewText':
    'The old link stops working. Those who are in by it lose access at once. What they have written stays. Give the new link to those who are still to take part.',
  'share.renewOwnText':
    'The old facilitator link stops working at once, for other facilitators too. You go on here with the new one.',
  'share.renewed': 'The new link for “{{name}}” is ready. The old one no longer works.',
  'share.download': 'Download the sheet',
  'share.download.pdf': 'PDF, the whole A3',
  'share.download.docx': 'Word',
  'share.download.xlsx': 'Excel',
  'share.download.csv': 'CSV',
  'share.downloaded': '“{{name}}” has been downloaded.',
  'share.big.call': 'Join the sheet',
  'share.big.camera': 'Open the camera on your phone.',
  'share.big.point': 'Point it at the code.',
  'share.big.tap': 'Tap the link that comes up.',
  'share.big.rediger': 'With this link you can write on the sheet.',
  'share.big.les': 'With this link you can read the sheet and follow along.',
} as const satisfies Texts;
