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

  'crash.title': 'Something went wrong in this tab',
  'crash.text':
    'Reload the page. What you have written is on this device and on the server, and is not lost.',
  'crash.reload': 'Reload the page',

  'notFound.title': 'We could not find the page',
  'notFound.text':
    'Check that you have the whole link. If somebody sent it to you, ask them to send it again.',
} as const satisfies Texts;
