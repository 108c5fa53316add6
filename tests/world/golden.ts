/** Documents as earlier versions wrote them, byte for byte. */
import { readFileSync } from 'node:fs';
import * as Y from 'yjs';

const FOLDER = new URL('../../shared/sheet/migrations/golden/', import.meta.url);

/** A fresh copy of a golden document: `v1`, `v3`. */
export function golden(name: string): Y.Doc {
  const text = readFileSync(new URL(`${name}.json`, FOLDER), 'utf8');
  const { update } = JSON.parse(text) as { readonly update: string };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  return doc;
}
