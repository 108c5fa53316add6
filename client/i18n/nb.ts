/**
 * Bokmål: the source of truth for every text in the interface. Klarspråk: short words, «du», what
 * happens and what to do. Keys are flat, `where.what`; values in `{{braces}}` are typed by
 * `keys.ts`. Error texts by code stand in `shared/errors/catalogue.ts`.
 */
export const nb = {
  'app.name': 'Helhetsmodellen A3',
  'app.skipToContent': 'Hopp til innholdet',
  'app.loading': 'Laster …',
  'app.toStart': 'Til startsiden',
  'app.language': 'Språk',

  'api.unreachable': 'Får ikke kontakt med tjeneren. Sjekk nettet og prøv igjen.',

  'crash.title': 'Noe gikk galt i denne fanen',
  'crash.text':
    'Last siden på nytt. Det du har skrevet, ligger på denne enheten og på tjeneren, og er ikke borte.',
  'crash.reload': 'Last siden på nytt',

  'notFound.title': 'Vi fant ikke siden',
  'notFound.text':
    'Sjekk at du har fått med hele lenken. Har du fått den av noen, kan du be dem sende den på nytt.',

  'common.close': 'Lukk',
  'common.cancel': 'Avbryt',

  'alert.info': 'Til orientering',
  'alert.success': 'Utført',
  'alert.warning': 'Advarsel',
  'alert.danger': 'Feil',

  'date.placeholder': 'dd.mm.åååå',
  'date.openCalendar': 'Velg dato i kalender: {{label}}',
  'date.openCalendarShort': 'Velg dato i kalender',
  'date.chosen': 'Valgt dato: {{date}}',
  'date.unreadable': '«{{text}}» er ikke en dato. Skriv dag, måned og år, for eksempel 01.03.2027.',

  'number.unreadable': '«{{text}}» er ikke et tall. Skriv for eksempel 1 234,5.',

  'toast.region': 'Meldinger (F8)',
  'toast.dismiss': 'Lukk meldingen',
} as const satisfies Record<string, string>;
