/**
 * One random history of a sheet in which everybody uses the form and the canvas: at its end, when
 * everybody has everything and frames have passed, form and canvas of all of them must be alike.
 * Everything follows from the seed.
 */

import * as Y from 'yjs';
import { freshRecords, PAGE_ID } from '../../client/canvas/binding/testBoard.ts';
import { shapeIdOfLapp } from '../../client/canvas/shapes/lapp/lappShape.ts';
import { canonicalJson } from '../../shared/document/schema/json.ts';
import { readSnapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import { aSheet, type SeededRandom, seeded } from '../world/sheets.ts';
import { Office, Person } from './boards.ts';
import { CANVAS_ACTIONS, type Hand } from './canvasActions.ts';
import { FORM_ACTIONS } from './formActions.ts';

export interface ParityResult {
  /** What is wrong, a line each. Empty when all is well. */
  readonly faults: readonly string[];
  /** What happened, for a failing run to be read. */
  readonly log: readonly string[];
}

const NAMES = ['alice', 'bob', 'carol', 'dan'];

export function runParity(seed: number): ParityResult {
  const random = seeded(seed);
  const log: string[] = [];
  const office = anOffice(random);
  const mint = minter();
  const faults: string[] = [];
  try {
    const steps = 30 + random.int(60);
    for (let step = 0; step < steps; step += 1) happen(office, random, mint, log);
    for (const { board } of office.people) board.binding.endGesture();
    office.settle();
    faults.push(...office.people.flatMap((person) => unlike(person, office)));
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  for (const { board } of office.people) board.destroy();
  return { faults, log };
}

/** A failing seed with what went wrong, and how to see it again. */
export function report(seed: number, { faults, log }: ParityResult): string {
  return [
    `Form and canvas differ in the history of seed ${seed}:`,
    ...faults.slice(0, 20).map((fault) => `  ${fault}`),
    `  (after ${log.length} actions; replay with PARITY_SEED=${seed} npm run test:fuzz)`,
  ].join('\n');
}

function anOffice(random: SeededRandom): Office {
  const { doc } = aSheet({
    lapper: [
      { text: 'en', xy: [10, 10], section: 'begrunnelse' },
      { text: 'to', xy: [500, 10] },
      { text: 'tre', xy: [10, 500], section: 'tiltak' },
    ],
    tiltak: [{ title: 'et tiltak' }],
  });
  const state = Y.encodeStateAsUpdate(doc);
  const names = NAMES.slice(0, 2 + random.int(3));
  const people = names.map((name) => {
    // The last of four only reads: what she does on her canvas is put back.
    return new Person(name, state, seeded(random.int(2 ** 31)), name !== 'dan');
  });
  return new Office(people, random);
}

function minter(): () => string {
  let minted = 0;
  return () => {
    minted += 1;
    return `s${minted}`;
  };
}

function happen(office: Office, random: SeededRandom, mint: () => string, log: string[]): void {
  const dice = random.int(100);
  const person = random.pick(office.people);
  if (dice < 45) {
    const hand: Hand = { board: person.board, random, mint };
    const action = weighted(CANVAS_ACTIONS, random);
    log.push(`${person.name}: ${action.name} on the canvas`);
    action(hand);
  } else if (dice < 60 && person.name !== 'dan') {
    const action = weighted(FORM_ACTIONS, random);
    log.push(`${person.name}: ${action.name} in the form`);
    action(person, random);
  } else if (dice < 80) {
    log.push(`${person.name}: frame`);
    person.board.frame();
  } else {
    office.deliverSome();
  }
}

function weighted<T>(actions: readonly (readonly [number, T])[], random: SeededRandom): T {
  let left = random.int(actions.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, action] of actions) {
    left -= weight;
    if (left < 0) return action;
  }
  throw new RangeError('Nothing to do');
}

/** What is not alike when everybody has everything. */
function unlike({ name, doc, board }: Person, office: Office): string[] {
  const [first] = office.people;
  if (first === undefined) return [];
  const records = board.records();
  const faults: string[] = [];
  if (sheetText(doc) !== sheetText(first.doc)) faults.push(`${name} has another sheet`);
  faults.push(...differences(records, freshRecords(doc)).map((at) => `${name}, fresh: ${at}`));
  faults.push(
    ...differences(records, first.board.records()).map((at) => `${name}, ${first.name}: ${at}`),
  );
  faults.push(...unshowable(records).map((fault) => `${name}: ${fault}`));
  const { lapper, tiltak } = board.snapshot();
  const shown = Object.keys(records).filter((id) => id.startsWith('shape:lapp-'));
  if (shown.length !== lapper.length) faults.push(`${name} shows ${shown.length} lapper`);
  for (const lapp of lapper) {
    const record = records[shapeIdOfLapp(lapp.id)];
    const isThere = tiltak.some(({ id }) => id === lapp.became?.id);
    const wanted = {
      xy: lapp.xy,
      text: lapp.text,
      color: lapp.color,
      author: lapp.author,
      section: lapp.section ?? '',
      group: lapp.group,
      became: isThere ? 'tiltak' : '',
    };
    const { x, y, props } = record?.typeName === 'shape' ? record : { x: 0, y: 0, props: {} };
    if (canonicalJson({ xy: [x, y], ...props }) !== canonicalJson(wanted)) {
      faults.push(`${name} shows the lapp ${lapp.id} otherwise: ${JSON.stringify(record)}`);
    }
  }
  return faults;
}

/** What tldraw cannot show: a shape outside of the page, two in one place, an end without a shape. */
function unshowable(records: ReturnType<Person['board']['records']>): string[] {
  const places = new Set<string>();
  return Object.values(records).flatMap((record) => {
    if (record.typeName === 'binding') {
      const isWhole = record.fromId in records && record.toId in records;
      return isWhole ? [] : [`${record.id} has no end`];
    }
    if (record.typeName !== 'shape') return [];
    const place = `${record.parentId} ${record.index}`;
    const isTaken = places.has(place);
    places.add(place);
    let parent: string = record.parentId;
    for (let depth = 0; depth < 100 && parent !== PAGE_ID; depth += 1) {
      const above = records[parent];
      parent = above?.typeName === 'shape' ? above.parentId : '';
    }
    return [
      ...(isTaken ? [`${record.id} has the index of another`] : []),
      ...(parent === PAGE_ID ? [] : [`${record.id} is not on the page`]),
    ];
  });
}

function sheetText(doc: Y.Doc): string {
  return JSON.stringify(readSnapshot(doc));
}

function differences(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): string[] {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...ids]
    .filter((id) => canonicalJson(a[id] ?? null) !== canonicalJson(b[id] ?? null))
    .map((id) => `${id} is ${JSON.stringify(a[id])}, not ${JSON.stringify(b[id])}`);
}
