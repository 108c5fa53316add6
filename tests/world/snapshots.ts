/**
 * Random whole sheets as fast-check arbitraries: valid, and in the one form in which a document
 * reads (rows in order, prose in runs of equal marks), so that they can be compared as they are.
 */
import * as fc from 'fast-check';
import { byOrder } from '../../shared/document/order.ts';
import type { CommentId } from '../../shared/ids/ids.ts';
import type { CollectionName, EntityOf } from '../../shared/sheet/schema/entities.ts';
import { SCHEMA_VERSION } from '../../shared/sheet/schema/roots.ts';
import {
  BECAME_TYPES,
  BESLUTNINGER,
  CALCULATION_KINDS,
  COMMENT_TARGETS,
  FREQUENCIES,
  GEVINST_SLAG,
  RATINGS,
  SECTION_KEYS,
  SHEET_KINDS,
  TILTAK_SLAG,
  TILTAK_STATUS,
} from '../../shared/sheet/schema/vocabulary.ts';
import type { ProseMark, ProseNode } from '../../shared/sheet/snapshot/prose.ts';
import type { Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';

const ID_UNIT = fc.constantFrom(
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
);

const anId = fc.string({ unit: ID_UNIT, minLength: 8, maxLength: 22 });

/** Words as they are stored: whole characters of every plane, line breaks as `\n`. */
const someWords = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((words) => words.replaceAll('\r', '\n'));

const aNumber = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

export const aDate = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const aYear = fc.integer({ min: 1000, max: 9999 }).map(String);
const aKey = fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__');
const someJson = fc.jsonValue({ maxDepth: 3 }).filter((value) => {
  const text = JSON.stringify(value);
  return !text.includes('__proto__');
});

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null, freq: 3 });

const tableOf = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>) =>
  fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });

/** Ids that a set refers to, as a set reads: sorted. */
const someOf = (ids: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...ids]).map((chosen) => chosen.sort());

const measure = fc.record({ value: maybe(aNumber), date: maybe(aDate) });
const orderKey = fc.string({ unit: ID_UNIT, maxLength: 6 });

const rows = <C extends CollectionName>(
  values: fc.Arbitrary<Omit<EntityOf[C], 'id'>>,
): fc.Arbitrary<EntityOf[C][]> =>
  fc
    .uniqueArray(fc.tuple(anId, values), { selector: ([id]) => id, maxLength: 4 })
    .map((entries) =>
      entries.map(([id, rest]) => ({ ...rest, id }) as unknown as EntityOf[C]).sort(byOrder),
    );

const rotaarsaker = rows<'rotaarsaker'>(
  fc.record({ title: someWords, points: someWords, order: orderKey }),
);

const tiltak = (causes: readonly string[]) =>
  rows<'tiltak'>(
    fc.record({
      slag: fc.constantFrom(...TILTAK_SLAG),
      title: someWords,
      description: someWords,
      ansvar: someWords,
      frist: maybe(aDate),
      status: fc.constantFrom(...TILTAK_STATUS),
      beslutning: fc.constantFrom(...BESLUTNINGER),
      rotaarsaker: someOf(causes),
      dypdykkId: maybe(anId),
      gevinstpotensial: fc.constantFrom(null, ...RATINGS),
      gjennomforbarhet: fc.constantFrom(null, ...RATINGS),
      order: orderKey,
    }),
  );

const gevinster = (measures: readonly string[]) =>
  rows<'gevinster'>(
    fc.record({
      slag: fc.constantFrom(...GEVINST_SLAG),
      title: someWords,
      description: someWords,
      tiltak: someOf(measures),
      eier: someWords,
      ansvarlig: someWords,
      forutsetninger: someWords,
      omsetting: someWords,
      realiseresDato: maybe(aDate),
      calculation: fc.record({
        kind: maybe(fc.constantFrom(...CALCULATION_KINDS)),
        factors: tableOf(aKey, aNumber),
        assumptions: someWords,
      }),
      estimate: tableOf(aYear, aNumber),
      realised: tableOf(aYear, aNumber),
      budsjettvirkning: tableOf(aYear, aNumber),
      order: orderKey,
    }),
  );

const maalinger = (gains: readonly string[]) =>
  rows<'maalinger'>(
    fc.record({
      name: someWords,
      unit: someWords,
      start: measure,
      target: measure,
      source: someWords,
      method: someWords,
      frequency: maybe(fc.constantFrom(...FREQUENCIES)),
      ansvarlig: someWords,
      gevinster: someOf(gains),
      series: fc
        .uniqueArray(fc.record({ date: aDate, value: aNumber, comment: someWords }), {
          selector: ({ date }) => date,
          maxLength: 4,
        })
        .map((days) => days.sort((a, b) => (a.date < b.date ? -1 : 1))),
      order: orderKey,
    }),
  );

