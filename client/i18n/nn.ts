/** Nynorsk: every key of `nb.ts`, and the errors. Fetched when somebody chooses it. */
import { errorsNn } from './errors.nn.ts';
import type { Texts } from './keys.ts';

export const nn = {
  ...errorsNn,

  'app.name': 'Helhetsmodellen A3',
  'app.skipToContent': 'Hopp til innhaldet',
  'app.loading': 'Lastar …',
  'app.toStart': 'Til startsida',
  'app.language': 'Språk',

  'api.unreachable': 'Får ikkje kontakt med tenaren. Sjekk nettet og prøv igjen.',

  'crash.title': 'Noko gjekk gale i denne fana',
  'crash.text':
    'Last sida på nytt. Det du har skrive, ligg på denne eininga og på tenaren, og er ikkje borte.',
  'crash.reload': 'Last sida på nytt',

  'notFound.title': 'Vi fann ikkje sida',
  'notFound.text':
    'Sjekk at du har fått med heile lenkja. Har du fått henne av nokon, kan du be dei sende henne på nytt.',

  'common.close': 'Lukk',
  'common.cancel': 'Avbryt',

  'alert.info': 'Til orientering',
  'alert.success': 'Utført',
  'alert.warning': 'Åtvaring',
  'alert.danger': 'Feil',

  'date.placeholder': 'dd.mm.åååå',
  'date.openCalendar': 'Vel dato i kalender: {{label}}',
  'date.openCalendarShort': 'Vel dato i kalender',
  'date.chosen': 'Vald dato: {{date}}',
  'date.unreadable': '«{{text}}» er ikkje ein dato. Skriv dag, månad og år, til dømes 01.03.2027.',

  'number.unreadable': '«{{text}}» er ikkje eit tal. Skriv til dømes 1 234,5.',

  'toast.region': 'Meldingar (F8)',
  'toast.dismiss': 'Lukk meldinga',
} as const satisfies Texts;
