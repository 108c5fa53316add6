/**
 * Why the store cannot start. The composition root prints the message, which says in Norwegian
 * what is wrong and what to do, and exits non-zero. Nothing has been changed on disk.
 */
import { dirname } from 'node:path';

export type StartErrorKind =
  | 'inUse'
  | 'locked'
  | 'readOnly'
  | 'full'
  | 'notADatabase'
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'folder'
  | 'unexpected';

const SENTENCES = {
  inUse: (file) =>
    `En annen tjener bruker allerede datamappen ${dirname(file)}. Stopp den andre tjeneren først, eller gi denne sin egen mappe med DATA_DIR.`,
  locked: (file) =>
    `Databasefilen ${file} er låst av et annet program. Lukk programmet som har filen åpen, og start tjeneren på nytt.`,
  readOnly: (file) =>
    `Tjeneren har ikke lov til å skrive til databasefilen ${file}. Gi brukeren som kjører tjeneren, skrivetilgang til filen og mappen den ligger i, og start på nytt.`,
  full: (file) =>
    `Disken som databasefilen ${file} ligger på, er full. Frigjør plass, og start tjeneren på nytt.`,
  notADatabase: (file) =>
    `Filen ${file} er ikke en database. Ingenting er endret. Flytt filen et annet sted eller legg tilbake en sikkerhetskopi, og start tjeneren på nytt.`,
  foreign: (file) =>
    `Databasefilen ${file} tilhører et annet program. Ingenting er endret. Velg en annen mappe med DATA_DIR, og start tjeneren på nytt.`,
  newer: (file) =>
    `Databasefilen ${file} er laget av en nyere versjon av programmet. Ingenting er endret. Installer den nyeste versjonen, og start tjeneren på nytt.`,
  damaged: (file) =>
    `Databasefilen ${file} er skadet. Ingenting er endret. Ta vare på filen og filene ved siden av den (-wal og -shm), legg tilbake en sikkerhetskopi, og start tjeneren på nytt.`,
  folder: (file) =>
    `Datamappen ${dirname(file)} finnes ikke og kunne ikke opprettes. Opprett mappen med skrivetilgang for brukeren som kjører tjeneren, eller velg en annen med DATA_DIR.`,
  unexpected: (file) =>
    `Databasefilen ${file} kunne ikke åpnes. Sjekk at disken virker, og start tjeneren på nytt.`,
} as const satisfies Record<StartErrorKind, (file: string) => string>;

export class StoreStartError extends Error {
  readonly kind: StartErrorKind;
  readonly file: string;

  /** `technical` is appended in parentheses: the system's own words, for whoever looks it up. */
  constructor(
    kind: StartErrorKind,
    about: { readonly file: string; readonly technical?: string; readonly cause?: unknown },
  ) {
    const sentence = SENTENCES[kind](about.file);
    super(about.technical === undefined ? sentence : `${sentence} (${about.technical})`, {
      cause: about.cause,
    });
    this.name = 'StoreStartError';
    this.kind = kind;
    this.file = about.file;
  }
}
