/**
 * What an example writes down of a sheet, and the whole snapshot made of it: rows get their order
 * from where they stand, and what is left out is empty.
 */
import { inOrder } from '../../document/order.ts';
import type { CollectionName, Comment, EntityOf, Header, Message } from '../schema/entities.ts';
import { SCHEMA_VERSION } from '../schema/roots.ts';
import type { Calculation } from '../schema/values.ts';
import type { CalculationKind, FactorName, ProseSection } from '../schema/vocabulary.ts';
import type { ProseNode } from '../snapshot/prose.ts';
import { parseSnapshot, type Snapshot } from '../snapshot/snapshot.ts';

/** A row of an example. Its id is a readable word: every sheet is a document of its own. */
export type Row<C extends CollectionName> = Partial<Omit<EntityOf[C], 'id' | 'order'>> & {
  readonly id: string;
};

export interface SheetDraft {
  readonly sheet: Pick<Header, 'kind' | 'title' | 'date' | 'edition' | 'owner' | 'mentor'>;
  readonly sections: Partial<Record<ProseSection, readonly ProseNode[]>>;
  readonly rotaarsaker: readonly Row<'rotaarsaker'>[];
  readonly tiltak: readonly Row<'tiltak'>[];
  readonly gevinster: readonly Row<'gevinster'>[];
  readonly maalinger: readonly Row<'maalinger'>[];
  readonly lapper: readonly Row<'lapper'>[];
  readonly comments: readonly (Pick<Comment, 'target'> & {
    readonly id: string;
    readonly messages: readonly (Omit<Message, 'id'> & { readonly id: string })[];
  })[];
}

/** The draft as a snapshot. An example that does not fit the schema is a bug, and throws. */
export function fill(draft: SheetDraft): Snapshot {
  const parsed = parseSnapshot({
    ...draft,
    schemaVersion: SCHEMA_VERSION,
    rotaarsaker: inOrder(draft.rotaarsaker),
    tiltak: inOrder(
      draft.tiltak.map((row) => ({ ...row, rotaarsaker: [...(row.rotaarsaker ?? [])].sort() })),
    ),
    gevinster: inOrder(
      draft.gevinster.map((row) => ({ ...row, tiltak: [...(row.tiltak ?? [])].sort() })),
    ),
    maalinger: inOrder(
      draft.maalinger.map((row) => ({ ...row, gevinster: [...(row.gevinster ?? [])].sort() })),
    ),
    lapper: inOrder(draft.lapper),
  });
  if ('faults' in parsed) throw new RangeError(`Ill-typed example: ${parsed.faults.join(', ')}`);
  return parsed.snapshot;
}

/** A calculator with every factor it asks for. */
export function calculation<K extends CalculationKind>(
  kind: K,
  factors: Readonly<Record<FactorName<K>, number>>,
  assumptions: string,
): Calculation {
  return { kind, factors, assumptions };
}
