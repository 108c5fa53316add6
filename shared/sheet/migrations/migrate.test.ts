import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { golden } from '../../../tests/world/golden.ts';
import {
  aSheet,
  at,
  aWriter,
  COLLECTION_NAMES,
  entityIn,
  TEST_ORIGIN,
} from '../../../tests/world/sheets.ts';
import { run } from '../../document/commands/command.ts';
import type { Field } from '../../document/schema/fields.ts';
import type { GevinstId, MaalingId } from '../../ids/ids.ts';
import { addComment } from '../commands/comment.ts';
import { setEntityText } from '../commands/entities.ts';
import { moveGevinst, setFactor } from '../commands/gevinst.ts';
import { setMeasureDate, setMeasureValue } from '../commands/maaling.ts';
import { COLLECTIONS, HEADER } from '../schema/entities.ts';
import { collectionOf, headerOf, SCHEMA_VERSION } from '../schema/roots.ts';
import { readSnapshot, readVersion, type Snapshot } from '../snapshot/snapshot.ts';
import { MIGRATIONS, migrate } from './migrate.ts';

const MIGRATION_ORIGIN = { kind: 'server', undoable: false } as const;

function migrated(): Y.Doc {
  const doc = golden('v1');
  migrate(doc, { origin: MIGRATION_ORIGIN });
  return doc;
}

const NO_CALCULATION = { kind: null, factors: {}, assumptions: '' };

/** What the golden document must read as, word for word. */
const EXPECTED = {
  schemaVersion: 4,
  sheet: {
    kind: 'dypdykk',
    title: 'Avtalelojalitet',
    date: '2024-05-24',
    edition: '0.9',
    owner: 'Enhetsleder Teknisk',
    mentor: '',
    enhetId: null,
    parent: null,
    labels: {},
  },
  sections: {
    begrunnelse: [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Alle kan kjøpe på vegne av kommunen.' }],
      },
    ],
    naasituasjon: [],
    onsket: [],
    rotaarsaker: [],
    maaling: [],
  },
  rotaarsaker: [
    {
      id: 'rotaarsak-gamle-vaner',
      title: 'Gamle vaner',
      points: 'Bekjentskap\nFysisk kontakt',
      order: 'a0',
    },
  ],
  tiltak: [
    {
      id: 'tiltak-bestillere',
      slag: 'endring',
      title: 'Innskjerp antall bestillere',
      description: '',
      ansvar: 'Kommunedirektør',
      frist: '2024-12-31',
      status: 'pagar',
      beslutning: 'forslag',
      rotaarsaker: ['rotaarsak-gamle-vaner'],
      dypdykkId: null,
      gevinstpotensial: null,
      gjennomforbarhet: null,
      order: 'a0',
    },
  ],
  gevinster: [
    {
      id: 'gevinst-a-pris',
      slag: 'unngaatte_kostnader',
      title: 'Bedre betingelser',
      description: '',
      tiltak: ['tiltak-bestillere'],
      eier: 'Økonomisjef',
      ansvarlig: '',
      forutsetninger: '',
      omsetting: '',
      realiseresDato: null,
      calculation: NO_CALCULATION,
      estimate: { '2025': 120 },
      realised: {},
      budsjettvirkning: {},
      order: 'a0',
    },
    {
      id: 'gevinst-b-tid',
      slag: 'spart_tid',
      title: 'Mindre tid til faktura',
      description: '',
      tiltak: ['tiltak-bestillere'],
      eier: 'Økonomisjef',
      ansvarlig: '',
      forutsetninger: '',
      omsetting: '',
      realiseresDato: null,
      calculation: NO_CALCULATION,
      estimate: { '2025': 120 },
      realised: {},
      budsjettvirkning: {},
      order: 'a1',
    },
  ],
  maalinger: [
    {
      id: 'maaling-e-handel',
      name: 'Andel e-handel, enhet b',
      unit: 'prosent',
      start: { value: 32.78, date: '2024-03-31' },
      target: { value: 60, date: '2025-12-31' },
      source: '',
      method: '',
      frequency: null,
      ansvarlig: '',
      gevinster: ['gevinst-b-tid'],
      series: [{ date: '2024-09-30', value: 41.5, comment: 'Etter opplæring' }],
      order: 'a0',
    },
  ],
  lapper: [],
  canvas: [],
  comments: [],
} as unknown as Snapshot;

