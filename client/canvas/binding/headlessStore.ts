/** A store like the canvas' own, without an editor: for tests and measures. */
import { createTLSchema, createTLStore, defaultShapeSchemas, type TLStore } from 'tldraw';
import { LAPP, lappShapeProps } from '../shapes/lapp/lappShape.ts';

export function headlessStore(): TLStore {
  const schema = createTLSchema({
    shapes: { ...defaultShapeSchemas, [LAPP]: { props: lappShapeProps } },
  });
  return createTLStore({ schema });
}
