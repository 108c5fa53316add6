/** The live, cached readings of an open sheet. */
import type * as Y from 'yjs';
import type { SheetShape } from '../../shared/sheet/schema/entities.ts';
import { sheetReader } from '../../shared/sheet/snapshot/snapshot.ts';
import { DocumentView } from './documentView.ts';

export class SheetView extends DocumentView<SheetShape> {
  constructor(doc: Y.Doc) {
    super(doc, sheetReader);
  }
}
