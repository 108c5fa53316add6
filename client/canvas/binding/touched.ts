/**
 * What the user has changed in the store since it was last written, held against what it was before:
 * the three-way comparison that lets a move and a colleague's recolour of one shape both stand.
 * A key is the user's when it is neither as it was nor as the document has it. Pure bookkeeping.
 */
import { isSameJson } from '../../../shared/sheet/schema/json.ts';
import { type BoardRecord, type Keys, keysOf } from './storedRecord.ts';

export class Touched {
  /** Keys before the first change; undefined where there was no such record. */
  readonly #starts = new Map<string, Record<string, unknown> | undefined>();

  get size(): number {
    return this.#starts.size;
  }

  has(id: string): boolean {
    return this.#starts.has(id);
  }

  ids(): readonly string[] {
    return [...this.#starts.keys()];
  }

  /** The user has changed a record: only its state before the first change counts. */
  add(id: string, before: BoardRecord | undefined): void {
    if (!this.#starts.has(id)) this.#starts.set(id, before && { ...keysOf(before) });
  }

  /** The keys before the user began; undefined for a record that the user has made. */
  startOf(id: string): Keys | undefined {
    return this.#starts.get(id);
  }

  forget(id: string): void {
    this.#starts.delete(id);
  }

  clear(): void {
    this.#starts.clear();
  }

  /**
   * What to show of a record that the user is changing when others' state of it is `theirs`: theirs
   * in every key that the user has left alone. Those keys then begin at theirs.
   */
  merged(id: string, now: Keys, theirs: Keys): Keys {
    const start = this.#starts.get(id);
    if (start === undefined) return now;
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(now), ...Object.keys(theirs)])) {
      const isMine = !isSameJson(now[key], start[key]);
      const value = isMine ? now[key] : theirs[key];
      if (value !== undefined) merged[key] = value;
      if (!isMine) start[key] = theirs[key];
    }
    return merged;
  }

  /** The keys that are to be written: neither as at the start nor as the document has them. */
  mine(id: string, now: Keys, document: Keys): Record<string, unknown> {
    const start = this.#starts.get(id) ?? {};
    const mine: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(now), ...Object.keys(document)])) {
      if (isSameJson(now[key], start[key]) || isSameJson(now[key], document[key])) continue;
      mine[key] = now[key];
    }
    return mine;
  }
}
