import { describe, expect, test } from 'vitest';
import { type Config, type Environment, readConfig } from './config.ts';

const read = (env: Environment) => readConfig(env, '/srv/a3');

function configOf(env: Environment): Config {
  const reading = read(env);
  if ('faults' in reading) throw new Error(reading.faults.join(' '));
  return reading.config;
}

function faultsOf(env: Environment): readonly string[] {
  const reading = read(env);
  return 'faults' in reading ? reading.faults : [];
}

test('nothing set is a server for this machine alone', () => {
  const expected: Config = {
    port: 3000,
    host: '127.0.0.1',
    dataDir: '/srv/a3/data',
    publicUrl: undefined,
    create: 'open',
    logLevel: 'info',
    tldrawLicenseKey: undefined,
  };
  expect(configOf({})).toEqual(expected);
  expect(configOf({ PORT: ' ', HOST: '', DATABASE_URL: '' })).toEqual(expected);
});

test('everything set is taken', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/a3',
    PUBLIC_URL: 'https://a3.kommunen.no/',
    CREATE: 'open',
    LOG_LEVEL: 'debug',
    TLDRAW_LICENSE_KEY: 'tldraw-2026/WyJhYmMiXQ==.x+y',
  };
  expect(configOf(env)).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/var/lib/a3',
    publicUrl: new URL('https://a3.kommunen.no'),
    create: 'open',
    logLevel: 'debug',
    tldrawLicenseKey: 'tldraw-2026/WyJhYmMiXQ==.x+y',
  });
});

test.each([
  ['127.0.0.1', 'open'],
  ['127.1.2.3', 'open'],
  ['localhost', 'open'],
  ['::1', 'open'],
  ['0.0.0.0', 'key'],
  ['::', 'key'],
  ['10.0.0.5', 'key'],
  ['127.0.0.1.example.no', 'key'],
])('on %s creating is %s unless something else is said', (HOST, create) => {
  expect(configOf({ HOST }).create).toBe(create);
});

test('a folder is found from where the server was started', () => {
  expect(configOf({ DATA_DIR: '../annet' }).dataDir).toBe('/srv/annet');
});

describe('a fault names the variable, what it was and what it may be', () => {
  test.each([
    [{ PORT: '70000' }, 'PORT er «70000», men må være et heltall fra 0 til 65535.'],
    [{ PORT: '3000.5' }, 'PORT er «3000.5», men må være et heltall fra 0 til 65535.'],
    [{ PORT: '0x50' }, 'PORT er «0x50», men må være et heltall fra 0 til 65535.'],
    [{ HOST: 'to ord' }, 'HOST er «to ord», men må være et vertsnavn eller en IP-adresse.'],
    [
      { PUBLIC_URL: 'a3.kommunen.no' },
      'PUBLIC_URL er «a3.kommunen.no», men må være en adresse som https://a3.kommunen.no, uten sti.',
    ],
    [
      { PUBLIC_URL: 'https://kommunen.no/a3' },
      'PUBLIC_URL er «https://kommunen.no/a3», men må være en adresse som https://a3.kommunen.no, uten sti.',
    ],
    [{ CREATE: 'alle' }, 'CREATE er «alle», men må være open eller key.'],
    [
      { TLDRAW_LICENSE_KEY: 'nøkkel' },
      'TLDRAW_LICENSE_KEY er «nøkkel», men må være høyst 2000 tegn uten mellomrom, slik tldraw skrev den.',
    ],
    [
      { TLDRAW_LICENSE_KEY: 'x'.repeat(2001) },
      `TLDRAW_LICENSE_KEY er «${'x'.repeat(200)}…», men må være høyst 2000 tegn uten mellomrom, slik tldraw skrev den.`,
    ],
  ])('%j', (env, fault) => {
    expect(faultsOf(env)).toEqual([fault]);
  });

  test('all at once', () => {
    expect(faultsOf({ PORT: 'x', CREATE: 'x', LOG_LEVEL: 'x' })).toHaveLength(3);
  });

  test.each(['DATABASE_URL', 'REDIS_URL', 'OIDC_ISSUER'])(
    '%s is not supported yet, and its value is not repeated',
    (name) => {
      const [fault, ...others] = faultsOf({ [name]: 'postgres://bruker:passord@vert/db' });
      expect(fault).toContain(`${name} er satt, men denne versjonen støtter ikke`);
      expect(fault).not.toContain('passord');
      expect(others).toEqual([]);
    },
  );
});
