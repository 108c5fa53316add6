/** Nynorsk for the errors of `shared/errors/catalogue.ts`. */
import type { ErrorKey } from './keys.ts';

export const errorsNn = {
  'errors.sheet.unknown': 'Arket finst ikkje. Sjekk at du har fått med heile lenkja.',
  'errors.program.unknown': 'Programmet finst ikkje. Sjekk at du har fått med heile lenkja.',
  'errors.program.elsewhere': 'Arket høyrer alt til eit anna program. Ta det ut derifrå først.',
  'errors.key.missing': 'Lenkja manglar nøkkel. Be den som inviterte deg, om å sende heile lenkja.',
  'errors.key.wrong': 'Lenkja gir ikkje tilgang til dette arket. Be om ei ny lenkje.',
  'errors.key.revoked': 'Lenkja er trekt tilbake. Be fasilitatoren om ei ny lenkje.',
  'errors.role.forbidden': 'Lenkja di gir ikkje rett til å gjere dette.',
  'errors.create.forbidden': 'Å opprette ark krev administratornøkkelen på denne tenaren.',
  'errors.body.invalid': 'Førespurnaden er ikkje gyldig.',
  'errors.body.tooLarge': 'Førespurnaden er for stor.',
  'errors.body.mediaType': 'Innhaldet må sendast som JSON.',
  'errors.import.invalid': 'Fila kunne ikkje lesast som eit A3-ark. Ingenting vart lagt inn.',
  'errors.utgave.unknown': 'Arket har inga utgåve med dette nummeret.',
  'errors.utgave.exists':
    'Arket har alt ei utgåve med dette nummeret, og ho kan ikkje endrast. Vel eit nytt nummer.',
  'errors.vedtak.exists': 'Eit anna vedtak er alt ført med denne id-en. Ingenting vart endra.',
  'errors.dypdykk.exists': 'Tiltaket har alt eit dypdykk. Be den som opna det, om lenkja.',
  'errors.asset.unknown': 'Biletet finst ikkje på dette arket.',
  'errors.asset.tooLarge':
    'Biletet er for stort. Eit bilete kan vere på høgst 10 MB og 64 megapikslar.',
  'errors.asset.type':
    'Fila er ikkje eit bilete som kan brukast her. Bruk PNG, JPEG, GIF, WebP eller AVIF.',
  'errors.asset.quota':
    'Arket har ikkje plass til fleire bilete. Bruk mindre bilete, eller byrj på eit nytt ark.',
  'errors.asset.unsaved': 'Tenaren får ikkje lagra biletet akkurat no. Prøv igjen om litt.',
  'errors.format.unknown': 'Eksportformatet finst ikkje.',
  'errors.route.unknown': 'Adressa finst ikkje.',
  'errors.method.unknown': 'Adressa kan ikkje brukast på denne måten.',
  'errors.origin.forbidden': 'Nettsida du kjem frå, har ikkje lov til å opne ark på denne tenaren.',
  'errors.rate.limited': 'For mange førespurnader på kort tid. Vent litt og prøv igjen.',
  'errors.store.unavailable':
    'Tenaren får ikkje lagra akkurat no. Det du har skrive, ligg på denne eininga.',
  'errors.sheet.unreadable':
    'Arket kan ikkje opnast akkurat no. Ingenting er sletta; sei frå til IT.',
  'errors.server.stopping': 'Tenaren startar på nytt. Du blir kopla til igjen av deg sjølv.',
  'errors.sheet.busy': 'Det er for mange på arket akkurat no. Prøv igjen om litt.',
  'errors.wire.malformed': 'Nettlesaren sende noko tenaren ikkje forstår. Last sida på nytt.',
  'errors.wire.textFrame': 'Tenaren tek berre imot binære meldingar.',
  'errors.wire.tooLarge': 'Endringa er for stor til å sendast. Del henne opp i mindre delar.',
  'errors.wire.readOnly':
    'Lenkja di gir berre rett til å lese. Det du skreiv, vart ikkje lagra på tenaren.',
  'errors.wire.gap': 'Ei endring mangla forgjengaren sin. Du blir kopla til på nytt.',
  'errors.wire.idle': 'Sambandet var stilt for lenge. Du blir kopla til på nytt.',
  'errors.wire.slow': 'Sambandet er for treigt akkurat no. Du blir kopla til på nytt.',
  'errors.sheet.full': 'Arket har nådd storleiksgrensa.',
  'errors.internal': 'Noko gjekk gale på tenaren. Ingenting er sletta; prøv igjen.',
} as const satisfies Record<ErrorKey, string>;
