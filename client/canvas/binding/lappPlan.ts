/**
 * What the user has done to notes, said as commands. Of a note's shape only its place, its section,
 * its order and its removal count; whatever else has changed is put back. A copy, which has no
 * entity, becomes a note of its own.
 */
import type { TLShape, TLStore } from 'tldraw';
import type { Command } from '../../../shared/document/commands/command.ts';
import type { LappId } from '../../../shared/ids/ids.ts';
import { addLapp, patchLapp, removeLapp } from '../../../shared/sheet/commands/lapp.ts';
import { setLappOrder } from '../../../shared/sheet/commands/lappOrder.ts';
import type { Lapp } from '../../../shared/sheet/schema/entities.ts';
import type { SectionKey } from '../../../shared/sheet/schema/vocabulary.ts';
import { type LappShape, lappIdOfShape } from '../shapes/lapp/lappShape.ts';
import type { Projection } from './projection.ts';
import { type BoardRecord, keysOf } from './storedRecord.ts';
import { boardRecord } from './storeRecords.ts';
import type { Touched } from './touched.ts';

type Point = readonly [x: number, y: number];

/** What a note's place on the page means. */
export interface LappPlaces {
  readonly author: () => string;
  readonly sectionAt: (x: number, y: number) => SectionKey | undefined;
  readonly sizeOfLapp: (text: string) => { readonly width: number; readonly height: number };
}

export interface Adoption {
  /** The copy that the store holds. */
  readonly shapeId: string;
  readonly add: Command<LappId>;
  /** Where it lies among everything on the canvas. */
  readonly order: string | undefined;
}

interface Input {
  readonly store: TLStore;
  readonly projection: Projection;
  readonly touched: Touched;
  readonly isTakenAway: (id: string) => boolean;
  readonly places: LappPlaces;
}

/** Shapes that lie in one another deeper than this lie in a circle. */
const DEEPEST = 100;

export class LappPlan {
  readonly #input: Input;
  readonly #commands: Command<unknown>[] = [];
  readonly #reordered: { readonly shapeId: string; readonly id: LappId }[] = [];
  readonly #copies: LappShape[] = [];

  constructor(input: Input) {
    this.#input = input;
  }

  get isEmpty(): boolean {
    return this.#commands.length + this.#reordered.length + this.#copies.length === 0;
  }

  /** The shapes of notes that want an order key. */
  get reordered(): readonly string[] {
    return [...this.#reordered.map(({ shapeId }) => shapeId), ...this.#copies.map(({ id }) => id)];
  }

  /** Takes up a shape of a note that the user has touched, as it is now. */
  add(shapeId: string, now: BoardRecord | undefined): void {
    const { touched, projection, isTakenAway } = this.#input;
    const id = lappIdOfShape(shapeId);
    if (now === undefined) {
      const wasThere = !touched.isMade(shapeId);
      if (id !== undefined && wasThere) this.#commands.push(removeLapp(id));
      return;
    }
    const lapp = projection.lappOf(shapeId);
    if (id !== undefined && lapp !== undefined) this.#move(lapp, shapeId, now as LappShape);
    else if (id === undefined && !isTakenAway(shapeId)) this.#copies.push(now as LappShape);
  }

  commands(minted: ReadonlyMap<string, string>): readonly Command<unknown>[] {
    return [
      ...this.#commands,
      ...this.#reordered.flatMap(({ shapeId, id }) => {
        const order = minted.get(shapeId);
        return order === undefined ? [] : [setLappOrder(id, order)];
      }),
    ];
  }

  adoptions(minted: ReadonlyMap<string, string>): readonly Adoption[] {
    const { store, places } = this.#input;
    return this.#copies.map((copy) => {
      const { text, color } = copy.props;
      const xy = pagePoint(store, copy);
      const section = places.sectionAt(...this.#centre(xy, text)) ?? null;
      const draft = { text, color, xy, section, author: places.author() };
      return { shapeId: copy.id, add: addLapp(draft), order: minted.get(copy.id) };
    });
  }

  #move(lapp: Lapp, shapeId: string, now: LappShape): void {
    const { store, projection, touched } = this.#input;
    const document = projection.get(shapeId);
    if (document === undefined) return;
    const mine = touched.mine(shapeId, keysOf(now), keysOf(document));
    if ('xy' in mine || 'parentId' in mine) {
      const xy = pagePoint(store, now);
      const section = this.#sectionAfter(lapp, xy);
      this.#commands.push(patchLapp(lapp.id, { xy, section }));
    }
    if ('index' in mine) this.#reordered.push({ shapeId, id: lapp.id });
  }

  /** The section it was dropped in; none when it was dragged out of one; else the one it had. */
  #sectionAfter(lapp: Lapp, xy: Point): SectionKey | null {
    const { sectionAt } = this.#input.places;
    const section = sectionAt(...this.#centre(xy, lapp.text));
    if (section !== undefined) return section;
    const wasIn = sectionAt(...this.#centre(lapp.xy, lapp.text));
    return wasIn === undefined ? lapp.section : null;
  }

  #centre([x, y]: Point, text: string): Point {
    const { width, height } = this.#input.places.sizeOfLapp(text);
    return [x + width / 2, y + height / 2];
  }
}

/** Where a shape's corner lies on the page, also when it was put into a group or a frame. */
function pagePoint(store: TLStore, shape: TLShape): Point {
  let [x, y]: Point = [shape.x, shape.y];
  let parent = boardRecord(store, shape.parentId);
  for (let depth = 0; depth < DEEPEST && parent?.typeName === 'shape'; depth += 1) {
    const [cos, sin] = [Math.cos(parent.rotation), Math.sin(parent.rotation)];
    [x, y] = [parent.x + x * cos - y * sin, parent.y + x * sin + y * cos];
    parent = boardRecord(store, parent.parentId);
  }
  return [x, y];
}
