/** Commands on the header of a kind of document: its making, its registers, words and labels. */
import * as Y from 'yjs';
import {
  type DocumentKind,
  fieldAt,
  fieldsIn,
  type HeaderPatchIn,
  type HeaderTextIn,
  headerMap,
  type Shape,
} from '../kind.ts';
import type { Command } from './command.ts';
import {
  ensureText,
  nested,
  replaceText,
  setRegister,
  storedEntries,
  writeField,
} from './write.ts';

/** The commands of one kind of document. They need no `this`, and may be taken out one by one. */
export class HeaderCommands<S extends Shape> {
  readonly #kind: DocumentKind<S>;

  constructor(kind: DocumentKind<S>) {
    this.#kind = kind;
  }

  /**
   * Fills an empty document with a header, its version and every cell. Refused when it already has
   * one (`taken`) or when a value does not fit its field (`illTyped`).
   */
  readonly createHeader = (values: Readonly<Record<string, unknown>>): Command => {
    const { header: fields, schemaVersion } = this.#kind;
    return (doc) => {
      const header = headerMap(this.#kind, doc);
      if (header.size > 0) return { refused: 'taken' };
      const bad = fieldsIn(fields).find(
        ([key, field]) => key in values && !field.schema.safeParse(values[key]).success,
      );
      if (bad !== undefined) return { refused: 'illTyped', field: bad[0] };
      return {
        apply: () => {
          header.set('schemaVersion', schemaVersion);
          header.set('labels', new Y.Map());
          for (const [key, stored] of storedEntries(fields, values)) header.set(key, stored);
        },
      };
    };
  };

  /** Replaces registers of the header. Keys that already hold the value are left. */
  readonly patchHeader = (patch: HeaderPatchIn<S>): Command => {
    const entries = Object.entries(patch).map(
      ([key, value]) => [key, value, fieldAt(this.#kind.header, key)] as const,
    );
    return (doc) => {
      const bad = entries.find(([, value, field]) => !field.schema.safeParse(value).success);
      if (bad !== undefined) return { refused: 'illTyped', field: bad[0] };
      return {
        apply: () => {
          const header = headerMap(this.#kind, doc);
          for (const [key, value, field] of entries) writeField(header, key, field, value);
        },
      };
    };
  };

  /** Makes a header cell read as given; typing goes through the cell's own Y.Text. */
  readonly setHeaderText =
    (key: HeaderTextIn<S>, value: string): Command =>
    (doc) => ({ apply: () => replaceText(ensureText(headerMap(this.#kind, doc), key), value) });

  /** Makes sure that a header cell is a Y.Text before somebody types in it. */
  readonly makeHeaderCell =
    (key: HeaderTextIn<S>): Command<Y.Text> =>
    (doc) => ({ apply: () => ensureText(headerMap(this.#kind, doc), key) });

  /** Puts a word in the place of the interface's own; undefined puts that back. */
  readonly setLabel =
    (key: string, label: string | undefined): Command =>
    (doc) => ({
      apply: () => setRegister(nested(headerMap(this.#kind, doc), 'labels'), key, label),
    });
}
