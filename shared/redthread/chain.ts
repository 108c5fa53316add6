/**
 * The gevinstkart: the sheet's rotårsaker, tiltak, gevinster and målinger as four columns, and the
 * links between them. What a link refers to and is gone is no link. A thing that is linked twice to
 * the same neighbour is linked once.
 */
import { gevinstState, isDropped } from '../gevinst/amounts.ts';
import type { Chain } from './redThread.ts';

/** The columns from left to right, by the collections they show. */
export const COLUMNS = ['rotaarsaker', 'tiltak', 'gevinster', 'maalinger'] as const;
export type Column = (typeof COLUMNS)[number];

/** Which neighbour column is meant: the one to the left or the one to the right. */
export type Side = 'before' | 'after';

/** Names one thing in the chain. Ids are only certain to differ within a column. */
export interface NodeRef {
  readonly of: Column;
  readonly id: string;
}

export interface ChainNode extends NodeRef {
  /** Its place in the column, from 0. */
  readonly index: number;
  /** The ids that it is linked to in the column to the left, in that column's order. */
  readonly before: readonly string[];
  /** The same, to the right. */
  readonly after: readonly string[];
  /**
   * A tiltak that is avvist or stoppet; a gevinst that only such tiltak would give; a måling of
   * nothing but such gevinster. It is shown, and nothing is asked of it.
   */
  readonly isDropped: boolean;
  /** On which sides a link is missing that the rød tråd asks for. */
  readonly lacks: readonly Side[];
}

export interface ChainMap {
  readonly columns: Readonly<Record<Column, readonly ChainNode[]>>;
  get(ref: NodeRef): ChainNode | undefined;
}

/** One string for a node, for sets and keys. */
export function keyOf({ of, id }: NodeRef): string {
  return `${of}:${id}`;
}

/** The column on a side of another one; undefined beyond the ends. */
export function columnBeside(column: Column, side: Side): Column | undefined {
  return COLUMNS[COLUMNS.indexOf(column) + (side === 'after' ? 1 : -1)];
}

/** The things that a node is linked to on a side. */
export function linkedTo(node: ChainNode, side: Side): readonly NodeRef[] {
  const of = columnBeside(node.of, side);
  return of === undefined ? [] : node[side].map((id) => ({ of, id }));
}

/**
 * Works the map out. Who is asked for a link (`lacks`):
 *
 * - a rotårsak for a tiltak that is neither avvist nor stoppet;
 * - an endringstiltak for a rotårsak and a gevinst;
 * - an utredningstiltak for a rotårsak where the sheet has any. Its gevinst arises in the dypdykk
 *   that it opens, and so do the rotårsaker of a virksomhets-A3 without that box;
 * - a gevinst for a tiltak and a måling, and a måling for a gevinst;
 * - what is dropped (see `ChainNode`) for nothing.
 */
export function chainMap({ rotaarsaker, tiltak, gevinster, maalinger }: Chain): ChainMap {
  const causes = linksOf(rotaarsaker, tiltak, (each) => each.rotaarsaker);
  const gains = linksOf(tiltak, gevinster, (each) => each.tiltak);
  const measures = linksOf(gevinster, maalinger, (each) => each.gevinster);
  const dropped = new Set(tiltak.filter(isDropped).map(({ id }) => id as string));
  const lost = new Set(
    gevinster
      .filter((each) => gevinstState(each, tiltak) === 'avvist')
      .map(({ id }) => id as string),
  );
  const isAmong = (ids: readonly string[], all: ReadonlySet<string>) =>
    ids.length > 0 && ids.every((id) => all.has(id));

  return mapOf({
    rotaarsaker: rotaarsaker.map(({ id }, index) => {
      const after = causes.rightOf(id);
      const lacks = side(
        'after',
        after.every((each) => dropped.has(each)),
      );
      return { of: 'rotaarsaker', id, index, before: [], after, isDropped: false, lacks };
    }),
    tiltak: tiltak.map(({ id, slag }, index) => {
      const [before, after] = [causes.leftOf(id), gains.rightOf(id)];
      const isEndring = slag === 'endring';
      const asksForCause = isEndring || rotaarsaker.length > 0;
      const lacks = [
        ...side('before', before.length === 0 && asksForCause),
        ...side('after', after.length === 0 && isEndring),
      ];
      return node({ of: 'tiltak', id, index, before, after, isDropped: dropped.has(id), lacks });
    }),
    gevinster: gevinster.map(({ id }, index) => {
      const [before, after] = [gains.leftOf(id), measures.rightOf(id)];
      const lacks = [...side('before', before.length === 0), ...side('after', after.length === 0)];
      return node({ of: 'gevinster', id, index, before, after, isDropped: lost.has(id), lacks });
    }),
    maalinger: maalinger.map(({ id }, index) => {
      const before = measures.leftOf(id);
      const lacks = side('before', before.length === 0);
      const isDropped = isAmong(before, lost);
      return node({ of: 'maalinger', id, index, before, after: [], isDropped, lacks });
    }),
  });
}

interface Links {
  leftOf(rightId: string): readonly string[];
  rightOf(leftId: string): readonly string[];
}

/** The links between two columns. They are kept on the right one, as sets of ids of the left one. */
function linksOf<R extends { readonly id: string }>(
  left: readonly { readonly id: string }[],
  right: readonly R[],
  idsOf: (each: R) => readonly string[],
): Links {
  const before = new Map<string, string[]>();
  const after = new Map<string, string[]>(left.map(({ id }) => [id, []]));
  for (const each of right) {
    const wanted = new Set(idsOf(each));
    const there = left.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
    before.set(each.id, there);
    for (const id of there) after.get(id)?.push(each.id);
  }
  return { leftOf: (id) => before.get(id) ?? [], rightOf: (id) => after.get(id) ?? [] };
}

function side(name: Side, isLacking: boolean): readonly Side[] {
  return isLacking ? [name] : [];
}

/** What is dropped lacks nothing. */
function node(whole: ChainNode): ChainNode {
  return whole.isDropped ? { ...whole, lacks: [] } : whole;
}

function mapOf(columns: ChainMap['columns']): ChainMap {
  const nodes = new Map(COLUMNS.flatMap((of) => columns[of].map((each) => [keyOf(each), each])));
  return { columns, get: (ref) => nodes.get(keyOf(ref)) };
}
