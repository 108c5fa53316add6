/**
 * Bokmål: the source of truth for every text in the interface. Klarspråk: short words, «du», what
 * happens and what to do. Keys are flat, `where.what`; values in `{{braces}}` are typed by
 * `keys.ts`. Error texts by code stand in `shared/errors/catalogue.ts`.
 */
import { lapperNb } from './lapper.nb.ts';
import { proseNb } from './prose.nb.ts';
import { sheetNb } from './sheet.nb.ts';

export const nb = {
  ...lapperNb,
  ...proseNb,
  ...sheetNb,

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

  'common.undo': 'Angre',
  'common.retry': 'Prøv igjen',
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

  'start.title': 'Tenk sammen på ett ark',
  'start.lead':
    'Et A3-ark samler hele resonnementet på én side: hva utfordringen er, hvorfor den oppstår, hva dere vil endre, og hvordan dere ser at det virker. Alle i rommet skriver på det samme arket, samtidig.',
  'start.picture.alt':
    'Bilde av et dypdykk-A3. Til venstre står begrunnelse, nåsituasjon og rotårsaker. Til høyre står ønsket situasjon, endringstiltak og måling.',
  'start.ways.title': 'Kom i gang',
  'start.ways.virksomhet':
    'Oversikten for kommunen, en sektor eller en enhet. Her ser dere utfordringene på tvers og velger hva som skal utredes.',
  'start.ways.dypdykk':
    'Går i dybden på én utfordring: rotårsaker, endringstiltak, gevinster og målinger.',
  'start.ways.example':
    'Se hvordan et ferdig utfylt ark ser ut. Du får din egen kopi, så du kan trygt prøve deg fram.',
  'start.ways.program':
    'Programmet samler arkene: måltall, enheter, usikkerhet og hva alle tiltakene gir til sammen.',
  'start.program.heading': 'Gevinstrealiseringsprogram',
  'start.example.heading': 'Eksempel',
  'start.example.title': 'Avtalelojalitet',
  'start.example.open': 'Åpne eksempelet',
  'start.example.openVirksomhet': 'Åpne virksomhets-A3-et',
  'start.example.openProgram': 'Åpne eksempelprogrammet Levanger 3.0',
  'start.recent.title': 'Sist åpnet på denne enheten',
  'start.recent.opened': 'åpnet {{date}}',
  'start.recent.fasilitator': 'du er fasilitator',
  'start.recent.rediger': 'du kan skrive',
  'start.recent.les': 'du kan lese',
  'start.recent.showAll': 'Vis alle {{count}}',
  'start.recent.remove': 'Ta «{{title}}» bort fra lista',
  'start.recent.removeShort': 'Ta bort fra lista',
  'start.recent.removed': '«{{title}}» er tatt bort fra lista. Arket er ikke slettet.',
  'start.recent.removedProgram': '«{{title}}» er tatt bort fra lista. Programmet er ikke slettet.',
  'start.recent.program': 'Program',
  'start.recent.unnamed': 'Program uten navn',
  'start.create.virksomhet': 'Nytt virksomhets-A3',
  'start.create.dypdykk': 'Nytt dypdykk-A3',
  'start.create.title': 'Tittel',
  'start.create.titleHelp': 'Kort om hva arket handler om. Du kan endre den senere.',
  'start.create.submit': 'Lag arket',
  'start.create.program': 'Nytt program',
  'start.create.programName': 'Navn',
  'start.create.programNameHelp': 'Hva programmet kalles. Du kan endre det senere.',
  'start.create.submitProgram': 'Lag programmet',
  'start.create.adminKey': 'Administratornøkkel',
  'start.create.adminKeyHelp':
    'Den som driver tjeneren, har bestemt at bare de med nøkkelen kan lage ark. Nøkkelen ble vist da tjeneren ble startet første gang.',
  'start.create.adminKeyWrong': 'Nøkkelen er ikke riktig. Sjekk at du har fått med alle tegnene.',
  'start.how.title': 'Slik virker det',
  'start.how.share.title': 'Del lenken',
  'start.how.share.text':
    'Alle kommer inn med en lenke eller en QR-kode, fra telefon eller PC. Ingen trenger bruker eller passord.',
  'start.how.write.title': 'Skriv samtidig',
  'start.how.write.text':
    'Dere ser hverandre skrive. Hver bokstav tas vare på, og arket sier fra når alt er lagret.',
  'start.how.offline.title': 'Mister du nettet, skriver du videre',
  'start.how.offline.text':
    'Det du skriver, ligger på enheten din. Når du er på nett igjen, flettes det inn i arket.',
  'start.privacy':
    'Alt ligger på tjeneren dere selv driver. Siden henter ingenting fra andre og sender ingenting til andre.',

  'share.open': 'Del',
  'share.title': 'Del arket',
  'share.intro': 'Den som har en lenke, kommer rett inn. Gi hver den lenken de trenger.',
  'share.ownIntro': 'Den som får denne lenken, kan gjøre det samme som deg.',
  'share.loading': 'Henter lenkene …',
  'share.failed': 'Fikk ikke hentet lenkene',
  'share.rediger.name': 'Kan skrive',
  'share.rediger.purpose': 'For deltakerne. Alle med lenken kan skrive på arket.',
  'share.les.name': 'Kan lese',
  'share.les.purpose': 'For dem som skal følge med. De ser alt som skjer, men kan ikke endre noe.',
  'share.fasilitator.name': 'Fasilitator',
  'share.fasilitator.purpose':
    'For deg som leder arbeidet. Kan også dele og fornye lenker, så vis den ikke på storskjerm.',
  'share.linkOf': 'Lenke: {{name}}',
  'share.qrOf': 'QR-kode for lenken «{{name}}»',
  'share.copy': 'Kopier',
  'share.copied': 'Kopiert',
  'share.copiedSaid': 'Lenken er kopiert.',
  'share.copyBlocked':
    'Nettleseren slapp oss ikke til utklippstavlen. Lenken er merket, så du kan kopiere den selv.',
  'share.show': 'Vis lenke og QR-kode',
  'share.showBig': 'Vis stort',
  'share.renew': 'Lag ny lenke',
  'share.renewTitle': 'Lage ny lenke for «{{name}}»?',
  'share.renewText':
    'Den gamle lenken slutter å virke. De som er inne med den, mister adgangen med en gang. Det de har skrevet, blir stående. Gi den nye lenken til dem som fortsatt skal være med.',
  'share.renewOwnText':
    'Den gamle fasilitatorlenken slutter å virke med en gang, også for andre fasilitatorer. Du fortsetter her med den nye.',
  'share.renewed': 'Ny lenke for «{{name}}» er klar. Den gamle virker ikke lenger.',
  'share.download': 'Last ned arket',
  'share.download.pdf': 'PDF, hele A3-et',
  'share.download.docx': 'Word',
  'share.download.xlsx': 'Excel',
  'share.download.csv': 'CSV',
  'share.downloaded': '«{{name}}» er lastet ned.',
  'share.big.call': 'Bli med på arket',
  'share.big.camera': 'Åpne kameraet på telefonen.',
  'share.big.point': 'Pek på koden.',
  'share.big.tap': 'Trykk på lenken som kommer opp.',
  'share.big.rediger': 'Med denne lenken kan du skrive på arket.',
  'share.big.les': 'Med denne lenken kan du lese arket og følge med.',
} as const satisfies Record<string, string>;
