/**
 * What a person is changing right now, as it travels through awareness: for each record the keys
 * that differ from before the gesture. Small enough to be sent twenty times a second. Pure.
 */
import { isPlainObject, isSameJson } from '../../../shared/document/schema/json.ts';
import type { Keys } from './storedRecord.ts';

/** Record → changed keys; all keys for a record that is not in the document yet. */
export type Live = Readonly<Record<string, Keys>>;

/** The field of a person's awareness state. */
export const LIVE_FIELD = 'live';

/** The server takes awareness of 16 kB; the rest is for the person's name, cursor and selection. */
const MOST_BYTES = 6_000;
/** Other props than a geometry of this size wait for the end of the gesture. */
const MOST_PROPS_BYTES = 2_000;
/** Points of a pen stroke that others see while it is drawn. */
const MOST_POINTS = 120;
/** More records than this from one person are not shown until they are in the document. */
const MOST_RECORDS = 500;

const encoder = new TextEncoder();

function bytesOf(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}

/**
 * What is sent of some changes. Removals wait for the end of the gesture; so does what does not
 * fit, record by record, smaller ones before it and after it being sent all the same.
 */
export function liveOf(
  changes: Iterable<{ readonly id: string; readonly isNew: boolean; readonly keys: Keys }>,
): Live | undefined {
  const live: Record<string, Keys> = {};
  let left = MOST_BYTES;
  for (const { id, isNew, keys } of changes) {
    const sent = isNew ? decimated(keys) : whatMoves(keys);
    if (Object.keys(sent).length === 0) continue;
    const bytes = bytesOf({ [id]: sent });
    if (bytes > left) continue;
    live[id] = sent;
    left -= bytes;
  }
  return Object.keys(live).length === 0 ? undefined : live;
}

function whatMoves(keys: Keys): Keys {
  return Object.fromEntries(
    Object.entries(keys).filter(
      ([key, value]) =>
        key === 'xy' ||
        key === 'rotation' ||
        (key === 'props' && bytesOf(value) <= MOST_PROPS_BYTES),
    ),
  );
}

/** A new pen stroke with so many points as show its course. */
function decimated(keys: Keys): Keys {
  const props = keys['props'];
  if (!isPlainObject(props) || !Array.isArray(props['segments'])) return keys;
  const segments = props['segments'] as readonly { readonly points: readonly unknown[] }[];
  const total = segments.reduce((sum, { points }) => sum + points.length, 0);
  const step = Math.ceil(total / MOST_POINTS);
  if (step <= 1) return keys;
  const thin = segments.map((segment) => ({
    ...segment,
    points: segment.points.filter(
      (_, index, all) => index % step === 0 || index === all.length - 1,
    ),
  }));
  return { ...keys, props: { ...props, segments: thin } };
}

/** What somebody else says to be changing; anything may stand in an awareness state. */
export function readLive(state: unknown): Live {
  if (!isPlainObject(state)) return {};
  const live = state[LIVE_FIELD];
  if (!isPlainObject(live)) return {};
  const records = Object.entries(live).slice(0, MOST_RECORDS);
  return Object.fromEntries(
    records.filter((entry): entry is [string, Keys] => isPlainObject(entry[1])),
  );
}

export function isSameLive(a: Live | undefined, b: Live | undefined): boolean {
  return isSameJson(a, b);
}