describe('a document of version 1', () => {
  test('SH-33: reads after migration as it is written out here', () => {
    expect(readSnapshot(migrated())).toEqual({ snapshot: EXPECTED, problems: [] });
  });

  test('SH-33: reads the same before it, but for the version and the order of tables', () => {
    const { snapshot, problems } = readSnapshot(golden('v1'));
    expect(problems).toEqual([]);
    const unordered = <T extends object>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, order: '' }));
    expect(snapshot).toEqual({
      ...EXPECTED,
      schemaVersion: 1,
      gevinster: unordered(EXPECTED.gevinster),
      maalinger: unordered(EXPECTED.maalinger),
    });
  });

  test('SH-33: is brought up to date in one transaction, and says by which steps', () => {
    const doc = golden('v1');
    const origins: unknown[] = [];
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    expect(migrate(doc, { origin: MIGRATION_ORIGIN })).toEqual([
      'cells-become-text',
      'gevinster-and-maalinger-get-order',
      'every-value-can-be-shared',
      'canvas-says-its-form',
    ]);
    expect(origins).toEqual([MIGRATION_ORIGIN]);
    expect(readVersion(doc)).toBe(SCHEMA_VERSION);
  });

  test('SH-34: migrating again changes nothing', () => {
    const doc = migrated();
    const before = Y.encodeStateAsUpdate(doc);
    expect(migrate(doc, { origin: MIGRATION_ORIGIN })).toEqual([]);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('SH-26, SH-33: keeps keys that this version does not know', () => {
    const doc = golden('v1');
    entityIn(doc, 'tiltak', 'tiltak-bestillere').set('fremtid', 'x');
    migrate(doc, { origin: MIGRATION_ORIGIN });
    expect(headerOf(doc).get('futureKey')).toEqual({ kept: true });
    expect(entityIn(doc, 'tiltak', 'tiltak-bestillere').get('fremtid')).toBe('x');
    const day = entityIn(doc, 'maalinger', 'maaling-e-handel').get('series');
    expect(day instanceof Y.Map && day.get('2024-09-30') instanceof Y.Map).toBe(true);
  });

  test('SH-35: every nested type of every entity is there afterwards', () => {
    const doc = migrated();
    expectShared(HEADER, headerOf(doc));
    expect(headerOf(doc).get('labels')).toBeInstanceOf(Y.Map);
    for (const name of COLLECTION_NAMES) {
      for (const id of collectionOf(doc, name).keys()) {
        expectShared(COLLECTIONS[name], entityIn(doc, name, id));
      }
    }
  });

  test('SH-35: two people who begin apart where version 1 had nothing both keep their words', () => {
    const [alice, bob] = [migrated(), new Y.Doc()];
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice));
    const gevinst = 'gevinst-a-pris' as GevinstId;
    const maaling = 'maaling-e-handel' as MaalingId;
    run(alice, setEntityText('gevinster', gevinst, 'forutsetninger', 'Alice'), aWriter(1));
    run(bob, setEntityText('gevinster', gevinst, 'forutsetninger', 'Bob'), aWriter(2));
    run(alice, setFactor(gevinst, 'pris', 1), aWriter(3));
    run(bob, setFactor(gevinst, 'volum', 2), aWriter(4));
    run(alice, setMeasureValue(maaling, 'start', 30), aWriter(5));
    run(bob, setMeasureDate(maaling, 'start', '2024-01-31'), aWriter(6));
    run(alice, moveGevinst(gevinst, {}), aWriter(7));
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice));
    const { snapshot } = readSnapshot(bob);
    const [tid, pris] = snapshot.gevinster;
    expect([tid?.id, pris?.id]).toEqual(['gevinst-b-tid', 'gevinst-a-pris']);
    expect(['AliceBob', 'BobAlice']).toContain(pris?.forutsetninger);
    expect(pris?.calculation.factors).toEqual({ pris: 1, volum: 2 });
    expect(at(snapshot.maalinger).start).toEqual({ value: 30, date: '2024-01-31' });
  });
});

