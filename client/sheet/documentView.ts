/**
 * What the views show of a document, read entity by entity: a change to one cell reads that entity
 * again and nothing else, and everything else keeps its identity, so that React leaves it alone.
 */
import type * as Y from 'yjs';
import {
  type EntityIn,
  type HeaderIn,
  headerMap,
  type NameIn,
  namesOf,
  type Shape,
} from '../../shared/document/kind.ts';
import { byOrder } from '../../shared/document/order.ts';
import type { DocumentReader, Problem } from '../../shared/document/snapshot/read.ts';

export type TopicIn<S extends Shape> = 'header' | NameIn<S>;

interface CachedEntity<S extends Shape> {
  readonly value: EntityIn<S, NameIn<S>> | undefined;
  readonly problems: readonly Problem[];
}

interface CachedCollection<S extends Shape> {
  readonly map: Y.Map<unknown>;
  readonly entities: Map<string, CachedEntity<S>>;
  /** The ordered list, or undefined after a change until somebody asks. */
  list: readonly EntityIn<S, NameIn<S>>[] | undefined;
}

/** Live, cached readings of one document of a kind. `destroy` ends them. */
export class DocumentView<S extends Shape> {
  readonly doc: Y.Doc;
  readonly #reader: DocumentReader<S>;
  readonly #collections = new Map<string, CachedCollection<S>>();
  readonly #listeners = new Map<TopicIn<S>, Set<() => void>>();
  readonly #stops: (() => void)[] = [];
  #header: HeaderIn<S> | undefined;

  constructor(doc: Y.Doc, reader: DocumentReader<S>) {
    this.doc = doc;
    this.#reader = reader;
    for (const name of namesOf(reader.kind)) this.#watch(name);
    const header = headerMap(reader.kind, doc);
    const onHeader = () => {
      this.#header = undefined;
      this.#notify('header');
    };
    header.observeDeep(onHeader);
    this.#stops.push(() => header.unobserveDeep(onHeader));
  }

  header(): HeaderIn<S> {
    this.#header ??= this.#reader.readHeader(this.doc);
    return this.#header;
  }

  /** The entities of a collection in order; the same array until one of them changes. */
  collection<C extends NameIn<S>>(name: C): readonly EntityIn<S, C>[] {
    const cached = this.#cached(name);
    cached.list ??= this.#listOf(name, cached);
    return cached.list as readonly EntityIn<S, C>[];
  }

  /** What could not be read in a collection: the views say so, and show the rest. */
  problems(name: NameIn<S>): readonly Problem[] {
    this.collection(name);
    return [...this.#cached(name).entities.values()].flatMap((entity) => entity.problems);
  }

  /** Where a cell's words are kept: the header, or the entity with this id while it is there. */
  holderOf(topic: TopicIn<S>, id: string | undefined): unknown {
    if (topic === 'header') return headerMap(this.#reader.kind, this.doc);
    return id === undefined ? undefined : this.#cached(topic).map.get(id);
  }

  /** Calls back after each change that concerns the topic; answers how to stop. */
  subscribe(topic: TopicIn<S>, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
    this.#listeners.clear();
  }

  #watch(name: NameIn<S>): void {
    const map: Y.Map<unknown> = this.doc.getMap(name);
    const cached: CachedCollection<S> = { map, entities: new Map(), list: undefined };
    this.#collections.set(name, cached);
    const onChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const id of changedIds(events)) cached.entities.delete(id);
      cached.list = undefined;
      this.#notify(name);
    };
    map.observeDeep(onChange);
    this.#stops.push(() => map.unobserveDeep(onChange));
  }

  #cached(name: NameIn<S>): CachedCollection<S> {
    const cached = this.#collections.get(name);
    if (cached === undefined) throw new RangeError(`No collection ${name}`);
    return cached;
  }

  #listOf(
    name: NameIn<S>,
    { map, entities }: CachedCollection<S>,
  ): readonly EntityIn<S, NameIn<S>>[] {
    const list: EntityIn<S, NameIn<S>>[] = [];
    for (const [id, stored] of map) {
      let cached = entities.get(id);
      if (cached === undefined) {
        const problems: Problem[] = [];
        cached = { value: this.#reader.readEntity(name, id, stored, problems), problems };
        entities.set(id, cached);
      }
      if (cached.value !== undefined) list.push(cached.value);
    }
    for (const id of entities.keys()) if (!map.has(id)) entities.delete(id);
    return list.sort(byOrder);
  }

  #notify(topic: TopicIn<S>): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener();
  }
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
