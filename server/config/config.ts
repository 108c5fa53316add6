/**
 * The configuration, from the environment, checked as a whole before anything starts. Each fault
 * is a Norwegian sentence that names the variable, what it was and what it may be.
 */
import { resolve } from 'node:path';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Who may create sheets: everybody, or whoever has the admin key. */
export const CREATE_RULES = ['open', 'key'] as const;
export type CreateRule = (typeof CREATE_RULES)[number];

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder with the database. */
  readonly dataDir: string;
  /** The address that people use, when it is not the one that the server listens on. */
  readonly publicUrl: URL | undefined;
  readonly create: CreateRule;
  readonly logLevel: LogLevel;
  /** Given to the canvas, and so to everybody who opens one: no secret. */
  readonly tldrawLicenseKey: string | undefined;
}

const MAX_LICENSE_KEY = 2000;

export type Environment = Readonly<Record<string, string | undefined>>;

export type ConfigReading = { readonly config: Config } | { readonly faults: readonly string[] };

/** Settings of deployments that this version cannot serve: refused, never silently left out. */
const NOT_YET = [
  ['DATABASE_URL', 'lagring i en ekstern database'],
  ['REDIS_URL', 'drift på flere noder'],
  ['OIDC_', 'innlogging med OpenID Connect'],
] as const;

/** Reads the configuration; an empty variable counts as unset. `cwd` is where DATA_DIR starts. */
export function readConfig(env: Environment, cwd: string): ConfigReading {
  const reader = new Reader(env);
  const host = reader.read('HOST', '127.0.0.1', 'et vertsnavn eller en IP-adresse', asHost);
  const config: Config = {
    port: reader.read('PORT', 3000, 'et heltall fra 0 til 65535', asPort),
    host,
    dataDir: reader.read('DATA_DIR', resolve(cwd, 'data'), 'en mappe', (text) =>
      text.includes('\0') ? undefined : resolve(cwd, text),
    ),
    publicUrl: reader.read<URL | undefined>(
      'PUBLIC_URL',
      undefined,
      'en adresse som https://a3.kommunen.no, uten sti',
      asPublicUrl,
    ),
    create: reader.read(
      'CREATE',
      isLoopback(host) ? 'open' : 'key',
      CREATE_RULES.join(' eller '),
      (text) => CREATE_RULES.find((rule) => rule === text),
    ),
    logLevel: reader.read('LOG_LEVEL', 'info', LOG_LEVELS.join(', '), (text) =>
      LOG_LEVELS.find((level) => level === text),
    ),
    tldrawLicenseKey: reader.read<string | undefined>(
      'TLDRAW_LICENSE_KEY',
      undefined,
      `høyst ${MAX_LICENSE_KEY} tegn uten mellomrom, slik tldraw skrev den`,
      asLicenseKey,
    ),
  };
  const faults = [...reader.faults, ...notYet(env)];
  return faults.length > 0 ? { faults } : { config };
}

/** Whether only programs on this very machine can reach a host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** So much of a wrong value is repeated. */
const MAX_SHOWN = 200;

class Reader {
  readonly faults: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  read<T>(name: string, initial: T, allowed: string, parse: (text: string) => T | undefined): T {
    const text = this.#env[name]?.trim();
    if (text === undefined || text === '') return initial;
    const value = parse(text);
    if (value !== undefined) return value;
    const shown = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
    this.faults.push(`${name} er «${shown}», men må være ${allowed}.`);
    return initial;
  }
}

function notYet(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => env[name]?.trim())
    .flatMap((name) => {
      const found = NOT_YET.find(([prefix]) =>
        prefix.endsWith('_') ? name.startsWith(prefix) : name === prefix,
      );
      // The value may hold a password and is not repeated.
      return found
        ? [`${name} er satt, men denne versjonen støtter ikke ${found[1]}. Fjern variabelen.`]
        : [];
    });
}

/** What tldraw hands out: base64 and a few signs. */
function asLicenseKey(text: string): string | undefined {
  return text.length <= MAX_LICENSE_KEY && /^[\x21-\x7e]+$/.test(text) ? text : undefined;
}

function asPort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : undefined;
}

function asHost(text: string): string | undefined {
  return /^[A-Za-z0-9.:_-]+$/.test(text) ? text : undefined;
}

function asPublicUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isPlain && /^https?:$/.test(url.protocol) ? url : undefined;
}
