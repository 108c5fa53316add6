/**
 * How one of tldraw's records stands in the document, and back: `base` (what it is), `xy`, `props`
 * (what belongs together as its geometry), and one key for each thing that people change
 * independently, so that a move and a recolour of one shape both stand. Pure.
 */
import type { TLAsset, TLBinding, TLShape } from 'tldraw';
import { isPlainObject, isSameJson } from '../../../shared/document/schema/json.ts';

/** The records that a sheet shares. Pages, cameras and the like are each browser's own. */
export type BoardRecord = TLShape | TLBinding | TLAsset;
export type RecordKind = BoardRecord['typeName'];

/** A record by its keys in the document; values are JSON. */
export type Keys = Readonly<Record<string, unknown>>;

/** Props that people change independently of one another; all others stay together in `props`. */
const INDEPENDENT_PROPS: ReadonlySet<string> = new Set([
  'align',
  'altText',
  'arrowheadEnd',
  'arrowheadStart',
  'color',
  'dash',
  'fill',
  'font',
  'geo',
  'kind',
  'labelColor',
  'labelPosition',
  'name',
  'richText',
  'size',
  'spline',
  'text',
  'textAlign',
  'url',
  'verticalAlign',
]);

const PROP = 'prop:';

/** What is not written when it says no more than this, which is what an absent key means. */
const DEFAULTS: Keys = { rotation: 0, opacity: 1, isLocked: false, meta: {} };

/** Keys that hold what people type: changes of them in quick succession are one undo step. */
export const TEXT_KEYS: ReadonlySet<string> = new Set([
  `${PROP}richText`,
  `${PROP}text`,
  `${PROP}name`,
]);

/** All keys of a record. */
export function keysOf(record: BoardRecord): Keys {
  switch (record.typeName) {
    case 'shape':
      return shapeKeys(record);
    case 'binding': {
      const { typeName, type, fromId, toId, props, meta } = record;
      return { base: { typeName, type, fromId, toId }, props, meta };
    }
    case 'asset': {
      const { typeName, type, props, meta } = record;
      return { base: { typeName, type }, props, meta };
    }
  }
}

function shapeKeys(shape: TLShape): Keys {
  const { typeName, type, x, y, rotation, index, parentId, opacity, isLocked, meta } = shape;
  const keys: Record<string, unknown> = {
    base: { typeName, type },
    xy: [x, y],
    rotation,
    index,
    parentId,
    opacity,
    isLocked,
    meta,
  };
  const together: [string, unknown][] = [];
  for (const [name, value] of Object.entries(shape.props)) {
    if (INDEPENDENT_PROPS.has(name)) keys[PROP + name] = value;
    else together.push([name, value]);
  }
  keys['props'] = Object.fromEntries(together);
  return keys;
}

/** The keys without those that say what an absent key means: how a new record is written. */
export function withoutDefaults(keys: Keys): Keys {
  return Object.fromEntries(
    Object.entries(keys).filter(([key, value]) => !isSameJson(value, DEFAULTS[key])),
  );
}

/**
 * The record that some keys describe, not yet validated; undefined when they say of no kind of
 * record that they are one. Other keys, which a newer version may have written, are passed over.
 */
export function recordOf(id: string, keys: Keys): unknown {
  const base = keys['base'];
  if (!isPlainObject(base)) return undefined;
  const { typeName } = base;
  const meta = keys['meta'] ?? DEFAULTS['meta'];
  if (typeName === 'shape') return shapeOf(id, base['type'], keys, meta);
  const { props = {} } = keys;
  if (typeName === 'binding' || typeName === 'asset') return { ...base, id, props, meta };
  return undefined;
}

function shapeOf(id: string, type: unknown, keys: Keys, meta: unknown): unknown {
  const { xy = [0, 0], props = {} } = keys;
  if (!Array.isArray(xy) || xy.length !== 2 || !isPlainObject(props)) return undefined;
  const independent = Object.entries(keys)
    .filter(([key]) => key.startsWith(PROP))
    .map(([key, value]) => [key.slice(PROP.length), value] as const);
  return {
    id,
    typeName: 'shape',
    type,
    x: xy[0] as unknown,
    y: xy[1] as unknown,
    rotation: keys['rotation'] ?? DEFAULTS['rotation'],
    index: keys['index'],
    parentId: keys['parentId'],
    isLocked: keys['isLocked'] ?? DEFAULTS['isLocked'],
    opacity: keys['opacity'] ?? DEFAULTS['opacity'],
    props: Object.fromEntries([...Object.entries(props), ...independent]),
    meta,
  };
}

/** The keys that differ, with what each is in `to`; undefined for one that `to` has not. */
export function changedKeys(from: Keys, to: Keys): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(to)) {
    if (!isSameJson(from[key], to[key])) changed[key] = to[key];
  }
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) changed[key] = undefined;
  return changed;
}

/** Whether two records are the same, whatever the order of their keys. */
export function isSameRecord(a: BoardRecord, b: BoardRecord): boolean {
  return a === b || Object.keys(changedKeys(keysOf(a), keysOf(b))).length === 0;
}
