/** From a failed program's output to what a person should do about it. */

export const DISK_FULL = {
  what: 'Disken er full.',
  advice: 'Frigjør noen gigabyte og prøv igjen.',
};

/** The first pattern that matches decides, so the surest signs come first. */
const CAUSES = [
  {
    sign: /ENOSPC|no space left on device|database or disk is full/i,
    ...DISK_FULL,
  },
  {
    sign: /EROFS|EACCES|EPERM|permission denied/i,
    what: 'Mangler rett til å skrive.',
    advice: 'Sjekk at du eier mappen du står i, og npms mellomlager («npm config get cache»).',
  },
  {
    sign: /SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY)|CERT_HAS_EXPIRED|unable to get local issuer/i,
    what: 'npm stoler ikke på sertifikatet til nettverket.',
    advice:
      'Bak en proxy som bytter sertifikat: pek NODE_EXTRA_CA_CERTS på organisasjonens rotsertifikat og prøv igjen.',
  },
  {
    sign: /\b407\b|proxy authentication/i,
    what: 'Proxyen i nettverket krever pålogging.',
    advice: 'Sett HTTPS_PROXY med bruker og passord, eller be IT om en åpning mot pakkeregisteret.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network (request|connectivity)|Temporary failure resolving|Could not (resolve host|connect to)/i,
    what: 'Når ikke nettet.',
    advice: 'Sjekk nettforbindelsen, og HTTPS_PROXY hvis dere bruker proxy. Prøv så igjen.',
  },
  {
    sign: /can only install packages when your package\.json and package-lock\.json/i,
    what: 'package.json og package-lock.json er ikke i takt.',
    advice: 'Kjør «npm install» og legg ved begge filene i samme endring.',
  },
  {
    sign: /EINTEGRITY/,
    what: 'En pakke kom skadet fram.',
    advice: 'Kjør «npm cache verify» og prøv igjen.',
  },
  {
    sign: /heap out of memory|ENOMEM|Cannot allocate memory/i,
    what: 'Maskinen gikk tom for minne.',
    advice: 'Lukk andre programmer og prøv igjen. Byggingen trenger omtrent 1 GB.',
  },
];

/**
 * @param {string} output of the program that failed
 * @returns {{ what: string, advice: string } | undefined} undefined when the cause is not known
 */
export function adviceFor(output) {
  return CAUSES.find(({ sign }) => sign.test(output));
}
