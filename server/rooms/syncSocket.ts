/**
 * A WebSocket that closes with the catalogue's codes where the WebSocket protocol itself was
 * broken. Its own codes (1002, 1009 …) would have a client come back and do the same again.
 */
import { WebSocket } from 'ws';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import { closeCodeOf } from '../../shared/wire/closeCodes.ts';

const BROKEN_PROTOCOL: Readonly<Record<number, ErrorCode>> = {
  1002: 'wire.malformed',
  1003: 'wire.textFrame',
  1007: 'wire.textFrame',
  1008: 'wire.tooLarge',
  1009: 'wire.tooLarge',
};

export class SyncSocket extends WebSocket {
  /** What the peer broke, once it did. */
  broken: ErrorCode | undefined;

  override close(code?: number, reason?: string | Buffer): void {
    const broken = code === undefined ? undefined : BROKEN_PROTOCOL[code];
    if (broken === undefined) {
      super.close(code, reason);
      return;
    }
    this.broken ??= broken;
    super.close(closeCodeOf(broken), broken);
  }
}
