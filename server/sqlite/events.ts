/** What the store tells its host, for logs and metrics. Never document content or keys. */
import type { SheetId } from '../../shared/ids/ids.ts';

export type StoreThreadName = 'writer' | 'reader';
export type ThreadName = StoreThreadName | 'projector' | 'portfolio';

export type StoreEvent =
  /** A thread ended unasked; all that waited on it was refused. It is started anew after a pause. */
  | {
      readonly type: 'thread.died';
      readonly thread: ThreadName;
      readonly reason: string;
      readonly retryInMs: number;
    }
  | { readonly type: 'thread.restarted'; readonly thread: ThreadName }
  /** A sheet's stored bytes are damaged; it can neither be read nor written until a restart. */
  | { readonly type: 'sheet.damaged'; readonly sheetId: SheetId; readonly reason: string }
  /** A group of calls was answered: how many, and how long they took together. */
  | {
      readonly type: 'group.done';
      readonly thread: ThreadName;
      readonly calls: number;
      readonly milliseconds: number;
    };

export type StoreEventListener = (event: StoreEvent) => void;
