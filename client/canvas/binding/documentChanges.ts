/**
 * Which records of the document have changed, whoever changed them: the socket, the form beside the
 * canvas, an undo, the binding itself. They are gathered until somebody takes them.
 */
import type * as Y from 'yjs';
import { collectionOf } from '../../../shared/sheet/schema/roots.ts';
import { BECAME_ROOTS } from './lappRecord.ts';

type Event = Y.YEvent<Y.AbstractType<unknown>>;

export interface Changes {
  /** Ids under `canvas`. */
  readonly canvas: ReadonlySet<string>;
  /** Ids under `lapper`. */
  readonly lapper: ReadonlySet<string>;
  /** Whether something that a note may have become has come or gone. */
  readonly hasRowsChanged: boolean;
}

export class DocumentChanges {
  #canvas = new Set<string>();
  #lapper = new Set<string>();
  #hasRowsChanged = false;
  readonly #stops: (() => void)[] = [];

  /** Starts with everything that is there. `onChange` is called whenever there is more to take. */
  constructor(doc: Y.Doc, onChange: () => void) {
    const canvas = collectionOf(doc, 'canvas');
    const lapper = collectionOf(doc, 'lapper');
    for (const id of canvas.keys()) this.#canvas.add(id);
    for (const id of lapper.keys()) this.#lapper.add(id);
    this.#observe(canvas, (events) => {
      addChangedIds(events, this.#canvas);
      onChange();
    });
    this.#observe(lapper, (events) => {
      addChangedIds(events, this.#lapper);
      onChange();
    });
    for (const name of BECAME_ROOTS) {
      const rows = collectionOf(doc, name);
      const onRows = () => {
        this.#hasRowsChanged = true;
        onChange();
      };
      rows.observe(onRows);
      this.#stops.push(() => rows.unobserve(onRows));
    }
  }

  get isEmpty(): boolean {
    return this.#canvas.size === 0 && this.#lapper.size === 0 && !this.#hasRowsChanged;
  }

  take(): Changes {
    const taken = {
      canvas: this.#canvas,
      lapper: this.#lapper,
      hasRowsChanged: this.#hasRowsChanged,
    };
    this.#canvas = new Set();
    this.#lapper = new Set();
    this.#hasRowsChanged = false;
    return taken;
  }

  destroy(): void {
    for (const stop of this.#stops) stop();
  }

  #observe(map: Y.Map<unknown>, onEvents: (events: readonly Event[]) => void): void {
    map.observeDeep(onEvents);
    this.#stops.push(() => map.unobserveDeep(onEvents));
  }
}

/** The records that some events are about: the first step of the path, or the changed keys. */
function addChangedIds(events: readonly Event[], ids: Set<string>): void {
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === 'string') ids.add(id);
    else for (const key of event.keys.keys()) ids.add(key);
  }
}
