/** The rows of a table in the programme, with what can be done with them. */
import {
  addEntity,
  moveEntity,
  type ProgramDraft,
  removeEntity,
  restoreEntity,
} from '../../shared/program/commands/program.ts';
import { addUsikkerhet } from '../../shared/program/commands/usikkerhet.ts';
import type { ProgramCollection, ProgramEntityOf } from '../../shared/program/schema/entities.ts';
import type { UsikkerhetSlag } from '../../shared/program/schema/vocabulary.ts';
import { t } from '../i18n/i18n.ts';
import { type EntityRows, useEntityRows } from '../sections/tables/useEntityRows.ts';
import { useProgramCollection } from './session.tsx';

export type ProgramRows<C extends ProgramCollection> = EntityRows<
  ProgramEntityOf[C],
  ProgramDraft<C>
>;

type AnyRow = ProgramEntityOf[ProgramCollection];

/** The row's own words, or its number where it has none yet: «milepæl 3». */
export function programRowName(
  collection: ProgramCollection,
  rows: readonly AnyRow[],
  row: AnyRow,
): string {
  const words = wordsOf(row);
  if (words.trim() !== '') return words;
  return t(`program.${collection}.nameless`, {
    number: rows.findIndex(({ id }) => id === row.id) + 1,
  });
}

function wordsOf(row: AnyRow): string {
  if ('code' in row) return row.code;
  return 'name' in row ? row.name : row.title;
}

function programRowTexts(collection: ProgramCollection) {
  return {
    added: (number: number) => t(`program.${collection}.added`, { number }),
    deleted: (title: string) => t(`program.${collection}.deleted`, { title }),
  };
}

type Table = Exclude<ProgramCollection, 'usikkerheter'>;

export function useProgramRows<C extends Table>(
  collection: C,
  rows: readonly ProgramEntityOf[C][],
): ProgramRows<C> {
  return useEntityRows<ProgramEntityOf[C], ProgramDraft<C>>({
    rows,
    commands: {
      add: (draft: ProgramDraft<C> = {}, place) => addEntity(collection, draft, place),
      move: (id, place) => moveEntity(collection, id, place),
      remove: (id) => removeEntity(collection, id),
      restore: (row) => restoreEntity(collection, row),
    },
    texts: programRowTexts(collection),
    nameOf: (row) => programRowName(collection, rows, row),
  });
}

/** A new usikkerhet says whether it is a mulighet or a risiko, and gets its code from that. */
export function useUsikkerhetRows(): EntityRows<ProgramEntityOf['usikkerheter'], UsikkerhetSlag> {
  const rows = useProgramCollection('usikkerheter');
  return useEntityRows({
    rows,
    commands: {
      add: (slag: UsikkerhetSlag = 'risiko', place) => addUsikkerhet({ slag }, place),
      move: (id, place) => moveEntity('usikkerheter', id, place),
      remove: (id) => removeEntity('usikkerheter', id),
      restore: (row) => restoreEntity('usikkerheter', row),
    },
    texts: programRowTexts('usikkerheter'),
    nameOf: (row) => programRowName('usikkerheter', rows, row),
  });
}
