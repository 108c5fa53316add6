/**
 * Reads one binary frame from a client. Whatever is not exactly one well-formed message of the
 * y-protocols is refused with `wire.malformed`; updates are looked into by `updateParser.ts`.
 */
import * as decoding from 'lib0/decoding';
import { Refusal } from '../../shared/errors/catalogue.ts';
import {
  MESSAGE_AWARENESS,
  MESSAGE_CONTROL,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '../../shared/wire/frames.ts';

/** What one participant says about one client id: its state as JSON text. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: string;
}

export type ClientFrame =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  /** Both count towards `saved`; a step 2 answers our step 1 with all that we lack. */
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'queryAwareness' }
  /** A control frame of a newer client; nothing that this server knows how to answer. */
  | { readonly kind: 'control' };

/** Reads a frame; `hasControl` says whether this connection opted in to control frames. */
export function readClientFrame(bytes: Uint8Array, hasControl: boolean): ClientFrame {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readBody(decoder, hasControl);
    if (frame.kind !== 'control' && decoder.pos !== bytes.length) throw malformed();
    return frame;
  } catch (error) {
    throw error instanceof Refusal ? error : malformed(error);
  }
}

/** The entries of an awareness update, as y-protocols encodes them. */
export function readAwareness(update: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(update);
  const entries: AwarenessEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    entries.push({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      json: decoding.readVarString(decoder),
    });
  }
  if (decoder.pos !== update.length) throw malformed();
  return entries;
}

function readBody(decoder: decoding.Decoder, hasControl: boolean): ClientFrame {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MESSAGE_SYNC:
      return readSync(decoder);
    case MESSAGE_AWARENESS:
      return {
        kind: 'awareness',
        entries: readAwareness(decoding.readVarUint8Array(decoder)),
      };
    case MESSAGE_QUERY_AWARENESS:
      return { kind: 'queryAwareness' };
    case MESSAGE_CONTROL:
      if (hasControl) return { kind: 'control' };
      throw malformed();
    default:
      throw malformed();
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame {
  const step = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC_STEP_1:
      return { kind: 'step1', stateVector: body };
    case SYNC_STEP_2:
      return { kind: 'step2', update: body };
    case SYNC_UPDATE:
      return { kind: 'update', update: body };
    default:
      throw malformed();
  }
}

function malformed(cause?: unknown): Refusal {
  return new Refusal('wire.malformed', undefined, { cause });
}
