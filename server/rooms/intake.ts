/**
 * What becomes of a frame from a participant: it is read, checked against the document and the
 * participant's rights, and applied only then. Everything that may not come in is thrown as a
 * Refusal, with nothing changed.
 */
import * as Y from 'yjs';
import { may } from '../../shared/access/roles.ts';
import { Refusal, refusalBecause } from '../../shared/errors/catalogue.ts';
import {
  addedClients,
  effectOf,
  hasHalfKnown,
  removesOnlyFormatting,
  type UpdateEffect,
} from './checkUpdate.ts';
import { readClientFrame } from './clientFrame.ts';
import type { Connection, IncomingUpdate } from './connection.ts';
import type { FanOut } from './fanOut.ts';
import type { RoomLimits } from './limits.ts';
import { BrokenDocument, type LiveDocument } from './liveDocument.ts';
import { updateFrame } from './serverFrame.ts';
import { MalformedUpdate, parseStateVector, parseUpdate } from './updateParser.ts';

export interface IntakeOptions {
  readonly limits: RoomLimits;
  readonly fan: FanOut;
  /** The document, which may be another one after a rebuild. */
  readonly live: () => LiveDocument;
  /** Has an applied update stored and sent on to everybody but its sender. */
  readonly keep: (update: Uint8Array, frame: Uint8Array, from: Connection) => void;
  /** The number of the newest update that was given to be stored. */
  readonly newest: () => number;
}

export class Intake {
  readonly #options: IntakeOptions;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Takes a frame. Throws a Refusal, or `BrokenDocument` when the document needs rebuilding. */
  take(connection: Connection, bytes: Uint8Array): void {
    const { fan, live } = this.#options;
    const frame = readClientFrame(bytes, connection.hasControl);
    switch (frame.kind) {
      case 'step1':
        wellFormed(() => parseStateVector(frame.stateVector));
        connection.send(live().encoded().answer(frame.stateVector), performance.now());
        return;
      case 'update':
        // The bytes received are the bytes relayed.
        this.#takeUpdate(connection, { ...readUpdate(frame.update), frame: bytes });
        return;
      case 'step2':
        this.#takeStep2(connection, {
          ...readUpdate(frame.update),
          frame: updateFrame(frame.update),
        });
        return;
      case 'awareness':
        if (!fan.hear(connection, frame.entries)) {
          const notice = { type: 'notice', code: 'awareness.tooLarge' } as const;
          connection.sendControl(notice, performance.now());
        }
        return;
      case 'queryAwareness': {
        const everybody = fan.everybody();
        if (everybody !== undefined) connection.send([everybody], performance.now());
        return;
      }
      case 'control':
        return;
    }
  }

  #takeUpdate(connection: Connection, update: IncomingUpdate): void {
    const effect = this.#effectOf(update);
    const mustWait = connection.isHolding || effect === 'gap';
    if (!mustWait || !may(connection.actor.role, 'sheet.write')) {
      this.#admit(connection, update, effect);
    } else if (!connection.hold(update, () => connection.end('wire.gap'))) {
      throw new Refusal('wire.gap');
    }
  }

  #takeStep2(connection: Connection, update: IncomingUpdate): void {
    if (this.#isOthersWork(connection, update)) connection.count(this.#options.newest());
    else this.#admit(connection, update, this.#effectOf(update));
    connection.hasAnswered = true;
    for (const held of connection.takeHeld()) {
      this.#admit(connection, held, this.#effectOf(held));
    }
  }

  #effectOf({ parsed }: IncomingUpdate): UpdateEffect {
    return effectOf(this.#options.live().doc, parsed);
  }

  #admit(connection: Connection, update: IncomingUpdate, effect: UpdateEffect): void {
    if (effect !== 'nothing' && !may(connection.actor.role, 'sheet.write')) {
      this.#requireHarmless(update, effect);
    } else if (effect === 'gap') {
      throw new Refusal('wire.gap');
    } else if (effect === 'adds') {
      this.#apply(connection, update);
    }
    connection.count(this.#options.newest());
  }

  /** A reader may send no more than what its client tidies up by itself, which is left out. */
  #requireHarmless({ parsed }: IncomingUpdate, effect: UpdateEffect): void {
    const { doc } = this.#options.live();
    if (effect === 'gap' || !removesOnlyFormatting(doc, parsed)) {
      throw new Refusal('wire.readOnly');
    }
  }

  /**
   * Whether a reader's answer to our step 1 holds no more than what others wrote. After a crash a
   * reader may have seen what was not durable yet: that is no offence, and its writer will bring it.
   * A reader cannot bring it, since nobody could tell that from forgery.
   */
  #isOthersWork(connection: Connection, { parsed }: IncomingUpdate): boolean {
    if (may(connection.actor.role, 'sheet.write')) return false;
    const own = this.#options.fan.clientOf(connection);
    const { doc } = this.#options.live();
    return addedClients(doc, parsed).every((client) => own !== undefined && client !== own);
  }

  #apply(connection: Connection, update: IncomingUpdate): void {
    const live = this.#options.live();
    const isHalfKnown = hasHalfKnown(live.doc, update.parsed);
    // A copy: the frame's memory may be part of a larger one, and the journal keeps this longer.
    const bytes = isHalfKnown
      ? Y.diffUpdate(update.bytes, Y.encodeStateVector(live.doc))
      : update.bytes.slice();
    if (live.wouldOutgrow(this.#options.limits.documentBytes, bytes.length)) {
      throw new Refusal('sheet.full');
    }
    live.apply(bytes);
    if (live.hasPending) throw new BrokenDocument('a checked update was left hanging');
    this.#options.keep(bytes, isHalfKnown ? updateFrame(bytes) : update.frame, connection);
  }
}

function readUpdate(bytes: Uint8Array): Pick<IncomingUpdate, 'bytes' | 'parsed'> {
  return { bytes, parsed: wellFormed(() => parseUpdate(bytes)) };
}

function wellFormed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof MalformedUpdate)) throw error;
    throw refusalBecause('wire.malformed', error);
  }
}
