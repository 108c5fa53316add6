/**
 * What others are dragging at this moment, laid over the document. When they let go, the overlay
 * stays until what they wrote has come, so that nothing jumps back and forth.
 */
import type { Awareness } from 'y-protocols/awareness';
import { isSameJson } from '../../../shared/document/schema/json.ts';
import { lappIdOfShape } from '../shapes/lapp/lappShape.ts';
import { readLive } from './liveChanges.ts';
import type { Shown } from './projection.ts';
import type { RecordCheck } from './recordCheck.ts';
import { type BoardRecord, type Keys, keysOf, recordOf } from './storedRecord.ts';

/** So long after somebody let go without writing, what the document says is shown again. */
const HOLD_MS = 300;

/** Further from the page than anything is drawn. */
const FURTHEST = 1e8;

export type Point = readonly [x: number, y: number];

interface Entry {
  keys: Keys;
  /** When its owner let go; undefined while it is being dragged. */
  goneAt: number | undefined;
  /** Whether the document has since said something of what is dragged. */
  isSettled: boolean;
}

export interface OverlayOptions {
  readonly awareness: Awareness;
  readonly check: RecordCheck;
  readonly now: () => number;
  /** A shape of another's that is not in the document yet gets this parent if its own is unknown. */
  readonly pageId: string;
  readonly hasRecord: (id: string) => boolean;
  readonly onChange: () => void;
}

export class Overlay {
  readonly #options: OverlayOptions;
  /** By client, then by record. */
  readonly #entries = new Map<number, Map<string, Entry>>();
  #changed = new Set<string>();

  constructor(options: OverlayOptions) {
    this.#options = options;
    for (const client of options.awareness.getStates().keys()) this.#hear(client);
    options.awareness.on('change', this.#onAwareness);
  }

  /** Whether anything is laid over the document. */
  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** Whether something waits to be let go, so that `refresh` must be called again. */
  get isHolding(): boolean {
    return this.#all().some(([, , entry]) => entry.goneAt !== undefined);
  }

  /** Lets go of what has been held long enough; answers the records that may look otherwise. */
  refresh(): ReadonlySet<string> {
    const now = this.#options.now();
    for (const [client, id, { goneAt, isSettled }] of this.#all()) {
      if (goneAt !== undefined && (isSettled || now - goneAt >= HOLD_MS)) this.#drop(client, id);
    }
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  /** To be told what the document now shows otherwise. */
  documentChanged(shown: ReadonlyMap<string, Shown>): void {
    if (this.isEmpty) return;
    for (const [, id, entry] of this.#all()) {
      const change = shown.get(id);
      if (change !== undefined && concerns(change, entry.keys)) entry.isSettled = true;
    }
  }

  /** The record with what others are doing to it; one that only they have; or undefined. */
  over(id: string, record: BoardRecord | undefined): BoardRecord | undefined {
    let result = record;
    for (const client of [...this.#entries.keys()].sort((a, b) => a - b)) {
      const entry = this.#entries.get(client)?.get(id);
      if (entry !== undefined) result = this.#laid(id, result, entry.keys) ?? result;
    }
    return result;
  }

  /** Where others have a record now, when moving it is all that they do to it. */
  placeOf(id: string): Point | undefined {
    const isNote = lappIdOfShape(id) !== undefined;
    let place: Point | undefined;
    for (const client of [...this.#entries.keys()].sort((a, b) => a - b)) {
      const keys = this.#entries.get(client)?.get(id)?.keys;
      if (keys === undefined) continue;
      const isMove = isNote || Object.keys(keys).every((key) => key === 'xy');
      if (!isMove || !isPoint(keys['xy'])) return undefined;
      place = keys['xy'];
    }
    return place;
  }

  destroy(): void {
    this.#options.awareness.off('change', this.#onAwareness);
  }

  #laid(id: string, record: BoardRecord | undefined, keys: Keys): BoardRecord | undefined {
    const { check, hasRecord, pageId } = this.#options;
    if (lappIdOfShape(id) !== undefined) {
      if (record === undefined) return undefined;
      const { xy } = keys;
      return check.valid(
        recordOf(id, { ...keysOf(record), ...(xy !== undefined && { xy }) }),
        record,
      );
    }
    if (record !== undefined) {
      if (record.typeName !== 'shape') return undefined;
      const { base, parentId, index } = keysOf(record);
      return check.valid(
        recordOf(id, { ...keysOf(record), ...keys, base, parentId, index }),
        record,
      );
    }
    const parentId = keys['parentId'];
    const isParentKnown = typeof parentId === 'string' && hasRecord(parentId);
    const made = check.valid(
      recordOf(id, { ...keys, parentId: isParentKnown ? parentId : pageId }),
    );
    // A binding without its ends, or a note without its entity, must not be shown.
    return made?.typeName === 'shape' && made.type !== 'lapp' ? made : undefined;
  }

  readonly #onAwareness = ({
    added,
    updated,
    removed,
  }: Readonly<Record<'added' | 'updated' | 'removed', readonly number[]>>): void => {
    for (const client of [...added, ...updated, ...removed]) this.#hear(client);
    if (this.#changed.size > 0 || this.isHolding) this.#options.onChange();
  };

  #hear(client: number): void {
    const { awareness, now } = this.#options;
    if (client === awareness.clientID) return;
    const live = readLive(awareness.getStates().get(client));
    const entries = this.#entries.get(client) ?? new Map<string, Entry>();
    for (const [id, keys] of Object.entries(live)) {
      const known = entries.get(id);
      if (known !== undefined && known.goneAt === undefined && isSameJson(known.keys, keys))
        continue;
      entries.set(id, { keys, goneAt: undefined, isSettled: false });
      this.#changed.add(id);
    }
    for (const [id, entry] of entries) {
      if (!Object.hasOwn(live, id)) entry.goneAt ??= now();
    }
    if (entries.size > 0) this.#entries.set(client, entries);
  }

  #drop(client: number, id: string): void {
    const entries = this.#entries.get(client);
    entries?.delete(id);
    if (entries?.size === 0) this.#entries.delete(client);
    this.#changed.add(id);
  }

  #all(): readonly (readonly [number, string, Entry])[] {
    return [...this.#entries].flatMap(([client, entries]) =>
      [...entries].map(([id, entry]) => [client, id, entry] as const),
    );
  }
}

function isPoint(value: unknown): value is Point {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((each) => Number.isFinite(each) && Math.abs(each) <= FURTHEST)
  );
}

/** Whether the document has changed something that is being dragged, or all of it. */
function concerns({ before, after }: Shown, keys: Keys): boolean {
  if (before === undefined || after === undefined) return true;
  const [old, fresh] = [keysOf(before), keysOf(after)];
  return Object.keys(keys).some((key) => !isSameJson(old[key], fresh[key]));
}