const lapper = rows<'lapper'>(
  fc.record({
    text: someWords,
    xy: fc.tuple(aNumber, aNumber),
    color: fc.constantFrom('gul', 'rosa'),
    author: someWords,
    section: maybe(fc.constantFrom(...SECTION_KEYS)),
    group: fc.constantFrom('', 'sammen'),
    became: maybe(fc.record({ type: fc.constantFrom(...BECAME_TYPES), id: anId })),
    order: orderKey,
  }),
);

const aMark: fc.Arbitrary<ProseMark> = fc.oneof(
  fc.constantFrom('bold', 'italic').map((type) => ({ type })),
  fc.webUrl().map((href) => ({ type: 'link', attrs: { href } })),
);

const someMarks = fc
  .uniqueArray(aMark, { selector: ({ type }) => type, maxLength: 2 })
  .map((marks) => marks.sort((a, b) => (a.type < b.type ? -1 : 1)));

/** Runs of text: neighbours differ in their marks, or they would be one run. */
const someRuns: fc.Arbitrary<ProseNode[]> = fc
  .array(fc.tuple(someWords, someMarks), { maxLength: 3 })
  .map((runs) =>
    runs
      .filter(([text]) => text !== '')
      .filter(
        ([, marks], index, kept) =>
          JSON.stringify(marks) !== JSON.stringify(kept[index - 1]?.[1] ?? null),
      )
      .map(([text, marks]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })),
  );

const aBlock: fc.Arbitrary<ProseNode> = fc.oneof(
  someRuns.map((content) => block('paragraph', content)),
  fc.tuple(fc.integer({ min: 1, max: 3 }), someRuns).map(([level, content]) => ({
    ...block('heading', content),
    attrs: { level },
  })),
  fc.array(someRuns, { minLength: 1, maxLength: 3 }).map((items) =>
    block(
      'bulletList',
      items.map((item) => block('listItem', [block('paragraph', item)])),
    ),
  ),
);

function block(type: string, content: readonly ProseNode[]): ProseNode {
  return { type, ...(content.length > 0 ? { content } : {}) };
}

/** Blocks of prose as a section reads. */
export const someProse = fc.array(aBlock, { maxLength: 3 });

const comments: fc.Arbitrary<Snapshot['comments']> = fc
  .uniqueArray(
    fc.record({
      id: anId.map((id) => id as CommentId),
      target: fc.record({ type: fc.constantFrom(...COMMENT_TARGETS), id: anId }),
      resolved: fc.boolean(),
      messages: fc
        .uniqueArray(
          fc.record({
            id: anId,
            author: someWords,
            text: someWords,
            at: aDate.map((day) => `${day}T08:00:00.000Z`),
          }),
          { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
        )
        .map((messages) => messages.sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))),
    }),
    { selector: ({ id }) => id, maxLength: 3 },
  )
  .map((threads) =>
    threads.sort((a, b) =>
      `${a.messages[0]?.at}${a.id}` < `${b.messages[0]?.at}${b.id}` ? -1 : 1,
    ),
  );

const canvas = fc
  .dictionary(aKey, tableOf(aKey, someJson), { maxKeys: 3, noNullPrototype: true })
  .map((records) =>
    Object.entries(records)
      .map(([id, keys]) => ({ ...keys, id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );

const sheet = fc.record({
  kind: fc.constantFrom(...SHEET_KINDS),
  title: someWords,
  date: maybe(aDate),
  edition: someWords,
  owner: someWords,
  mentor: someWords,
  enhetId: maybe(anId),
  parent: maybe(fc.record({ sheetId: anId, tiltakId: maybe(anId) })),
  labels: tableOf(aKey, someWords),
});

const sections = fc.record({
  begrunnelse: someProse,
  naasituasjon: someProse,
  onsket: someProse,
  rotaarsaker: someProse,
  maaling: someProse,
});

const idsOf = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id);

/** A random sheet, whole. */
export const aSnapshot: fc.Arbitrary<Snapshot> = rotaarsaker
  .chain((causes) => fc.tuple(fc.constant(causes), tiltak(idsOf(causes))))
  .chain((known) => fc.tuple(fc.constant(known), gevinster(idsOf(known[1]))))
  .chain(([known, gains]) =>
    fc.record({
      schemaVersion: fc.constant(SCHEMA_VERSION),
      sheet,
      sections,
      rotaarsaker: fc.constant(known[0]),
      tiltak: fc.constant(known[1]),
      gevinster: fc.constant(gains),
      maalinger: maalinger(idsOf(gains)),
      lapper,
      canvas,
      comments,
    }),
  );
