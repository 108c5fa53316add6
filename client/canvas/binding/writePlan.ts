/**
 * From what the user has changed in the store to the commands that say it to the document. Nothing
 * here writes or changes anything: the commands do, in one transaction, in the order given.
 */
import type { TLShape, TLStore } from 'tldraw';
import type { Command } from '../../../shared/document/commands/command.ts';
import type { RandomBytes } from '../../../shared/ids/ids.ts';
import {
  type CanvasValue,
  putCanvasRecord,
  removeCanvasRecord,
} from '../../../shared/sheet/commands/canvas.ts';
import { LAPP, lappIdOfShape } from '../shapes/lapp/lappShape.ts';
import { isIndexKey, mintedIndices } from './indices.ts';
import { type Adoption, type LappPlaces, LappPlan } from './lappPlan.ts';
import type { Projection } from './projection.ts';
import { type BoardRecord, type Keys, keysOf, TEXT_KEYS, withoutDefaults } from './storedRecord.ts';
import { boardRecord, boardShapes } from './storeRecords.ts';
import type { Touched } from './touched.ts';

export interface PlanInput {
  readonly store: TLStore;
  readonly projection: Projection;
  readonly touched: Touched;
  /** Records that others removed while the user was changing them: their removal stands. */
  readonly isTakenAway: (id: string) => boolean;
  readonly random: RandomBytes;
  readonly places: LappPlaces;
}

export interface WritePlan {
  /** Notes that the user has made by copying; each gets an entity before all else is written. */
  readonly adoptions: readonly Adoption[];
  /** The rest, given which shape each copy has become. */
  readonly commands: (adopted: ReadonlyMap<string, string>) => readonly Command<unknown>[];
  /** The same for two plans in a row that are one undo step when quick; undefined: a step each. */
  readonly step: string | undefined;
  readonly isEmpty: boolean;
}

interface Put {
  readonly id: string;
  readonly keys: Record<string, unknown>;
  readonly isNew: boolean;
}

export function planWrite(input: PlanInput): WritePlan {
  const { touched, projection, store } = input;
  const puts: Put[] = [];
  const removals: string[] = [];
  const lapper = new LappPlan(input);
  for (const id of touched.ids()) {
    const now = boardRecord(store, id);
    if (isNote(id, now)) {
      lapper.add(id, now);
    } else if (now === undefined) {
      if (!touched.isMade(id)) removals.push(...withTwins(id, projection));
    } else {
      const put = putOf(input, id, now);
      if (put !== undefined && Object.keys(put.keys).length > 0) puts.push(put);
    }
  }
  const kept = puts.filter(({ id, isNew }) => !isNew || !isEmptyGroup(store, id));
  const minted = mintedFor(input, kept, lapper);
  for (const { id, keys } of kept) {
    const index = minted.get(id);
    if (index !== undefined && 'index' in keys) keys['index'] = index;
  }
  const placed = lapper.commands(minted);
  return {
    adoptions: lapper.adoptions(minted),
    commands: (adopted) => [
      ...placed,
      ...removals.map(removeCanvasRecord),
      ...kept.flatMap((put) => [
        ...otherEnds(put, projection).map(removeCanvasRecord),
        putCanvasRecord(put.id, stored(put, adopted)),
      ]),
    ],
    step: stepOf(kept, removals.length + placed.length),
    isEmpty: lapper.isEmpty && removals.length === 0 && kept.length === 0,
  };
}

function isNote(id: string, now: BoardRecord | undefined): boolean {
  return lappIdOfShape(id) !== undefined || (now?.typeName === 'shape' && now.type === LAPP);
}

function putOf(
  { touched, projection, isTakenAway }: PlanInput,
  id: string,
  now: BoardRecord,
): Put | undefined {
  const document = projection.get(id);
  if (document !== undefined) {
    return { id, keys: touched.mine(id, keysOf(now), keysOf(document)), isNew: false };
  }
  const isMade = touched.isMade(id) && !isTakenAway(id);
  return isMade ? { id, keys: withoutDefaults(keysOf(now)), isNew: true } : undefined;
}

/** The id, and what stands for the same end of the same arrow without being shown. */
function withTwins(id: string, projection: Projection): readonly string[] {
  const record = projection.get(id);
  if (record?.typeName !== 'binding') return [id];
  return projection.bindingsAt(record.fromId, terminalOf(record.props));
}

/** Other bindings for the end of the arrow that a new one takes. */
function otherEnds({ id, keys, isNew }: Put, projection: Projection): readonly string[] {
  const base = keys['base'] as Keys | undefined;
  if (!isNew || base?.['typeName'] !== 'binding') return [];
  const ends = projection.bindingsAt(String(base['fromId']), terminalOf(keys['props']));
  return ends.filter((other) => other !== id);
}

function terminalOf(props: unknown): string {
  return String((props as Keys | undefined)?.['terminal']);
}

/** A group of nothing but notes, which cannot lie in one. */
function isEmptyGroup(store: TLStore, id: string): boolean {
  const record = boardRecord(store, id);
  if (record?.typeName !== 'shape' || record.type !== 'group') return false;
  return !boardShapes(store).some((shape) => shape.parentId === id && shape.type !== LAPP);
}

/** Jittered keys for everything that the user has put in its place among its siblings. */
function mintedFor(
  { store, random }: PlanInput,
  puts: readonly Put[],
  lapper: LappPlan,
): ReadonlyMap<string, string> {
  const moved = new Set([
    ...puts.filter(({ keys }) => 'index' in keys).map(({ id }) => id),
    ...lapper.reordered,
  ]);
  if (moved.size === 0) return new Map();
  const parents = new Set<string>();
  const families = new Map<string, TLShape[]>();
  for (const shape of boardShapes(store)) {
    if (moved.has(shape.id)) parents.add(shape.parentId);
    const family = families.get(shape.parentId);
    if (family === undefined) families.set(shape.parentId, [shape]);
    else family.push(shape);
  }
  const minted = new Map<string, string>();
  for (const parent of parents) {
    const siblings = (families.get(parent) ?? []).map(({ id, index }) => ({ id, order: index }));
    for (const [id, key] of mintedIndices(siblings, (sibling) => moved.has(sibling), random)) {
      minted.set(id, key);
    }
  }
  return minted;
}

/** The keys as commands take them; an arrow to a copied note ends on the note it has become. */
function stored(
  { keys }: Put,
  adopted: ReadonlyMap<string, string>,
): Readonly<Record<string, CanvasValue | undefined>> {
  const base = keys['base'] as Keys | undefined;
  const known = { ...keys } as Record<string, CanvasValue | undefined>;
  if (base?.['typeName'] === 'binding') {
    const [fromId, toId] = [String(base['fromId']), String(base['toId'])];
    known['base'] = { ...base, fromId, toId: adopted.get(toId) ?? toId } as CanvasValue;
  }
  if ('index' in known && !isIndexKey(known['index'])) delete known['index'];
  return known;
}

/** Typing in one shape is one step; its size may follow its words. */
function stepOf(puts: readonly Put[], others: number): string | undefined {
  const [put, ...more] = puts;
  if (put === undefined || more.length + others > 0 || put.isNew) return undefined;
  const names = Object.keys(put.keys);
  const isTyping =
    names.some((name) => TEXT_KEYS.has(name)) &&
    names.every((name) => TEXT_KEYS.has(name) || name === 'props' || name === 'xy');
  return isTyping ? `text:${put.id}` : undefined;
}
