/** One write of every kind, into every entity of a document, whatever the document is. */
import type * as Y from 'yjs';
import { run } from '../../shared/document/commands/command.ts';
import { putCanvasRecord } from '../../shared/sheet/commands/canvas.ts';
import { addComment, replyToComment } from '../../shared/sheet/commands/comment.ts';
import {
  addEntity,
  moveEntity,
  removeEntity,
  setEntityText,
} from '../../shared/sheet/commands/entities.ts';
import { patchHeader, setHeaderText, setLabel } from '../../shared/sheet/commands/header.ts';
import { recordMeasured, setMeasureValue } from '../../shared/sheet/commands/maaling.ts';
import { linkTiltakToRotaarsak, patchTiltak } from '../../shared/sheet/commands/tiltak.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { aPeer, aWriter, COLLECTION_NAMES } from './sheets.ts';

/** Commands may be refused here; they must not throw. */
export function writeEverywhere(doc: Y.Doc): void {
  const { does } = aPeer(doc, 1);
  for (const name of COLLECTION_NAMES) {
    const added = does(addEntity(name, {}, { after: null }));
    for (const id of collectionOf(doc, name).keys()) {
      run(doc, moveEntity(name, id as typeof added, { after: added }), aWriter());
    }
    does(removeEntity(name, added));
  }
  for (const id of collectionOf(doc, 'tiltak').keys()) {
    run(doc, setEntityText('tiltak', id as never, 'title', 'Ny tittel 🙂'), aWriter());
    run(doc, patchTiltak(id as never, { status: 'pagar' }), aWriter());
    run(doc, linkTiltakToRotaarsak(id as never, 'rotaarsak-1' as never, true), aWriter());
  }
  for (const id of collectionOf(doc, 'maalinger').keys()) {
    run(doc, recordMeasured(id as never, '2026-02-03', 1, 'ord'), aWriter());
    run(doc, setMeasureValue(id as never, 'start', 1), aWriter());
  }
  for (const id of collectionOf(doc, 'comments').keys()) {
    run(doc, replyToComment(id as never, { author: 'a', text: 'b', at: 'c' }), aWriter());
  }
  for (const id of collectionOf(doc, 'canvas').keys()) does(putCanvasRecord(id, { xy: [1, 2] }));
  does(addComment({ type: 'section', id: 'onsket' }, { author: 'a', text: 'b', at: 'c' }));
  does(setHeaderText('title', 'Tittel'));
  does(setLabel('tiltak', 'Tiltak'));
  does(patchHeader({ date: '2026-01-01' }));
}
