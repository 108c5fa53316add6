/**
 * What others merely drag about is shown where it is without the store hearing of it: tldraw would
 * look at every shape anew for each step of a drag. When it is let go the store gets its place.
 */
import type { TLPageId } from 'tldraw';
import type { Point } from './overlay.ts';
import type { Projection } from './projection.ts';

/** How the view shows shapes away from where the store has them. */
export interface Glide {
  /** Whether a shape can be shown so: it is drawn, and this person has not selected it. */
  may(id: string): boolean;
  /** How far each such shape is from where the store has it, in page units; all of them. */
  show(offsets: ReadonlyMap<string, Point>): void;
}

export interface GlidingOptions {
  readonly glide: Glide | undefined;
  readonly projection: Projection;
  readonly pageId: TLPageId;
  readonly placeOf: (id: string) => Point | undefined;
  readonly isTouched: (id: string) => boolean;
}

export class Gliding {
  readonly #options: GlidingOptions;
  readonly #offsets = new Map<string, Point>();

  constructor(options: GlidingOptions) {
    this.#options = options;
  }

  has(id: string): boolean {
    return this.#offsets.has(id);
  }

  /** Looks again at records of which others, or the document, have said something. */
  look(ids: Iterable<string>): void {
    for (const id of ids) {
      const offset = this.#offsetOf(id);
      if (offset === undefined) this.#offsets.delete(id);
      else this.#offsets.set(id, offset);
    }
  }

  /** To be called when the store shows what it should. */
  show(): void {
    this.#options.glide?.show(this.#offsets);
  }

  #offsetOf(id: string): Point | undefined {
    const { glide, projection, pageId, placeOf, isTouched } = this.#options;
    const place = placeOf(id);
    const record = projection.get(id);
    if (place === undefined || record?.typeName !== 'shape' || record.parentId !== pageId) {
      return undefined;
    }
    // An arrow must follow what it points at, and only the store lets it.
    if (isTouched(id) || projection.isBound(id) || glide?.may(id) !== true) return undefined;
    return [place[0] - record.x, place[1] - record.y];
  }
}
