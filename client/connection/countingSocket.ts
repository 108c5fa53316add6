/**
 * A WebSocket class for y-websocket that knows which of its frames the server will count as saved,
 * and sends none that it must not send:
 *
 * - Before our step 2 has gone, an update may build on edits that the server has never seen. The
 *   step 2 is made from the document as it then is and holds the update as well, so the update is
 *   left out (CN-5).
 * - A reader sends no updates; the server would end the connection (CN-9).
 */
import { countsAsSent, MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from '../../shared/wire/frames.ts';

export interface SocketHooks {
  readonly onSent: (frame: 'step2' | 'update') => void;
  readonly mayWrite: () => boolean;
  /** A connection that is not open after this long is given up. */
  readonly connectTimeoutMs: number;
}

export type SocketClass = typeof WebSocket;

export function countingSocket(Base: SocketClass, hooks: SocketHooks): SocketClass {
  return class CountingSocket extends Base {
    #hasAnswered = false;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      const timer = setTimeout(() => {
        if (this.readyState === Base.CONNECTING) this.close();
      }, hooks.connectTimeoutMs);
      for (const end of ['open', 'close']) this.addEventListener(end, () => clearTimeout(timer));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const isFrame = data instanceof Uint8Array;
      if (isFrame && isUpdate(data) && !(this.#hasAnswered && hooks.mayWrite())) return;
      super.send(data);
      if (!isFrame) return;
      if (isStep2(data)) this.#hasAnswered = true;
      if (countsAsSent(data)) hooks.onSent(isStep2(data) ? 'step2' : 'update');
    }
  };
}

function isStep2(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_SYNC && frame[1] === SYNC_STEP_2;
}

function isUpdate(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_SYNC && frame[1] === SYNC_UPDATE;
}
