/** Making the dypdykk of a tiltak: one, however many open it at the same moment. */
import { run } from '../../../shared/document/commands/command.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import type { SheetId, TiltakId } from '../../../shared/ids/ids.ts';
import { patchTiltak } from '../../../shared/sheet/commands/tiltak.ts';
import { readCollection } from '../../../shared/sheet/snapshot/snapshot.ts';
import { type RouteContext, SERVER } from './context.ts';

/** A tiltak, on the sheet that it stands on. */
export interface TiltakOfSheet {
  readonly sheetId: SheetId;
  readonly tiltakId: TiltakId;
}

export class DypdykkMaker {
  readonly #context: RouteContext;
  /** What was begun last for each tiltak. */
  readonly #turns = new Map<TiltakId, Promise<unknown>>();

  constructor(context: RouteContext) {
    this.#context = context;
  }

  /**
   * Makes a sheet and ties it to the tiltak, both durable. Rejects with Refusal `dypdykk.exists` when
   * the tiltak has one already. One that the sheet does not have is not tied.
   */
  async make<T extends { readonly id: SheetId }>(
    of: TiltakOfSheet,
    create: () => Promise<T>,
  ): Promise<T> {
    const before = this.#turns.get(of.tiltakId);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return this.#makeAlone(of, create);
    })();
    this.#turns.set(of.tiltakId, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(of.tiltakId) === turn) this.#turns.delete(of.tiltakId);
    }
  }

  #makeAlone<T extends { readonly id: SheetId }>(
    { sheetId, tiltakId }: TiltakOfSheet,
    create: () => Promise<T>,
  ): Promise<T> {
    const { rooms, random } = this.#context;
    return rooms.use(sheetId, async (room) => {
      const find = (doc: Parameters<typeof readCollection>[0]) =>
        readCollection(doc, 'tiltak').find(({ id }) => id === tiltakId);
      if (room.read(find)?.dypdykkId) throw new Refusal('dypdykk.exists');
      const made = await create();
      await room.change((copy) => {
        if (find(copy)?.dypdykkId !== null) return;
        run(copy, patchTiltak(tiltakId, { dypdykkId: made.id }), { origin: SERVER, random });
      });
      return made;
    });
  }
}
