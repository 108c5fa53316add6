/** The rows of a table on the sheet, with what can be done with them. */
import {
  addEntity,
  type Draft,
  moveEntity,
  removeEntity,
  restoreEntity,
} from '../../../shared/sheet/commands/entities.ts';
import type { CollectionName, EntityOf, IdOf } from '../../../shared/sheet/schema/entities.ts';
import { t } from '../../i18n/i18n.ts';
import { useCollection } from '../../sheet/session.tsx';
import { rowName } from './rowNames.ts';
import { type EntityRows, type EntityTable, useEntityRows } from './useEntityRows.ts';

/** The tables that a group fills in on the sheet. */
export type TableName = Exclude<CollectionName, 'lapper'>;

const TEXTS: Readonly<Record<TableName, EntityTable<never, never>['texts']>> = {
  rotaarsaker: {
    added: (number) => t('rotaarsak.added', { number }),
    deleted: (title) => t('rotaarsak.deleted', { title }),
  },
  tiltak: {
    added: (number) => t('tiltak.added', { number }),
    deleted: (title) => t('tiltak.deleted', { title }),
  },
  gevinster: {
    added: (number) => t('gevinst.added', { number }),
    deleted: (title) => t('gevinst.deleted', { title }),
  },
  maalinger: {
    added: (number) => t('maaling.added', { number }),
    deleted: (title) => t('maaling.deleted', { title }),
  },
};

export type Rows<C extends TableName> = EntityRows<
  EntityOf[C] & { readonly id: IdOf<C> },
  Draft<C>
>;

export function useRows<C extends TableName>(collection: C): Rows<C> {
  const rows = useCollection(collection);
  return useEntityRows({
    rows,
    commands: {
      add: (draft: Draft<C> = {}, place) => addEntity(collection, draft, place),
      move: (id, place) => moveEntity(collection, id, place),
      remove: (id) => removeEntity(collection, id),
      restore: (row) => restoreEntity(collection, row),
    },
    texts: TEXTS[collection],
    nameOf: (row) => rowName(collection, rows, row),
  });
}
