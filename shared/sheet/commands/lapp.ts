/**
 * Lapper: sticky notes. They are the sheet's, not the canvas's: the form lists them too. What works
 * on several passes over those that somebody has removed meanwhile, and is refused (`gone`) only
 * when none is left. Turning one into something else is `lappConvert.ts`.
 */
import * as Y from 'yjs';
import { all, type Command } from '../../document/commands/command.ts';
import { byOrder } from '../../document/order.ts';
import { base64url, type LappId, type RandomBytes } from '../../ids/ids.ts';
import { gridOf, LAPP_SIZE, type Point, type Size } from '../canvas/geometry.ts';
import { LAPP, type Lapp } from '../schema/entities.ts';
import { collectionOf } from '../schema/roots.ts';
import { LAPP_COLORS, type SectionKey } from '../schema/vocabulary.ts';
import { readEntity } from '../snapshot/snapshot.ts';
import {
  addEntities,
  addEntity,
  type Draft,
  moveEntity,
  type Patch,
  type Place,
  patchEntity,
  removeEntity,
  setEntityText,
} from './entities.ts';

export { LONGEST_LINE, linesOf, MOST_LINES } from './lappLines.ts';

export function addLapp(draft: Draft<'lapper'> = {}, place?: Place): Command<LappId> {
  return addEntity('lapper', draft, place);
}

/** What the lapper that are added together have in common. */
export type LapperDraft = Pick<Lapp, 'section' | 'color' | 'author'>;

/**
 * Adds a lapp for each text (`linesOf` makes them of what was pasted), at the places given for them
 * in the same order (`placesForLapper`), last in the form's list or at `place`. Refused
 * (`illTyped`) when there are fewer places than texts.
 */
export function addLapper(
  texts: readonly string[],
  draft: LapperDraft,
  places: readonly Point[],
  place?: Place,
): Command<readonly LappId[]> {
  const drafts = texts.flatMap((text, index) => {
    const xy = places[index];
    return xy === undefined ? [] : [{ ...draft, text, xy }];
  });
  if (drafts.length < texts.length) return () => ({ refused: 'illTyped', field: 'xy' });
  return addEntities('lapper', drafts, place);
}

/**
 * Writes the first text on an empty lapp, and makes a lapp right after it for each of the others,
 * at the places given for these. Refused (`taken`) when the lapp has words by now.
 */
export function spreadOverLapper(
  id: LappId,
  [first = '', ...others]: readonly string[],
  draft: LapperDraft,
  places: readonly Point[],
): Command<readonly LappId[]> {
  return (doc) => {
    const lapp = readEntity('lapper', id, collectionOf(doc, 'lapper').get(id));
    if (lapp === undefined) return { refused: 'gone' };
    if (lapp.text.trim() !== '') return { refused: 'taken' };
    const write = setEntityText('lapper', id, 'text', first)(doc);
    if ('refused' in write) return write;
    const add = addLapper(others, draft, places, { after: id })(doc);
    if ('refused' in add) return add;
    return {
      apply: (writer) => {
        write.apply(writer);
        return add.apply(writer);
      },
    };
  };
}

export function removeLapp(id: LappId): Command {
  return removeEntity('lapper', id);
}

/** Moves a note in the form's list; where it lies on the canvas is `patchLapp` with `xy`. */
export function moveLapp(id: LappId, place: Place): Command {
  return moveEntity('lapper', id, place);
}

/** Sets place on the canvas (page units), colour, author or section. */
export function patchLapp(id: LappId, patch: Patch<'lapper'>): Command {
  return patchEntity('lapper', id, patch);
}

/** Gives a note to another section (null: to none), at a place on the canvas, as one change. */
export function moveLappToSection(id: LappId, section: SectionKey | null, xy: Point): Command {
  return patchEntity('lapper', id, { section, xy });
}

/** A word for a new group: random, so that two groups that are made apart are two. */
export function newGroup(random: RandomBytes): string {
  return base64url(random(6));
}

/** Makes these notes stand together under a word of `newGroup`, out of whatever group they were in. */
export function groupLapper(ids: readonly LappId[], group: string): Command {
  if (group === '') return () => ({ refused: 'illTyped', field: 'group' });
  return patchAll(ids, () => ({ group }));
}

export function ungroupLapper(ids: readonly LappId[]): Command {
  return patchAll(ids, () => ({ group: LAPP.group.initial }));
}

export interface Arrangement {
  /** The top left corner of the grid, in page units. */
  readonly x: number;
  readonly y: number;
  /** How large a note is drawn; all of the nominal size when left out. */
  readonly sizeOf?: (lapp: Lapp) => Size;
}

/** Sorts notes into a grid that is nearly square, by colour and then by their order in the form. */
export function arrangeLapper(ids: readonly LappId[], arrangement: Arrangement): Command {
  const { sizeOf = () => LAPP_SIZE } = arrangement;
  return (doc) => {
    const map = collectionOf(doc, 'lapper');
    const lapper = [...new Set(ids)]
      .map((id) => readEntity('lapper', id, map.get(id)))
      .filter((lapp) => lapp !== undefined)
      .sort((a, b) => colorRank(a) - colorRank(b) || byOrder(a, b));
    const places = gridOf(lapper.map(sizeOf), arrangement);
    const placeOf = new Map(lapper.map(({ id }, index) => [id, places[index]]));
    return patchAll(
      lapper.map(({ id }) => id),
      (id) => ({ xy: placeOf.get(id) ?? LAPP.xy.initial }),
    )(doc);
  };
}

const COLORS: readonly string[] = LAPP_COLORS;

/** Words that are no colour of ours are shown as the first, and stand with it. */
function colorRank({ color }: Lapp): number {
  return Math.max(0, COLORS.indexOf(color));
}

function patchAll(ids: readonly LappId[], patchOf: (id: LappId) => Patch<'lapper'>): Command {
  return (doc) => {
    const map = collectionOf(doc, 'lapper');
    const present = [...new Set(ids)].filter((id) => map.get(id) instanceof Y.Map);
    if (present.length === 0) return { refused: 'gone' };
    return all(present.map((id) => patchEntity('lapper', id, patchOf(id))))(doc);
  };
}
