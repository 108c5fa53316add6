/** A document that nobody has been in yet. */
import * as Y from 'yjs';

/** The encoded state of a fresh document after `fill`: what a new sheet begins with. */
export function newDocument(fill: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  try {
    fill(doc);
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}
