/**
 * Which close codes let a client come back by itself. 1012 (service restart), 1013 (try again
 * later) and 45xx allow it; 44xx forbid it (y-websocket 3.1 stops on 4400–4499 too). Any other
 * code is the network's doing, and a client comes back.
 */
import { ERRORS, type ErrorCode } from '../errors/catalogue.ts';

export function mayReconnect(closeCode: number): boolean {
  return closeCode < 4400 || closeCode > 4499;
}

/** The close code of a catalogue entry that a socket can meet. */
export function closeCodeOf(code: ErrorCode): number {
  const entry = ERRORS[code];
  return 'closeCode' in entry ? entry.closeCode : ERRORS.internal.closeCode;
}

/** The catalogue entry that a close code stands for, first by catalogue order. */
export function errorOfCloseCode(closeCode: number): ErrorCode | undefined {
  return (Object.keys(ERRORS) as ErrorCode[]).find(
    (code) => 'closeCode' in ERRORS[code] && ERRORS[code].closeCode === closeCode,
  );
}
