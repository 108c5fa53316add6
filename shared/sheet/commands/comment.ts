/** Comment threads on a section or on one thing in it. */
import * as Y from 'yjs';
import type { Command, Plan } from '../../document/commands/command.ts';
import { storeFields, writeField } from '../../document/commands/write.ts';
import type { EntityMap } from '../../document/kind.ts';
import { type CommentId, mintId } from '../../ids/ids.ts';
import { COMMENT, type Comment, MESSAGE } from '../schema/entities.ts';
import { collectionOf } from '../schema/roots.ts';

export interface NewMessage {
  readonly author: string;
  readonly text: string;
  /** ISO 8601 instant by the writer's clock. */
  readonly at: string;
}

/** Opens a thread with its first message. */
export function addComment(target: Comment['target'], message: NewMessage): Command<CommentId> {
  return (doc) => {
    if (!COMMENT.target.schema.safeParse(target).success) {
      return { refused: 'illTyped', field: 'target' };
    }
    return {
      apply: (writer) => {
        const id = mintId<CommentId>(writer.random);
        const thread = storeFields(COMMENT, { target });
        thread.set(
          'messages',
          new Y.Map([[mintId(writer.random), storeFields(MESSAGE, { ...message })]]),
        );
        collectionOf(doc, 'comments').set(id, thread);
        return id;
      },
    };
  };
}

export function replyToComment(id: CommentId, message: NewMessage): Command {
  return onThread(id, (thread) => ({
    apply: (writer) => {
      const messages = thread.get('messages');
      const reply = storeFields(MESSAGE, { ...message });
      if (messages instanceof Y.Map) messages.set(mintId(writer.random), reply);
      else thread.set('messages', new Y.Map([[mintId(writer.random), reply]]));
    },
  }));
}

export function resolveComment(id: CommentId, isResolved: boolean): Command {
  return onThread(id, (thread) => ({
    apply: () => writeField(thread, 'resolved', COMMENT.resolved, isResolved),
  }));
}

export function removeComment(id: CommentId): Command {
  return onThread(id, (_thread, doc) => ({
    apply: () => collectionOf(doc, 'comments').delete(id),
  }));
}

function onThread(id: CommentId, plan: (thread: EntityMap, doc: Y.Doc) => Plan<void>): Command {
  return (doc) => {
    const thread = collectionOf(doc, 'comments').get(id);
    return thread instanceof Y.Map ? plan(thread, doc) : { refused: 'gone' };
  };
}
