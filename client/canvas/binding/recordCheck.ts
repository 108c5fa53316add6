/**
 * Which records the canvas may be given. Beside tldraw's own validators, which throw in the middle of
 * showing when one is not asked first, this refuses what they let through and drawing breaks on:
 * strokes without points, text with unknown marks, coordinates beyond what can be drawn.
 */
import { getSchema } from '@tiptap/core';
import { Node, type Schema } from '@tiptap/pm/model';
import { type TLShape, type TLStore, tipTapDefaultExtensions } from 'tldraw';
import { isPlainObject } from '../../../shared/document/schema/json.ts';
import type { BoardRecord, RecordKind } from './storedRecord.ts';

/** Page units; farther out, sums of numbers lose their fractions. */
const FARTHEST = 1e8;

const KINDS: readonly RecordKind[] = ['shape', 'binding', 'asset'];

/** The kind that an id belongs to; undefined for what is not shared, such as a page. */
export function kindOfId(id: string): RecordKind | undefined {
  return KINDS.find((kind) => id.startsWith(`${kind}:`) && id.length > kind.length + 1);
}

/** Answers for one store whether records fit it. */
export class RecordCheck {
  readonly #store: TLStore;
  #richText: Schema | undefined;
  /** Texts that were found good: tldraw keeps the same object while only other things change. */
  readonly #goodTexts = new WeakSet<object>();

  constructor(store: TLStore) {
    this.#store = store;
  }

  /**
   * The candidate, which is JSON, when it can be shown, else undefined. Never throws. With the
   * record that it follows, only what differs is looked at.
   */
  valid(candidate: unknown, before?: BoardRecord): BoardRecord | undefined {
    if (!isPlainObject(candidate) || typeof candidate['id'] !== 'string') return undefined;
    const kind = kindOfId(candidate['id']);
    if (kind === undefined || candidate['typeName'] !== kind) return undefined;
    try {
      const record = this.#validated(kind, candidate, before);
      return record.typeName !== 'shape' || this.#canBeDrawn(record) ? record : undefined;
    } catch {
      return undefined;
    }
  }

  #validated(kind: RecordKind, candidate: unknown, before: BoardRecord | undefined): BoardRecord {
    const known = before?.typeName === kind ? before : undefined;
    // The type of a kind validates records of that kind and no other.
    return this.#store.schema.types[kind].validate(candidate, known) as BoardRecord;
  }

  #canBeDrawn(shape: TLShape): boolean {
    const props = shape.props as Readonly<Record<string, unknown>>;
    return (
      [shape.x, shape.y].every((value) => Math.abs(value) <= FARTHEST) &&
      ['w', 'h', 'growY', 'bend', 'scale'].every((name) => isNear(props[name])) &&
      arePointsDrawable(shape.type, props) &&
      (props['richText'] === undefined || this.#isGoodText(props['richText']))
    );
  }

  #isGoodText(text: unknown): boolean {
    if (!isPlainObject(text)) return false;
    if (this.#goodTexts.has(text)) return true;
    this.#richText ??= getSchema(tipTapDefaultExtensions);
    const node = Node.fromJSON(this.#richText, text);
    node.check();
    if (node.type !== this.#richText.topNodeType) return false;
    this.#goodTexts.add(text);
    return true;
  }
}

function isNear(value: unknown): boolean {
  return typeof value !== 'number' || Math.abs(value) <= FARTHEST;
}

/** Asked after tldraw's validators, so that the shapes of points and segments are known. */
function arePointsDrawable(type: string, props: Readonly<Record<string, unknown>>): boolean {
  if (type === 'draw' || type === 'highlight') {
    const segments = props['segments'] as readonly { readonly points: readonly object[] }[];
    return (
      segments.length > 0 &&
      segments.every(({ points }) => points.length > 0 && points.every(isNearPoint))
    );
  }
  if (type === 'line') {
    const points = Object.entries(props['points'] as Readonly<Record<string, { id: string }>>);
    return (
      points.length >= 2 && points.every(([key, point]) => point.id === key && isNearPoint(point))
    );
  }
  return type !== 'arrow' || [props['start'], props['end']].every(isNearPoint);
}

function isNearPoint(point: unknown): boolean {
  return isPlainObject(point) && isNear(point['x']) && isNear(point['y']);
}
