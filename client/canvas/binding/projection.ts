/**
 * What the document says that the canvas shows: every sound record in its place. The same document
 * gives everybody the same projection, however its changes came. Reads, and never writes.
 */
import type { TLPageId } from 'tldraw';
import type * as Y from 'yjs';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { LAPP, lappIdOfShape, shapeIdOfLapp } from '../shapes/lapp/lappShape.ts';
import { type Arrangement, arrange, type Node } from './arrange.ts';
import { DocumentChanges } from './documentChanges.ts';
import { isIndexKey } from './indices.ts';
import { lappRecord, readLapp } from './lappRecord.ts';
import type { RecordCheck } from './recordCheck.ts';
import { readKeys } from './storedKeys.ts';
import { type BoardRecord, isSameRecord, type Keys, recordOf } from './storedRecord.ts';

interface Read {
  readonly record: BoardRecord;
  /** What its place depends on; undefined for an asset. */
  readonly node: Node | undefined;
  readonly keys?: Keys;
  readonly lapp?: Lapp;
}

/** A record before and after; undefined where it is not shown. */
export interface Shown {
  readonly before: BoardRecord | undefined;
  readonly after: BoardRecord | undefined;
}

export interface ProjectionOptions {
  readonly doc: Y.Doc;
  readonly pageId: TLPageId;
  readonly check: RecordCheck;
  /** Called when the document has changed and `refresh` has something to do. */
  readonly onChange: () => void;
}

/** Until its place among its siblings is known. */
const SOME_INDEX = 'a1';

export class Projection {
  readonly #doc: Y.Doc;
  readonly #pageId: TLPageId;
  readonly #check: RecordCheck;
  readonly #changes: DocumentChanges;
  readonly #read = new Map<string, Read>();
  readonly #records = new Map<string, BoardRecord>();
  readonly #bad = new Set<string>();
  #arrangement: Arrangement = { shapes: new Map(), bindings: new Set() };
  #quarantined: readonly string[] = [];

  constructor({ doc, pageId, check, onChange }: ProjectionOptions) {
    this.#doc = doc;
    this.#pageId = pageId;
    this.#check = check;
    this.#changes = new DocumentChanges(doc, onChange);
  }

