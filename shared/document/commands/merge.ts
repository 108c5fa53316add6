/**
 * What a snapshot says, merged into a document that may say something already. Nothing is deleted:
 * an entity that is not there is added, one that is takes the snapshot's registers and words.
 */
import * as Y from 'yjs';
import {
  type DocumentKind,
  fieldsIn,
  headerMap,
  type NameIn,
  namesOf,
  type Shape,
} from '../kind.ts';
import { putEntity } from './entities.ts';
import { nested, setRegister, writeField } from './write.ts';

type Values = Readonly<Record<string, unknown>>;

/** The header, where the snapshot says something. Keys in `kept` stay the document's own. */
export function mergeHeader<S extends Shape>(
  kind: DocumentKind<S>,
  doc: Y.Doc,
  values: Values & { readonly labels: Readonly<Record<string, string>> },
  kept: readonly string[] = [],
): void {
  const header = headerMap(kind, doc);
  for (const [key, field] of fieldsIn(kind.header)) {
    const value = values[key];
    if (kept.includes(key) || value === undefined || value === null || value === '') continue;
    writeField(header, key, field, value);
  }
  for (const [key, label] of Object.entries(values.labels)) {
    setRegister(nested(header, 'labels'), key, label);
  }
}

/** Every collection of the kind. */
export function mergeCollections<S extends Shape>(
  kind: DocumentKind<S>,
  doc: Y.Doc,
  rows: Readonly<Record<NameIn<S>, readonly ({ readonly id: string } & object)[]>>,
): void {
  for (const name of namesOf(kind)) {
    const fields = kind.collections[name] ?? {};
    const map = doc.getMap(name);
    for (const { id, ...values } of rows[name]) {
      const stored = map.get(id);
      if (!(stored instanceof Y.Map)) putEntity(map, id, fields, values);
      else {
        for (const [key, field] of fieldsIn(fields)) {
          writeField(stored, key, field, (values as Values)[key]);
        }
      }
    }
  }
}
