/**
 * One turn of one peer: it runs one command on the peer's own copy, and says in the model what the
 * command's effect is to be. What the copy held before decides what is a change at all.
 */
import * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import type { Ordered } from '../../shared/document/order.ts';
import { isSameJson } from '../../shared/document/schema/json.ts';
import { orderedRows } from '../../shared/sheet/commands/entities.ts';
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';
import { collectionOf } from '../../shared/sheet/schema/roots.ts';
import { readEntity } from '../../shared/sheet/snapshot/snapshot.ts';
import { COLLECTION_NAMES, type SeededRandom } from '../world/sheets.ts';

import { type Commands, type RowCommands, rowCommands } from './commands.ts';
import { type Flat, flatEntity, instanceOf } from './flat.ts';
import { ABSENT, type Instance, type Slot, type WriteEvent } from './model.ts';
import type { FuzzPeer } from './peers.ts';
import type { ProseModels } from './proseModel.ts';
import type { Tokens } from './tokens.ts';

/** What all turns of one run share. */
export interface World {
  readonly commands: Commands;
  readonly model: Instance;
  readonly prose: ProseModels;
  readonly tokens: Tokens;
  /** Removed entities as they last read, for those who put them back. */
  readonly removed: { readonly name: CollectionName; readonly entity: { readonly id: string } }[];
  /** Every row that was put somewhere, with the rows above and below it as they then stood. */
  readonly placements: {
    readonly name: CollectionName;
    readonly id: string;
    readonly rows: readonly Ordered[];
  }[];
  /** Which thing of the model a Y.Map is, by the id under which Yjs keeps it. */
  readonly byItem: Map<string, Instance>;
  /** What happened, for whoever has to find out what went wrong. */
  readonly log: string[];
}

export class Turn {
  readonly peer: FuzzPeer;
  readonly random: SeededRandom;
  readonly world: World;
  event: WriteEvent | undefined;
  #effects = 0;

  constructor(world: World, peer: FuzzPeer, random: SeededRandom) {
    this.world = world;
    this.peer = peer;
    this.random = random;
  }

  get commands(): Commands {
    return this.world.commands;
  }

  get rows(): Record<CollectionName, RowCommands> {
    return rowCommands(this.world.commands);
  }

  get doc(): Y.Doc {
    return this.peer.doc;
  }

  /** Runs the turn's one command. */
  does<T>(what: string, command: Command<T>): T {
    this.world.log.push(`${this.peer.name} ${what}`);
    const { value, event } = this.peer.run(command);
    this.event = event;
    return value;
  }

  /** As `does`, for what is not a command. */
  writes(what: string, write: () => void): void {
    this.world.log.push(`${this.peer.name} ${what}`);
    this.event = this.peer.writes(write);
  }

  /** The command is to replace the slot's value. */
  sets(slot: Slot, value: unknown): void {
    this.#effects += 1;
    slot.write(value, this.event, this.peer);
  }

  /** The command is to leave this in the register, which held `before`. */
  leaves(thing: Instance, key: string, before: unknown, value: unknown): void {
    const [old, wanted] = [before ?? ABSENT, value ?? ABSENT];
    if (old !== wanted && !isSameJson(old, wanted)) this.sets(thing.slot(key), wanted);
  }

  /** The command is to make this new thing, which the copy now holds as `stored`. */
  makes(slot: Slot, flat: Flat, stored: unknown): void {
    const thing = instanceOf(flat, this.world.tokens, this.event, this.peer);
    this.remember(stored, thing);
    this.sets(slot, thing);
  }

  /** The command is to take words out of a cell and put words in. */
  edits(thing: Instance, cell: string, taken: Iterable<string>, put: Iterable<string>): void {
    this.#effects += 1;
    thing.cell(cell).take(taken);
    thing.cell(cell).put(put);
  }

  /** Something was written that the model does not follow, such as which words are bold. */
  touches(): void {
    this.#effects += 1;
  }

  remember(stored: unknown, thing: Instance): void {
    if (stored instanceof Y.Map) this.world.byItem.set(itemOf(stored), thing);
  }

  /** Which things of the model are what, of the sheet that everybody starts from. */
  rememberAll(): void {
    for (const root of [...COLLECTION_NAMES, 'canvas', 'comments'] as const) {
      for (const [id, stored] of collectionOf(this.doc, root)) {
        const thing = this.world.model.slot(`${root}/${id}`).latestThing;
        if (thing !== undefined) this.remember(stored, thing);
      }
    }
  }

  /** Which of the things that stood in a slot the peer's copy holds now. */
  thingAt(slot: Slot, stored: unknown): Instance {
    const known = stored instanceof Y.Map ? this.world.byItem.get(itemOf(stored)) : undefined;
    if (known !== undefined) return known;
    const { latestThing } = slot;
    if (latestThing !== undefined) return latestThing;
    throw new Error('The copy holds a thing that nobody made');
  }

  /** An entity of the peer's copy with what it reads as and what it is in the model. */
  entity(name: CollectionName, id: string): LocalEntity {
    const stored = collectionOf(this.doc, name).get(id);
    const plain = readEntity(name, id, stored);
    if (!(stored instanceof Y.Map) || plain === undefined) throw new Error(`No ${name}/${id}`);
    const thing = this.thingAt(this.world.model.slot(`${name}/${id}`), stored);
    return { name, id, stored, plain, flat: flatEntity(name, plain), thing };
  }

  /**
   * Any entity of the peer's copy, of one collection or of all; undefined when there is none. Often
   * one of the same few, so that people meet.
   */
  someEntity(names: readonly CollectionName[] = COLLECTION_NAMES): LocalEntity | undefined {
    const filled = names.filter((name) => this.idsOf(name).length > 0);
    if (filled.length === 0) return undefined;
    const name = this.random.pick(filled);
    const ids = this.idsOf(name);
    const few = this.random.chance(0.6) ? ids.toSorted().slice(-2) : ids;
    const id = this.random.pick(few);
    // What has only come in part yet, and so cannot be read, nobody can do anything with.
    const isWhole = readEntity(name, id, collectionOf(this.doc, name).get(id)) !== undefined;
    return isWhole ? this.entity(name, id) : undefined;
  }

  /** Ids of a collection in the order in which this peer sees them. */
  idsOf(name: CollectionName): string[] {
    return orderedRows(collectionOf(this.doc, name)).map(({ id }) => id);
  }

  /** Says what went wrong when the command wrote nothing, or wrote though nothing changed. */
  finish(): void {
    const wrote = this.event !== undefined;
    if (this.#effects > 0 && !wrote) throw new Error('The command wrote nothing');
    if (this.#effects === 0 && wrote) throw new Error('The command wrote what stood already');
  }
}

export interface LocalEntity {
  readonly name: CollectionName;
  readonly id: string;
  readonly stored: Y.Map<unknown>;
  readonly plain: { readonly id: string };
  readonly flat: Flat;
  readonly thing: Instance;
}

/** The id under which Yjs keeps a nested type, alike in all copies. */
export function itemOf({ _item }: { readonly _item: Y.Item | null }): string {
  const id = _item?.id;
  return id === undefined ? 'root' : `${id.client}:${id.clock}`;
}
