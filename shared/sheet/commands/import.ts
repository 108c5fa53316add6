/**
 * A snapshot merged into a document, all or nothing. Nothing is deleted: what the snapshot has and
 * the document has not is added; an entity that both have takes the snapshot's values, its words
 * by the smallest edit; prose is filled in where a section is empty and added at the end where it
 * says something else. Importing the same snapshot twice changes nothing the second time.
 */
import * as Y from 'yjs';
import type { Command, Writer } from '../../document/commands/command.ts';
import { mergeCollections, mergeHeader } from '../../document/commands/merge.ts';
import { nested, storeFields, writeField } from '../../document/commands/write.ts';
import { canonicalJson } from '../../document/schema/json.ts';
import { COMMENT, type Comment, MESSAGE, SHEET } from '../schema/entities.ts';
import { collectionOf, proseOf } from '../schema/roots.ts';
import { PROSE_SECTIONS } from '../schema/vocabulary.ts';
import { canonicalProse, type ProseNode, readProse, storeProse } from '../snapshot/prose.ts';
import type { CanvasRecord, Snapshot } from '../snapshot/snapshot.ts';
import { type CanvasValue, putCanvasRecord } from './canvas.ts';

/** Merges a snapshot that `parseSnapshot` has accepted. The sheet keeps its own kind and parent. */
export function importSnapshot(snapshot: Snapshot): Command {
  return (doc) => ({
    apply: (writer) => {
      mergeHeader(SHEET, doc, snapshot.sheet, ['kind', 'parent']);
      mergeProse(doc, snapshot);
      mergeCollections(SHEET, doc, snapshot);
      mergeCanvas(doc, snapshot.canvas, writer);
      for (const comment of snapshot.comments) mergeComment(doc, comment);
    },
  });
}

function mergeProse(doc: Y.Doc, snapshot: Snapshot): void {
  for (const section of PROSE_SECTIONS) {
    const fragment = proseOf(doc, section);
    const incoming = canonicalProse(snapshot.sections[section]);
    const here = readProse(fragment);
    if (here.isWhole && isBlank(here.nodes) && !isBlank(incoming)) {
      // In front of the blank lines, which stay: somebody may be about to write in one.
      fragment.insert(0, storeProse(incoming));
      continue;
    }
    const present = new Set(here.nodes.map(canonicalJson));
    const missing = incoming.filter((node) => !present.has(canonicalJson(node)));
    if (missing.length > 0) fragment.insert(fragment.length, storeProse(missing));
  }
}

/** An editor that was opened and left leaves one empty paragraph. */
function isBlank(nodes: readonly ProseNode[]): boolean {
  return nodes.every(({ type, ...rest }) => type === 'paragraph' && Object.keys(rest).length === 0);
}

function mergeCanvas(doc: Y.Doc, records: readonly CanvasRecord[], writer: Writer): void {
  for (const { id, ...keys } of records) {
    const plan = putCanvasRecord(id, keys as Readonly<Record<string, CanvasValue>>)(doc);
    if (!('refused' in plan)) plan.apply(writer);
  }
}

function mergeComment(doc: Y.Doc, comment: Comment): void {
  const { id, messages, ...values } = comment;
  const threads = collectionOf(doc, 'comments');
  const stored = threads.get(id);
  const thread: Y.Map<unknown> = stored instanceof Y.Map ? stored : storeFields(COMMENT, values);
  if (stored instanceof Y.Map) writeField(thread, 'resolved', COMMENT.resolved, values.resolved);
  else threads.set(id, thread);
  const log = nested(thread, 'messages');
  for (const { id: messageId, ...message } of messages) {
    if (!log.has(messageId)) log.set(messageId, storeFields(MESSAGE, message));
  }
}
