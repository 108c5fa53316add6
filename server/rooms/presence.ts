/**
 * Who is in a room, by the y-protocols' awareness: each connection speaks for one client id, its
 * own. Stock clients also send on what they hear of others; that is dropped here, so that nobody
 * can speak for somebody else and N people do not make N² messages.
 *
 * An id belongs to the first connection that uses it. When a client comes back while its old
 * connection still hangs, the newcomer's claim waits until that one is found dead.
 */
import { Refusal, refusalBecause } from '../../shared/errors/catalogue.ts';
import type { AwarenessEntry } from './clientFrame.ts';
import { awarenessFrame, encodeAwareness } from './serverFrame.ts';

const NOBODY = 'null';
/** y-protocols forgets a client that has not renewed its state for this long. */
const FORGET_MS = 30_000;
/** Ids that left are remembered, so that peers believe them when they come back. */
const MAX_DEPARTED = 10_000;

interface Place<Owner> {
  readonly owner: Owner;
  /** The last clock the client itself sent, and what is added to it on the way out. */
  clock: number;
  clockOffset: number;
  json: string;
  renewedAt: number;
  /** Nothing is heard of the owner: the others are told that it left. */
  isHidden: boolean;
}

export interface PresenceOptions<Owner> {
  /** The largest state in bytes of JSON. */
  readonly maxBytes: number;
  /** Somebody else claims the id of this owner: find out whether it is alive. */
  readonly claimed: (owner: Owner) => void;
}

export class Presence<Owner extends object> {
  readonly #options: PresenceOptions<Owner>;
  readonly #places = new Map<number, Place<Owner>>();
  readonly #idOf = new Map<Owner, number>();
  readonly #claims = new Map<number, { readonly owner: Owner; readonly entry: AwarenessEntry }>();
  readonly #departed = new Map<number, number>();
  /** What changed since the last `drain`, and on whose behalf. */
  readonly #changed = new Map<
    number,
    { entry: AwarenessEntry; readonly owner: Owner | undefined }
  >();

  constructor(options: PresenceOptions<Owner>) {
    this.#options = options;
  }

  /** The client id that a connection speaks for, once it has said one. */
  idOf(owner: Owner): number | undefined {
    return this.#idOf.get(owner);
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes what a connection says, which shows it if it was hidden; false when its own state is too large and was dropped. */
  receive(owner: Owner, entries: readonly AwarenessEntry[], now: number): boolean {
    this.show(owner);
    let isTaken = true;
    for (const entry of entries) {
      const own = this.#idOf.get(owner);
      if (own !== undefined && own !== entry.clientId) continue;
      if (Buffer.byteLength(entry.json) > this.#options.maxBytes) {
        isTaken = false;
        continue;
      }
      requireState(entry.json);
      if (own === undefined) this.#claim(owner, entry, entries.length === 1, now);
      else this.#renew(entry, now);
    }
    return isTaken;
  }

  /** A connection ended: its client is gone, and whoever claimed its id gets it. */
  leave(owner: Owner, now: number): void {
    for (const [clientId, claim] of this.#claims) {
      if (claim.owner === owner) this.#claims.delete(clientId);
    }
    const clientId = this.#idOf.get(owner);
    if (clientId === undefined) return;
    this.#idOf.delete(owner);
    this.#remove(clientId);
    const claim = this.#claims.get(clientId);
    this.#claims.delete(clientId);
    if (claim !== undefined) this.#take(claim.owner, claim.entry, now);
  }

  /** Has a client leave the others' lists until it is shown; false when there was none to hide. */
  hide(owner: Owner): boolean {
    const found = this.#placeOf(owner);
    if (found === undefined || found.place.isHidden) return false;
    found.place.isHidden = true;
    this.#change(found.clientId, found.place);
    return true;
  }

  show(owner: Owner): void {
    const found = this.#placeOf(owner);
    if (found === undefined || !found.place.isHidden) return;
    found.place.isHidden = false;
    // Peers have seen this clock with nobody behind it.
    found.place.clockOffset += 1;
    this.#change(found.clientId, found.place);
  }

  /** Forgets clients that have not renewed their state, as every peer does by itself. */
  forgetSilent(now: number): void {
    for (const place of this.#places.values()) {
      if (place.json !== NOBODY && now - place.renewedAt > FORGET_MS) place.json = NOBODY;
    }
  }

  /**
   * A frame with everybody who is here, or undefined when nobody is. Names the hidden too, as gone:
   * whoever gets it may have missed that.
   */
  everybody(): Uint8Array | undefined {
    const entries = this.#present();
    return entries.length === 0 ? undefined : frameOf(entries);
  }

  /** The same for somebody who has missed something: names those too who have left. */
  everybodyAndGone(): Uint8Array | undefined {
    const gone = [...this.#departed].map(([clientId, clock]) => ({
      clientId,
      clock,
      json: NOBODY,
    }));
    const entries = [...gone, ...this.#present()];
    return entries.length === 0 ? undefined : frameOf(entries);
  }

