/** Nynorsk: every key of `nb.ts`, and the errors. Fetched when somebody chooses it. */
import { errorsNn } from './errors.nn.ts';
import type { Texts } from './keys.ts';
import { lapperNn } from './lapper.nn.ts';
import { proseNn } from './prose.nn.ts';
import { sheetNn } from './sheet.nn.ts';

export const nn = {
  ...errorsNn,
  ...lapperNn,
  ...proseNn,
  ...sheetNn,

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

  'common.undo': 'Angre',
  'common.retry': 'Prøv igjen',
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

  'start.title': 'Tenk saman på eitt ark',
  'start.lead':
    'Eit A3-ark samlar heile resonnementet på éi side: kva utfordringa er, kvifor ho oppstår, kva de vil endre, og korleis de ser at det verkar. Alle i rommet skriv på det same arket, samtidig.',
  'start.picture.alt':
    'Bilete av eit djupdykk-A3. Til venstre står grunngiving, no-situasjon og rotårsaker. Til høgre står ønskt situasjon, endringstiltak og måling.',
  'start.ways.title': 'Kom i gang',
  'start.ways.virksomhet':
    'Oversikta for kommunen, ein sektor eller ei eining. Her ser de utfordringane på tvers og vel kva som skal greiast ut.',
  'start.ways.dypdykk':
    'Går i djupna på éi utfordring: rotårsaker, endringstiltak, gevinstar og målingar.',
  'start.ways.example':
    'Sjå korleis eit ferdig utfylt ark ser ut. Du får din eigen kopi, så du kan trygt prøve deg fram.',
  'start.ways.program':
    'Programmet samlar arka: måltal, einingar, uvisse og kva alle tiltaka gir til saman.',
  'start.program.heading': 'Gevinstrealiseringsprogram',
  'start.example.heading': 'Døme',
  'start.example.title': 'Avtalelojalitet',
  'start.example.open': 'Opne dømet',
  'start.example.openVirksomhet': 'Opne verksemds-A3-et',
  'start.example.openProgram': 'Opne dømeprogrammet Levanger 3.0',
  'start.recent.title': 'Sist opna på denne eininga',
  'start.recent.opened': 'opna {{date}}',
  'start.recent.fasilitator': 'du er fasilitator',
  'start.recent.rediger': 'du kan skrive',
  'start.recent.les': 'du kan lese',
  'start.recent.showAll': 'Vis alle {{count}}',
  'start.recent.remove': 'Ta «{{title}}» bort frå lista',
  'start.recent.removeShort': 'Ta bort frå lista',
  'start.recent.removed': '«{{title}}» er teken bort frå lista. Arket er ikkje sletta.',
  'start.recent.removedProgram': '«{{title}}» er teken bort frå lista. Programmet er ikkje sletta.',
  'start.recent.program': 'Program',
  'start.recent.unnamed': 'Program utan namn',
  'start.create.virksomhet': 'Nytt verksemds-A3',
  'start.create.dypdykk': 'Nytt djupdykk-A3',
  'start.create.title': 'Tittel',
  'start.create.titleHelp': 'Kort om kva arket handlar om. Du kan endre han seinare.',
  'start.create.submit': 'Lag arket',
  'start.create.program': 'Nytt program',
  'start.create.programName': 'Namn',
  'start.create.programNameHelp': 'Kva programmet blir kalla. Du kan endre det seinare.',
  'start.create.submitProgram': 'Lag programmet',
  'start.create.adminKey': 'Administratornøkkel',
  'start.create.adminKeyHelp':
    'Den som driv tenaren, har bestemt at berre dei med nøkkelen kan lage ark. Nøkkelen vart vist då tenaren vart starta første gong.',
  'start.create.adminKeyWrong': 'Nøkkelen er ikkje rett. Sjekk at du har fått med alle teikna.',
  'start.how.title': 'Slik verkar det',
  'start.how.share.title': 'Del lenkja',
  'start.how.share.text':
    'Alle kjem inn med ei lenkje eller ein QR-kode, frå telefon eller PC. Ingen treng brukar eller passord.',
  'start.how.write.title': 'Skriv samtidig',
  'start.how.write.text':
    'De ser kvarandre skrive. Kvar bokstav blir teken vare på, og arket seier frå når alt er lagra.',
  'start.how.offline.title': 'Mistar du nettet, skriv du vidare',
  'start.how.offline.text':
    'Det du skriv, ligg på eininga di. Når du er på nett igjen, blir det fletta inn i arket.',
  'start.privacy':
    'Alt ligg på tenaren de sjølve driv. Sida hentar ingenting frå andre og sender ingenting til andre.',

  'share.open': 'Del',
  'share.title': 'Del arket',
  'share.intro': 'Den som har ei lenkje, kjem rett inn. Gi kvar den lenkja dei treng.',
  'share.ownIntro': 'Den som får denne lenkja, kan gjere det same som deg.',
  'share.loading': 'Hentar lenkjene …',
  'share.failed': 'Fekk ikkje henta lenkjene',
  'share.rediger.name': 'Kan skrive',
  'share.rediger.purpose': 'For deltakarane. Alle med lenkja kan skrive på arket.',
  'share.les.name': 'Kan lese',
  'share.les.purpose':
    'For dei som skal følgje med. Dei ser alt som skjer, men kan ikkje endre noko.',
  'share.fasilitator.name': 'Fasilitator',
  'share.fasilitator.purpose':
    'For deg som leier arbeidet. Kan òg dele og fornye lenkjer, så ikkje vis henne på storskjerm.',
  'share.linkOf': 'Lenkje: {{name}}',
  'share.qrOf': 'QR-kode for lenkja «{{name}}»',
  'share.copy': 'Kopier',
  'share.copied': 'Kopiert',
  'share.copiedSaid': 'Lenkja er kopiert.',
  'share.copyBlocked':
    'Nettlesaren sleppte oss ikkje til utklippstavla. Lenkja er merkt, så du kan kopiere henne sjølv.',
  'share.show': 'Vis lenkje og QR-kode',
  'share.showBig': 'Vis stort',
  'share.renew': 'Lag ny lenkje',
  'share.renewTitle': 'Lage ny lenkje for «{{name}}»?',
  'share.renewText':
    'Den gamle lenkja sluttar å verke. Dei som er inne med henne, mistar tilgangen med ein gong. Det dei har skrive, blir ståande. Gi den nye lenkja til dei som framleis skal vere med.',
  'share.renewOwnText':
    'Den gamle fasilitatorlenkja sluttar å verke med ein gong, òg for andre fasilitatorar. Du held fram her med den nye.',
  'share.renewed': 'Ny lenkje for «{{name}}» er klar. Den gamle verkar ikkje lenger.',
  'share.download': 'Last ned arket',
  'share.download.pdf': 'PDF, heile A3-et',
  'share.download.docx': 'Word',
  'share.download.xlsx': 'Excel',
  'share.download.csv': 'CSV',
  'share.downloaded': '«{{name}}» er lasta ned.',
  'share.big.call': 'Bli med på arket',
  'share.big.camera': 'Opne kameraet på telefonen.',
  'share.big.point': 'Peik på koden.',
  'share.big.tap': 'Trykk på lenkja som kjem opp.',
  'share.big.rediger': 'Med denne lenkja kan du skrive på arket.',
  'share.big.les': 'Med denne lenkja kan du lese arket og følgje med.',
} as const satisfies Texts;
