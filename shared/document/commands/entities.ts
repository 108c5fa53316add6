/**
 * Commands on any collection of a kind of document: add, remove, move, change a register, tick a
 * reference, write one entry of a nested map. What uses them gives them the method's names.
 *
 * Removing an entity leaves references to it where they are: readers pass over what is gone, and
 * when an undo brings the entity back, its links are there again, others' new ones included.
 */
import * as Y from 'yjs';
import { type AnyId, isId, mintId } from '../../ids/ids.ts';
import {
  type DocumentKind,
  type DraftIn,
  type EntityIn,
  type EntityMap,
  type EntriesIn,
  type Fields,
  fieldAt,
  type IdIn,
  type NameIn,
  type PatchIn,
  type SetIn,
  type Shape,
  type TextIn,
} from '../kind.ts';
import type { Command, CommandRefusal } from './command.ts';
import { type Place, roomsAfter } from './place.ts';
import { ensureText, nested, replaceText, setRegister, storeFields, writeField } from './write.ts';

/** The commands of one kind of document. They need no `this`, and may be taken out one by one. */
export class EntityCommands<S extends Shape> {
  readonly #tables: S['collections'];

  constructor(kind: DocumentKind<S>) {
    this.#tables = kind.collections;
  }

  /** Adds an entity and answers its new id. */
  readonly addEntity = <C extends NameIn<S>>(
    collection: C,
    draft: DraftIn<S, C>,
    place: Place = {},
  ): Command<IdIn<S, C>> => {
    const add = this.addEntities(collection, [draft], place);
    return (doc) => {
      const answer = add(doc);
      if ('refused' in answer) return answer;
      return { apply: (writer) => answer.apply(writer)[0] as IdIn<S, C> };
    };
  };

  /** Adds several entities, one after the other at a place, and answers their new ids. */
  readonly addEntities = <C extends NameIn<S>>(
    collection: C,
    drafts: readonly DraftIn<S, C>[],
    place: Place = {},
  ): Command<readonly IdIn<S, C>[]> => {
    const fields = this.#fields(collection);
    return (doc) => {
      for (const draft of drafts) {
        const bad = illTypedKey(fields, draft);
        if (bad !== undefined) return { refused: 'illTyped', field: bad };
      }
      return {
        apply: (writer) => {
          const map = doc.getMap(collection);
          const orders = roomsAfter(map, undefined, place, drafts.length, writer);
          return drafts.map((draft, index) => {
            const id = mintId<AnyId>(writer.random) as string as IdIn<S, C>;
            putEntity(map, id, fields, { ...draft, order: orders[index] ?? '' });
            return id;
          });
        },
      };
    };
  };

  /** Removes an entity. Undo brings it back with its words and its links. */
  readonly removeEntity = <C extends NameIn<S>>(collection: C, id: IdIn<S, C>): Command =>
    onEntity(collection, id, (_entity, doc) => ({
      apply: () => doc.getMap(collection).delete(id),
    }));

  /** Puts a removed entity back under its own id, as it last read. Refused when it is there already. */
  readonly restoreEntity = <C extends NameIn<S>>(
    collection: C,
    entity: EntityIn<S, C>,
  ): Command => {
    const fields = this.#fields(collection);
    return (doc) => {
      const map = doc.getMap(collection);
      if (map.has(entity.id)) return { refused: 'taken' };
      const { id, ...values } = entity;
      return { apply: () => putEntity(map, id, fields, values) };
    };
  };

  /** Moves a row to its place among the others. */
  readonly moveEntity = <C extends NameIn<S>>(
    collection: C,
    id: IdIn<S, C>,
    place: Place,
  ): Command =>
    onEntity(collection, id, (entity, doc) => ({
      apply: (writer) => {
        if (place.after === id) return;
        const [order = ''] = roomsAfter(doc.getMap(collection), id, place, 1, writer);
        entity.set('order', order);
      },
    }));

