/** Everything that stands in a sheet, by the names that `edits.ts` gives to what it writes. */
import type * as Y from 'yjs';
import { COLLECTIONS, type CollectionName } from '../../shared/sheet/schema/entities.ts';
import { PROSE_SECTIONS } from '../../shared/sheet/schema/vocabulary.ts';
import { proseText } from '../../shared/sheet/snapshot/prose.ts';
import { readSnapshot, type Snapshot } from '../../shared/sheet/snapshot/snapshot.ts';
import type { Observed } from './ledger.ts';

/** A word is told from all others by its own number, and from its neighbours by its brackets. */
export const WORD = /⟨[^⟨⟩]*⟩/gu;

export type RowCollection = CollectionName | 'canvas';

export const rowFact = (collection: RowCollection, id: string): string => `row ${collection} ${id}`;
export const valueFact = (collection: RowCollection, id: string, key: string): string =>
  `value ${collection} ${id} ${key}`;
export const wordFact = (place: string, word: string): string => `word ${place} ${word}`;
export const cellPlace = (collection: CollectionName, id: string, key: string): string =>
  `${collection}/${id}/${key}`;

export interface Observation {
  readonly facts: Observed;
  /** Places in the document that do not fit the schema. */
  readonly problems: readonly string[];
}

export function observe(doc: Y.Doc): Observation {
  const { snapshot, problems } = readSnapshot(doc);
  const facts = new Map<string, string>();
  const seeWords = (place: string, text: string): void => {
    for (const [word] of text.matchAll(WORD)) facts.set(wordFact(place, word), word);
  };
  for (const key of ['title', 'owner', 'mentor'] as const) {
    seeWords(`sheet/${key}`, snapshot.sheet[key]);
  }
  for (const section of PROSE_SECTIONS) {
    seeWords(`prose/${section}`, proseText(snapshot.sections[section]));
  }
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    for (const row of snapshot[name]) seeRow(facts, seeWords, name, row);
  }
  for (const record of snapshot.canvas) {
    facts.set(rowFact('canvas', record.id), 'here');
    facts.set(valueFact('canvas', record.id, 'xy'), JSON.stringify(record['xy']));
  }
  return { facts, problems: problems.map(({ path }) => path) };
}

function seeRow(
  facts: Map<string, string>,
  seeWords: (place: string, text: string) => void,
  collection: CollectionName,
  row: Snapshot[CollectionName][number],
): void {
  facts.set(rowFact(collection, row.id), 'here');
  for (const [key, value] of Object.entries(row)) {
    if (typeof value === 'string') seeWords(cellPlace(collection, row.id, key), value);
    for (const [path, entry] of entriesOf(key, value)) {
      facts.set(valueFact(collection, row.id, path), JSON.stringify(entry));
    }
  }
}

/** A value, and each entry of a table or a series under its own name. */
function entriesOf(key: string, value: unknown): [string, unknown][] {
  if (key === 'series' && Array.isArray(value)) {
    return value.map((point: { date: string; value: unknown }) => [
      `${key}/${point.date}`,
      point.value,
    ]);
  }
  if (key === 'estimate' && typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([year, amount]) => [`${key}/${year}`, amount]);
  }
  return [[key, value]];
}
