/**
 * What the views show of a document, read entity by entity: a change to one cell reads that entity
 * again and nothing else, and everything else keeps its identity, so that React leaves it alone.
 */
import type * as Y from 'yjs';
import { byOrder } from '../../shared/document/order.ts';
import {
  COLLECTIONS,
  type CollectionName,
  type EntityOf,
} from '../../shared/sheet/schema/entities.ts';
import { collectionOf, headerOf } from '../../shared/sheet/schema/roots.ts';
import {
  type Problem,
  readEntity,
  readHeader,
  type Snapshot,
} from '../../shared/sheet/snapshot/snapshot.ts';

export type Topic = 'header' | CollectionName;
type Entity = EntityOf[CollectionName];

interface CachedEntity {
  readonly value: Entity | undefined;
  readonly problems: readonly Problem[];
}

interface CachedCollection {
  readonly map: Y.Map<unknown>;
  readonly entities: Map<string, CachedEntity>;
  /** The ordered list, or undefined after a change until somebody asks. */
  list: readonly Entity[] | undefined;
}

/** Live, cached readings of one document. `destroy` ends them. */
export class SheetView {
  readonly doc: Y.Doc;
  readonly #collections = new Map<CollectionName, CachedCollection>();
  readonly #listeners = new Map<Topic, Set<() => void>>();
  readonly #stops: (() => void)[] = [];
  #header: Snapshot['sheet'] | undefined;

  constructor(doc: Y.Doc) {
    this.doc = doc;
    for (const name of Object.keys(COLLECTIONS) as CollectionName[]) this.#watch(name);
    const header = headerOf(doc);
    const onHeader = () => {
      this.#header = undefined;
      this.#notify('header');
    };
    header.observeDeep(onHeader);
    this.#stops.push(() => header.unobserveDeep(onHeader));
  }

  header(): Snapshot['sheet'] {
    this.#header ??= readHeader(this.doc);
    return this.#header;
  }

  /** The entities of a collection in order; the same array until one of them changes. */
  collection<C extends CollectionName>(name: C): readonly EntityOf[C][] {
    const cached = this.#cached(name);
    cached.list ??= listOf(name, cached);
    return cached.list as readonly EntityOf[C][];
  }

  /** What could not be read in a collection: the views say so, and show the rest. */
  problems(name: CollectionName): readonly Problem[] {
    this.collection(name);
    return [...this.#cached(name).entities.values()].flatMap((entity) => entity.problems);
  }

  /** Calls back after each change that concerns the topic; answers how to stop. */
  subscribe(topic: Topic, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
  }

  #watch(name: CollectionName): void {
    const map = collectionOf(this.doc, name);
    const cached: CachedCollection = { map, entities: new Map(), list: undefined };
    this.#collections.set(name, cached);
    const onChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const id of changedIds(events)) cached.entities.delete(id);
      cached.list = undefined;
      this.#notify(name);
    };
    map.observeDeep(onChange);
    this.#stops.push(() => map.unobserveDeep(onChange));
  }

  #cached(name: CollectionName): CachedCollection {
    const cached = this.#collections.get(name);
    if (cached === undefined) throw new RangeError(`No collection ${name}`);
    return cached;
  }

  #notify(topic: Topic): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener();
  }
}

function listOf(name: CollectionName, { map, entities }: CachedCollection): readonly Entity[] {
  const list: Entity[] = [];
  for (const [id, stored] of map) {
    let cached = entities.get(id);
    if (cached === undefined) {
      const problems: Problem[] = [];
      cached = { value: readEntity(name, id, stored, problems), problems };
      entities.set(id, cached);
    }
    if (cached.value !== undefined) list.push(cached.value);
  }
  for (const id of entities.keys()) if (!map.has(id)) entities.delete(id);
  return list.sort(byOrder);
}

/** The entities that some events are about: the first step of the path, or the changed keys. */
function changedIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>();
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === 'string') ids.add(id);
    else for (const key of event.keys.keys()) ids.add(key);
  }
  return ids;
}
