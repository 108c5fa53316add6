/** What a row is called: by its own words, or by its number where it has none yet. */
import type { EntityOf } from '../../../shared/sheet/schema/entities.ts';
import { capital } from '../../i18n/capital.ts';
import { t } from '../../i18n/i18n.ts';
import type { TableName } from './useRows.ts';

const NAMELESS: Readonly<Record<TableName, (number: number) => string>> = {
  rotaarsaker: (number) => t('rotaarsak.nameless', { number }),
  tiltak: (number) => t('tiltak.nameless', { number }),
  gevinster: (number) => t('gevinst.nameless', { number }),
  maalinger: (number) => t('maaling.nameless', { number }),
};

/** As part of a sentence or a list. `rows` are all rows of the collection in order. */
export function rowName<C extends TableName>(
  collection: C,
  rows: readonly EntityOf[C][],
  row: EntityOf[C],
): string {
  return ownWords(row) ?? nameless(collection, rows, row);
}

/** The same as a title of its own. */
export function rowTitle<C extends TableName>(
  collection: C,
  rows: readonly EntityOf[C][],
  row: EntityOf[C],
): string {
  return ownWords(row) ?? capital(nameless(collection, rows, row));
}

function ownWords(row: EntityOf[TableName]): string | undefined {
  const words = 'name' in row ? row.name : 'title' in row ? row.title : '';
  return words.trim() === '' ? undefined : words;
}

function nameless<C extends TableName>(
  collection: C,
  rows: readonly EntityOf[C][],
  row: EntityOf[C],
): string {
  return NAMELESS[collection](rows.findIndex(({ id }) => id === row.id) + 1);
}
