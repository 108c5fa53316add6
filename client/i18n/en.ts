/** English: every key of `nb.ts`, and the errors. Fetched when somebody chooses it. */
import { errorsEn } from './errors.en.ts';
import type { Texts } from './keys.ts';

export const en = {
  ...errorsEn,

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
} as const satisfies Texts;