  /** Replaces registers: a status, a date, a colour. Keys that already hold the value are left. */
  readonly patchEntity = <C extends NameIn<S>>(
    collection: C,
    id: IdIn<S, C>,
    patch: PatchIn<S, C>,
  ): Command => {
    const fields = this.#fields(collection);
    return onEntity(collection, id, (entity) => {
      const bad = illTypedKey(fields, patch);
      if (bad !== undefined) return { refused: 'illTyped', field: bad };
      return {
        apply: () => {
          for (const [key, value] of Object.entries(patch)) {
            writeField(entity, key, fieldAt(fields, key), value);
          }
        },
      };
    });
  };

  /** Ticks or unticks one reference in a set. */
  readonly linkEntity = <C extends NameIn<S>>(
    collection: C,
    id: IdIn<S, C>,
    key: SetIn<S, C>,
    target: string,
    isLinked: boolean,
  ): Command =>
    onEntity(collection, id, (entity) => {
      if (!isId(target)) return { refused: 'illTyped', field: key };
      return {
        apply: () => setRegister(nested(entity, key), target, isLinked ? true : undefined),
      };
    });

  /**
   * Writes one entry of a nested map, given as a path: `['2026']` in a year table, `['value']` in a
   * measure, `['factors', 'pris']` in a calculation. Undefined removes it. `isValid` is asked of the
   * value before anything is written.
   */
  readonly setEntry = <C extends NameIn<S>>(
    collection: C,
    id: IdIn<S, C>,
    key: EntriesIn<S, C>,
    path: readonly [string, ...string[]],
    value: unknown,
    isValid: boolean,
  ): Command =>
    onEntity(collection, id, (entity) => {
      if (value !== undefined && !isValid) return { refused: 'illTyped', field: key };
      return {
        apply: () => {
          let map = nested(entity, key);
          for (const step of path.slice(0, -1)) map = nested(map, step);
          const last = path[path.length - 1] ?? '';
          setRegister(map, last, value);
        },
      };
    });

  /** Makes the words of a cell read as given, keeping what the old and the new have in common. */
  readonly setEntityText = <C extends NameIn<S>>(
    collection: C,
    id: IdIn<S, C>,
    key: TextIn<S, C>,
    value: string,
  ): Command =>
    onEntity(collection, id, (entity) => ({
      apply: () => replaceText(ensureText(entity, key), value),
    }));

  /**
   * Makes sure that a cell is a Y.Text before somebody types in it. Documents made and migrated by
   * us have one in every cell; this is for one that another program left absent or as a string.
   */
  readonly makeCell = <C extends NameIn<S>>(
    collection: C,
    id: IdIn<S, C>,
    key: TextIn<S, C>,
  ): Command<Y.Text> =>
    onEntity(collection, id, (entity) => ({ apply: () => ensureText(entity, key) }));

  #fields(collection: NameIn<S>): Fields {
    return fieldAt(this.#tables, collection) as unknown as Fields;
  }
}

/** Stores a whole plain entity under an id. For adding, creation and import. */
export function putEntity(
  map: Y.Map<unknown>,
  id: string,
  fields: Fields,
  values: Readonly<Record<string, unknown>>,
): void {
  map.set(id, storeFields(fields, values));
}

/** A command on an entity that is there; refused (`gone`) where it is not. */
export function onEntity<T>(
  collection: string,
  id: string,
  plan: (entity: EntityMap, doc: Y.Doc) => ReturnType<Command<T>>,
): Command<T> {
  return (doc) => {
    const entity = doc.getMap(collection).get(id);
    if (!(entity instanceof Y.Map)) return { refused: 'gone' } satisfies CommandRefusal;
    return plan(entity, doc);
  };
}

function illTypedKey(fields: Fields, values: object): string | undefined {
  return Object.entries(values).find(
    ([key, value]) => !fieldAt(fields, key).schema.safeParse(value).success,
  )?.[0];
}