  /**
   * The changes since the last call: `frameFor(owner)` is the frame that an owner gets, without
   * what it said itself; undefined when nothing is left. Encoded once for all who said nothing.
   */
  drain(): { readonly frameFor: (owner: Owner) => Uint8Array | undefined } {
    const changes = [...this.#changed.values()];
    this.#changed.clear();
    const speakers = new Set(changes.map((change) => change.owner));
    const shared = frameOf(changes.map((change) => change.entry));
    return {
      frameFor: (owner) => {
        if (!speakers.has(owner)) return shared;
        const others = changes.filter((change) => change.owner !== owner);
        return others.length === 0 ? undefined : frameOf(others.map((change) => change.entry));
      },
    };
  }

  #claim(owner: Owner, entry: AwarenessEntry, isAlone: boolean, now: number): void {
    if (entry.json === NOBODY) return;
    const place = this.#places.get(entry.clientId);
    if (place === undefined) {
      this.#take(owner, entry, now);
    } else if (isAlone && entry.clock >= place.clock) {
      this.#options.claimed(place.owner);
      if (place.isHidden) {
        this.#idOf.delete(place.owner);
        this.#remove(entry.clientId);
        this.#take(owner, entry, now);
        return;
      }
      // A client that comes back says only who it is itself; an echo of others says more or less.
      this.#claims.set(entry.clientId, { owner, entry });
    }
  }

  #take(owner: Owner, entry: AwarenessEntry, now: number): void {
    const departedAt = this.#departed.get(entry.clientId);
    this.#departed.delete(entry.clientId);
    // Peers ignore a clock that they have seen: one who comes back goes on after it.
    const clockOffset =
      departedAt === undefined || entry.clock > departedAt ? 0 : departedAt + 1 - entry.clock;
    const { clientId, clock, json } = entry;
    const place = { owner, clock, clockOffset, json, renewedAt: now, isHidden: false };
    this.#places.set(clientId, place);
    this.#idOf.set(owner, clientId);
    this.#change(clientId, place);
  }

  #renew(entry: AwarenessEntry, now: number): void {
    const place = this.#places.get(entry.clientId);
    if (place === undefined) return;
    const isLeaving = entry.json === NOBODY && place.json !== NOBODY;
    const isNewer = entry.clock > place.clock || (isLeaving && entry.clock === place.clock);
    if (!isNewer) return;
    place.clock = entry.clock;
    place.json = entry.json;
    place.renewedAt = now;
    this.#change(entry.clientId, place);
  }

  #present(): AwarenessEntry[] {
    const entries: AwarenessEntry[] = [];
    for (const [clientId, place] of this.#places) {
      if (place.json !== NOBODY) entries.push(outgoing(clientId, place));
    }
    return entries;
  }

  #placeOf(owner: Owner): { readonly clientId: number; readonly place: Place<Owner> } | undefined {
    const clientId = this.#idOf.get(owner);
    const place = clientId === undefined ? undefined : this.#places.get(clientId);
    return clientId === undefined || place === undefined ? undefined : { clientId, place };
  }

  #change(clientId: number, place: Place<Owner>): void {
    this.#changed.set(clientId, { entry: outgoing(clientId, place), owner: place.owner });
  }

  #remove(clientId: number): void {
    const place = this.#places.get(clientId);
    if (place === undefined) return;
    this.#places.delete(clientId);
    const entry = { ...outgoing(clientId, place), json: NOBODY };
    this.#departed.set(clientId, entry.clock);
    if (this.#departed.size > MAX_DEPARTED) {
      const oldest = this.#departed.keys().next();
      if (!oldest.done) this.#departed.delete(oldest.value);
    }
    this.#changed.set(clientId, { entry, owner: undefined });
  }
}

function outgoing(clientId: number, place: Place<unknown>): AwarenessEntry {
  const json = place.isHidden ? NOBODY : place.json;
  return { clientId, clock: place.clock + place.clockOffset, json };
}

function frameOf(entries: readonly AwarenessEntry[]): Uint8Array {
  return awarenessFrame(encodeAwareness(entries));
}

/** A state is a JSON object, or null. */
function requireState(json: string): void {
  let state: unknown;
  try {
    state = JSON.parse(json);
  } catch (error) {
    throw refusalBecause('wire.malformed', error);
  }
  if (typeof state !== 'object' || Array.isArray(state)) throw new Refusal('wire.malformed');
}