describe('migrations', () => {
  test('SH-33: have names of their own, stand in order of version, and end at this one', () => {
    const versions = MIGRATIONS.map(({ to }) => to);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(versions.at(-1)).toBe(SCHEMA_VERSION);
    expect(new Set(MIGRATIONS.map(({ name }) => name)).size).toBe(MIGRATIONS.length);
    expect(MIGRATIONS.slice(0, 4).map(({ name, to }) => `${to} ${name}`)).toEqual([
      '2 cells-become-text',
      '3 gevinster-and-maalinger-get-order',
      '3 every-value-can-be-shared',
      '4 canvas-says-its-form',
    ]);
  });

  test('SH-33: each step does what its name says, whatever comes after it', () => {
    const doc = golden('v1');
    const stepNamed = (name: string) => at(MIGRATIONS.filter((step) => step.name === name));
    doc.transact(() => stepNamed('cells-become-text').up(doc));
    const gevinst = entityIn(doc, 'gevinster', 'gevinst-a-pris');
    expect(gevinst.get('title')).toBeInstanceOf(Y.Text);
    expect(headerOf(doc).get('owner')).toBeInstanceOf(Y.Text);
    expect([gevinst.has('order'), gevinst.has('calculation')]).toEqual([false, false]);
    doc.transact(() => stepNamed('gevinster-and-maalinger-get-order').up(doc));
    expect([gevinst.get('order'), gevinst.has('calculation')]).toEqual(['a0', false]);
    doc.transact(() => stepNamed('every-value-can-be-shared').up(doc));
    expect(gevinst.get('calculation')).toBeInstanceOf(Y.Map);
  });

  test.each([
    ['newer', SCHEMA_VERSION + 1],
    ['far newer', 1000],
    ['of no version', undefined],
    ['of a version that is none', 'to'],
  ])('SH-34: a document that is %s is left untouched', (_what, version) => {
    const doc = golden('v1');
    headerOf(doc).set('schemaVersion', version);
    const before = Y.encodeStateAsUpdate(doc);
    expect(migrate(doc, { origin: MIGRATION_ORIGIN })).toEqual([]);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('SH-34: a sheet that was just made needs none', () => {
    const { doc } = aSheet({ tiltak: [{}], gevinster: [{}] });
    run(
      doc,
      addComment({ type: 'section', id: 'onsket' }, { author: 'a', text: 'b', at: 'c' }),
      aWriter(),
    );
    expect(migrate(doc, { origin: TEST_ORIGIN })).toEqual([]);
  });

  test('SH-33: comes from version 2 with its own order of rows kept', () => {
    const doc = golden('v1');
    headerOf(doc).set('schemaVersion', 2);
    entityIn(doc, 'gevinster', 'gevinst-b-tid').set('order', 'Zz');
    expect(migrate(doc, { origin: MIGRATION_ORIGIN })).not.toContain('cells-become-text');
    expect(readSnapshot(doc).snapshot.gevinster.map(({ id }) => id)).toEqual([
      'gevinst-b-tid',
      'gevinst-a-pris',
    ]);
  });

  test('SH-24, SH-33: what is ill-typed stays as it is, and is reported', () => {
    const doc = golden('v1');
    entityIn(doc, 'maalinger', 'maaling-e-handel').set('start', 'ukjent');
    migrate(doc, { origin: MIGRATION_ORIGIN });
    expect(readSnapshot(doc).problems).toEqual([{ path: 'maalinger/maaling-e-handel/start' }]);
    expect(entityIn(doc, 'maalinger', 'maaling-e-handel').get('start')).toBe('ukjent');
  });
});

function expectShared(fields: Readonly<Record<string, unknown>>, entity: Y.Map<unknown>): void {
  for (const [key, field] of Object.entries(fields)) {
    const { nature } = field as Field<unknown>;
    if (nature === 'text') expect(entity.get(key), key).toBeInstanceOf(Y.Text);
    else if (nature !== 'register') expect(entity.get(key), key).toBeInstanceOf(Y.Map);
  }
}
