/**
 * What the user has changed in the store since it was last written, held against what it was before:
 * the three-way comparison that lets a move and a colleague's recolour of one shape both stand.
 * A key is the user's when it is neither as it was, nor as others have made it since, nor as the
 * document has it. Pure bookkeeping.
 */
import { isSameJson } from '../../../shared/document/schema/json.ts';
import { type BoardRecord, type Keys, keysOf } from './storedRecord.ts';

interface Before {
  /** When the user began: tldraw puts whole records back to this when a gesture is given up. */
  readonly start: Keys;
  /** What others have been shown to do with the keys that the user left alone. */
  readonly theirs: Record<string, unknown>;
}

export class Touched {
  /** Undefined where there was no such record. */
  readonly #records = new Map<string, Before | undefined>();

  get size(): number {
    return this.#records.size;
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  ids(): readonly string[] {
    return [...this.#records.keys()];
  }

  /** The user has changed a record: only its state before the first change counts. */
  add(id: string, before: BoardRecord | undefined): void {
    if (this.#records.has(id)) return;
    this.#records.set(id, before && { start: keysOf(before), theirs: {} });
  }

  /** Whether the user has made the record: there was none before. */
  isMade(id: string): boolean {
    return this.#records.has(id) && this.#records.get(id) === undefined;
  }

  forget(id: string): void {
    this.#records.delete(id);
  }

  clear(): void {
    this.#records.clear();
  }

  /**
   * What to show of a record that the user is changing when others' state of it is `theirs`: theirs
   * in every key that the user has left alone.
   */
  merged(id: string, now: Keys, theirs: Keys): Keys {
    const before = this.#records.get(id);
    if (before === undefined) return now;
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(now), ...Object.keys(theirs)])) {
      const isMine = isChanged(before, key, now[key]);
      const value = isMine ? now[key] : theirs[key];
      if (value !== undefined) merged[key] = value;
      if (!isMine) before.theirs[key] = theirs[key];
    }
    return merged;
  }

  /** The keys that are to be written: those that the user has changed to what they are not yet. */
  mine(id: string, now: Keys, document: Keys): Record<string, unknown> {
    const before = this.#records.get(id);
    const mine: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(now), ...Object.keys(document)])) {
      if (!isChanged(before, key, now[key]) || isSameJson(now[key], document[key])) continue;
      mine[key] = now[key];
    }
    return mine;
  }
}

function isChanged(before: Before | undefined, key: string, value: unknown): boolean {
  if (before === undefined) return true;
  const isTheirs = key in before.theirs && isSameJson(value, before.theirs[key]);
  return !isTheirs && !isSameJson(value, before.start[key]);
}
