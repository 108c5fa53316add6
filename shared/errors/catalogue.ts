/**
 * The one error catalogue. Every refusal that leaves the server, over HTTP or a socket, is an
 * entry here: a stable code, an HTTP status, a WebSocket close code where a live connection can
 * meet it, whether trying again can help, and what a person is told (bokmål; other languages
 * stand in the client's translations under `errors.<code>`).
 *
 * Close codes (see `shared/wire`): 44xx forbids reconnecting, 1012, 1013 and 45xx allow it.
 */

interface Entry {
  readonly status: number;
  readonly closeCode?: number;
  readonly retryable: boolean;
  readonly message: string;
}

export const ERRORS = {
  'sheet.unknown': {
    status: 404,
    closeCode: 4404,
    retryable: false,
    message: 'Arket finnes ikke. Sjekk at du har fått med hele lenken.',
  },
  'program.unknown': {
    status: 404,
    retryable: false,
    message: 'Programmet finnes ikke. Sjekk at du har fått med hele lenken.',
  },
  'program.elsewhere': {
    status: 409,
    retryable: false,
    message: 'Arket hører alt til et annet program. Ta det ut derfra først.',
  },
  'key.missing': {
    status: 401,
    closeCode: 4401,
    retryable: false,
    message: 'Lenken mangler nøkkel. Be den som inviterte deg, om å sende hele lenken.',
  },
  'key.wrong': {
    status: 403,
    closeCode: 4403,
    retryable: false,
    message: 'Lenken gir ikke adgang til dette arket. Be om en ny lenke.',
  },
  'key.revoked': {
    status: 403,
    closeCode: 4410,
    retryable: false,
    message: 'Lenken er trukket tilbake. Be fasilitatoren om en ny lenke.',
  },
  'role.forbidden': {
    status: 403,
    closeCode: 4405,
    retryable: false,
    message: 'Lenken din gir ikke rett til å gjøre dette.',
  },
  'create.forbidden': {
    status: 403,
    retryable: false,
    message: 'Å opprette ark krever administratornøkkelen på denne tjeneren.',
  },
  'body.invalid': {
    status: 400,
    retryable: false,
    message: 'Forespørselen er ikke gyldig.',
  },
  'body.tooLarge': {
    status: 413,
    retryable: false,
    message: 'Forespørselen er for stor.',
  },
  'body.mediaType': {
    status: 415,
    retryable: false,
    message: 'Innholdet må sendes som JSON.',
  },
  'import.invalid': {
    status: 422,
    retryable: false,
    message: 'Filen kunne ikke leses som et A3-ark. Ingenting ble lagt inn.',
  },
  'utgave.unknown': {
    status: 404,
    retryable: false,
    message: 'Arket har ingen utgave med dette nummeret.',
  },
  'utgave.exists': {
    status: 409,
    retryable: false,
    message:
      'Arket har alt en utgave med dette nummeret, og den kan ikke endres. Velg et nytt nummer.',
  },
  'vedtak.exists': {
    status: 409,
    retryable: false,
    message: 'Et annet vedtak er alt ført med denne id-en. Ingenting ble endret.',
  },
  'dypdykk.exists': {
    status: 409,
    retryable: false,
    message: 'Tiltaket har alt et dypdykk. Be den som åpnet det, om lenken.',
  },
  'asset.unknown': {
    status: 404,
    retryable: false,
    message: 'Bildet finnes ikke på dette arket.',
  },
  'asset.tooLarge': {
    status: 413,
    retryable: false,
    message: 'Bildet er for stort. Et bilde kan være på høyst 10 MB og 64 megapiksler.',
  },
  'asset.type': {
    status: 415,
    retryable: false,
    message: 'Filen er ikke et bilde som kan brukes her. Bruk PNG, JPEG, GIF, WebP eller AVIF.',
  },
  'asset.quota': {
    status: 413,
    retryable: false,
    message:
      'Arket har ikke plass til flere bilder. Bruk mindre bilder, eller begynn på et nytt ark.',
  },
  'asset.unsaved': {
    status: 503,
    retryable: true,
    message: 'Tjeneren får ikke lagret bildet akkurat nå. Prøv igjen om litt.',
  },
  'format.unknown': {
    status: 404,
    retryable: false,
    message: 'Eksportformatet finnes ikke.',
  },
  'route.unknown': {
    status: 404,
    retryable: false,
    message: 'Adressen finnes ikke.',
  },
  'method.unknown': {
    status: 405,
    retryable: false,
    message: 'Adressen kan ikke brukes på denne måten.',
  },
  'origin.forbidden': {
    status: 403,
    retryable: false,
    message: 'Nettsiden du kommer fra, har ikke lov til å åpne ark på denne tjeneren.',
  },
  'rate.limited': {
    status: 429,
    closeCode: 4529,
    retryable: true,
    message: 'For mange forespørsler på kort tid. Vent litt og prøv igjen.',
  },
  'store.unavailable': {
    status: 503,
    closeCode: 1013,
    retryable: true,
    message: 'Tjeneren får ikke lagret akkurat nå. Det du har skrevet, ligger på denne enheten.',
  },
  'sheet.unreadable': {
    status: 503,
    closeCode: 4550,
    retryable: true,
    message: 'Arket kan ikke åpnes akkurat nå. Ingenting er slettet; si fra til IT.',
  },
  'server.stopping': {
    status: 503,
    closeCode: 1012,
    retryable: true,
    message: 'Tjeneren starter på nytt. Du kobles til igjen av deg selv.',
  },
  'sheet.busy': {
    status: 503,
    closeCode: 1013,
    retryable: true,
    message: 'Det er for mange på arket akkurat nå. Prøv igjen om litt.',
  },
  'wire.malformed': {
    status: 400,
    closeCode: 4400,
    retryable: false,
    message: 'Nettleseren sendte noe tjeneren ikke forstår. Last siden på nytt.',
  },
  'wire.textFrame': {
    status: 400,
    closeCode: 4415,
    retryable: false,
    message: 'Tjeneren tar bare imot binære meldinger.',
  },
  'wire.tooLarge': {
    status: 413,
    closeCode: 4413,
    retryable: false,
    message: 'Endringen er for stor til å sendes. Del den opp i mindre deler.',
  },
  'wire.readOnly': {
    status: 403,
    closeCode: 4406,
    retryable: false,
    message: 'Lenken din gir bare rett til å lese. Det du skrev, ble ikke lagret på tjeneren.',
  },
  'wire.gap': {
    status: 409,
    closeCode: 4509,
    retryable: true,
    message: 'En endring manglet forgjengeren sin. Du kobles til på nytt.',
  },
  'wire.idle': {
    status: 408,
    closeCode: 4508,
    retryable: true,
    message: 'Forbindelsen var stille for lenge. Du kobles til på nytt.',
  },
  'wire.slow': {
    status: 503,
    closeCode: 4513,
    retryable: true,
    message: 'Forbindelsen er for treg akkurat nå. Du kobles til på nytt.',
  },
  'sheet.full': {
    status: 413,
    closeCode: 4414,
    retryable: false,
    message: 'Arket har nådd størrelsesgrensen.',
  },
  internal: {
    status: 500,
    closeCode: 4500,
    retryable: true,
    message: 'Noe gikk galt på tjeneren. Ingenting er slettet; prøv igjen.',
  },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERRORS;

/** The entry of a code, with its optional fields. */
export function errorEntry(code: ErrorCode): Entry {
  return ERRORS[code];
}

/**
 * A refusal on its way to whoever asked. Refusals are expected outcomes, not bugs; `detail` says
 * in Norwegian what was wrong with this very input and never holds keys or document content.
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(
      detail === undefined ? ERRORS[code].message : `${ERRORS[code].message} ${detail}`,
      options,
    );
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}

/** A refusal that something else led to; `cause` is for the log and never leaves the server. */
export function refusalBecause(code: ErrorCode, cause: unknown): Refusal {
  return new Refusal(code, undefined, { cause });
}

/** The HTTP body of a refusal: `{ error: { code, message } }`. */
export function errorBody(refusal: Refusal): { error: { code: ErrorCode; message: string } } {
  return { error: { code: refusal.code, message: refusal.message } };
}