  /** The record as everybody sees it when nobody is dragging. */
  get(id: string): BoardRecord | undefined {
    return this.#records.get(id);
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  /** The note that a shape shows. */
  lappOf(id: string): Lapp | undefined {
    return this.#read.get(id)?.lapp;
  }

  /** Whether an arrow hangs on a shape, or is one that hangs on something. */
  isBound(id: string): boolean {
    for (const { node } of this.#read.values()) {
      if (node?.kind === 'binding' && (node.fromId === id || node.toId === id)) return true;
    }
    return false;
  }

  /** Bindings that stand in the document for one end of an arrow, shown or not. */
  bindingsAt(fromId: string, terminal: string): readonly string[] {
    return [...this.#read.values()].flatMap(({ node }) =>
      node?.kind === 'binding' && node.fromId === fromId && node.terminal === terminal
        ? [node.id]
        : [],
    );
  }

  /** What is in the document and cannot be shown, by its path; the same array until it changes. */
  get quarantined(): readonly string[] {
    return this.#quarantined;
  }

  /** Takes in what has changed in the document; answers what is shown otherwise than before. */
  refresh(): ReadonlyMap<string, Shown> {
    if (this.#changes.isEmpty) return new Map();
    const { canvas, lapper, hasRowsChanged } = this.#changes.take();
    const changed = new Set<string>();
    let isRearranged = false;
    const note = (id: string, isMoved: boolean) => {
      changed.add(id);
      isRearranged ||= isMoved;
    };
    for (const id of canvas) note(id, this.#take(id, this.#readCanvas(id)));
    for (const id of hasRowsChanged ? this.#withBecame(lapper) : lapper) {
      const shapeId = shapeIdOfLapp(id);
      note(shapeId, this.#take(shapeId, this.#readLapp(id)));
    }
    if (isRearranged) for (const id of this.#rearrange()) changed.add(id);
    this.#listQuarantined();
    return this.#show(changed);
  }

  destroy(): void {
    this.#changes.destroy();
  }

  #show(changed: ReadonlySet<string>): ReadonlyMap<string, Shown> {
    const shown = new Map<string, Shown>();
    for (const id of changed) {
      const before = this.#records.get(id);
      const after = this.#placed(id);
      if (after === undefined) this.#records.delete(id);
      else this.#records.set(id, after);
      const isSame = before !== undefined && after !== undefined && isSameRecord(before, after);
      if (!isSame && before !== after) shown.set(id, { before, after });
    }
    return shown;
  }

  /** The record with its place; undefined when it is not to be shown. */
  #placed(id: string): BoardRecord | undefined {
    const read = this.#read.get(id);
    if (read === undefined) return undefined;
    const { record } = read;
    if (record.typeName === 'binding') {
      return this.#arrangement.bindings.has(id) ? record : undefined;
    }
    if (record.typeName === 'asset') return record;
    const place = this.#arrangement.shapes.get(id);
    if (place === undefined) return undefined;
    if (place.index === record.index && place.parentId === record.parentId) return record;
    return this.#check.valid({ ...record, ...place }, record);
  }

  /** Keeps what was read under an id; whether others' places may depend on what changed. */
  #take(id: string, read: Read | undefined): boolean {
    const before = this.#read.get(id);
    if (read === undefined) this.#read.delete(id);
    else this.#read.set(id, read);
    return !isSameNode(before?.node, read?.node);
  }

  #readCanvas(id: string): Read | undefined {
    const path = `canvas/${id}`;
    // What poses as a note is not one, and must not stand in a note's place.
    if (lappIdOfShape(id) !== undefined) {
      this.#mark(path, collectionOf(this.#doc, 'canvas').has(id));
      return this.#read.get(id);
    }
    const stored = collectionOf(this.#doc, 'canvas').get(id);
    this.#bad.delete(path);
    if (stored === undefined) return undefined;
    const before = this.#read.get(id);
    const keys = readKeys(stored, before?.keys);
    const record = keys && this.#check.valid(this.#candidate(id, keys), before?.record);
    if (record === undefined || (record.typeName === 'shape' && record.type === LAPP)) {
      this.#bad.add(path);
      return undefined;
    }
    return { record, node: nodeOf(record, keys), ...(keys && { keys }) };
  }

  #candidate(id: string, keys: Keys): unknown {
    const candidate = recordOf(id, keys) as Readonly<Record<string, unknown>> | undefined;
    if (candidate?.['typeName'] !== 'shape') return candidate;
    const { index, parentId } = candidate;
    return {
      ...candidate,
      index: isIndexKey(index) ? index : SOME_INDEX,
      parentId: isShapeParent(parentId) ? parentId : this.#pageId,
    };
  }

  #readLapp(id: string): Read | undefined {
    const path = `lapper/${id}`;
    const isThere = collectionOf(this.#doc, 'lapper').has(id);
    const lapp = isThere ? readLapp(this.#doc, id) : undefined;
    const index = isIndexKey(lapp?.order) ? lapp.order : SOME_INDEX;
    const candidate = lapp && lappRecord(this.#doc, lapp, this.#pageId, index);
    const record = this.#check.valid(candidate, this.#read.get(shapeIdOfLapp(id))?.record);
    this.#mark(path, isThere && record === undefined);
    if (record === undefined || lapp === undefined) return undefined;
    return { record, lapp, node: nodeOf(record, { index: lapp.order }) };
  }

  #mark(path: string, isBad: boolean): void {
    if (isBad) this.#bad.add(path);
    else this.#bad.delete(path);
  }

  #withBecame(ids: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(ids);
    for (const { lapp } of this.#read.values()) {
      if (lapp !== undefined && lapp.became !== null) all.add(lapp.id);
    }
    return all;
  }

  /** Places everything anew; answers what is placed otherwise than before. */
  #rearrange(): readonly string[] {
    const before = this.#arrangement;
    const nodes = [...this.#read.values()].flatMap(({ node }) => node ?? []);
    const after = arrange(nodes, this.#pageId);
    this.#arrangement = after;
    const moved = [...after.shapes].filter(([id, place]) => {
      const old = before.shapes.get(id);
      return old?.parentId !== place.parentId || old.index !== place.index;
    });
    return [
      ...moved.map(([id]) => id),
      ...[...before.bindings].filter((id) => !after.bindings.has(id)),
      ...[...after.bindings].filter((id) => !before.bindings.has(id)),
    ];
  }

  #listQuarantined(): void {
    const isSame =
      this.#bad.size === this.#quarantined.length &&
      this.#quarantined.every((path) => this.#bad.has(path));
    if (!isSame) this.#quarantined = [...this.#bad].sort();
  }
}

function isShapeParent(parentId: unknown): boolean {
  return typeof parentId === 'string' && parentId.startsWith('shape:');
}

function nodeOf(record: BoardRecord, keys: Keys | undefined): Node | undefined {
  if (record.typeName === 'asset') return undefined;
  if (record.typeName === 'binding') {
    const { id, fromId, toId } = record;
    const props = record.props as Readonly<Record<string, unknown>>;
    return { kind: 'binding', id, fromId, toId, terminal: String(props['terminal']) };
  }
  const { id, type, parentId } = record;
  const index = keys?.['index'];
  return { kind: 'shape', id, type, parentId, index: typeof index === 'string' ? index : '' };
}

function isSameNode(a: Node | undefined, b: Node | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'shape' && b.kind === 'shape') {
    return a.parentId === b.parentId && a.index === b.index && a.type === b.type;
  }
  if (a.kind === 'shape' || b.kind === 'shape') return false;
  return a.fromId === b.fromId && a.toId === b.toId && a.terminal === b.terminal;
}
