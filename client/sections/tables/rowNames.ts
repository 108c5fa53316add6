/** What a row is called: by its own words, or by its number where it has none yet. */
import type { EntityOf } from '../../../shared/sheet/schema/entities.ts';
import { t } from '../../i18n/i18n.ts';
import type { TableName } from './useRows.ts';

const NAMELESS: Readonly<Record<TableName, (number: number) => string>> = {
  rotaarsaker: (number) => t('rotaarsak.nameless', { number }),
  tiltak: (number) => t('tiltak.nameless', { number }),
  gevinster: (number) => t('gevinst.nameless', { number }),
  maalinger: (number) => t('maaling.nameless', { number }),
};

/** `rows` are all rows of the collection in order. */
export function rowName<C extends TableName>(
  collection: C,
  rows: readonly EntityOf[C][],
  row: EntityOf[C],
): string {
  const words = 'name' in row ? row.name : 'title' in row ? row.title : '';
  if (words.trim() !== '') return words;
  return NAMELESS[collection](rows.findIndex(({ id }) => id === row.id) + 1);
}
