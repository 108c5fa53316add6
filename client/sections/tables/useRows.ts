/**
 * What every table of entities does with its rows: add, move, delete with a way back, and tell
 * those who listen. The focus goes where the work goes on: into a new row, and to the neighbour of
 * a deleted one.
 */
import { type RefObject, useEffect, useRef } from 'react';
import {
  addEntity,
  type Draft,
  moveEntity,
  removeEntity,
  restoreEntity,
} from '../../../shared/sheet/commands/entities.ts';
import type { CollectionName, EntityOf, IdOf } from '../../../shared/sheet/schema/entities.ts';
import { t } from '../../i18n/i18n.ts';
import { useCollection, useRun, useSession } from '../../sheet/session.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type Reorder, useReorder } from '../useReorder.ts';
import { rowName } from './rowNames.ts';

/** The tables that a group fills in on the sheet. */
export type TableName = Exclude<CollectionName, 'lapper'>;

interface RowTexts {
  added(number: number): string;
  deleted(title: string): string;
}

const TEXTS: Readonly<Record<TableName, RowTexts>> = {
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

export interface Rows<C extends TableName> {
  readonly rows: readonly EntityOf[C][];
  readonly reorder: Reorder;
  /** Spread on the element around the rows, where the focus is looked for. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Adds a row after another one, or last, and puts the focus in it. */
  add(draft?: Draft<C>, after?: IdOf<C>): void;
  remove(row: EntityOf[C]): void;
  /** The row's own words, or its number where it has none yet: «tiltak 3». */
  nameOf(row: EntityOf[C]): string;
}

/** The focus that is to be set once the rows have been drawn. */
type NextFocus = { readonly row: string; readonly target: 'words' | 'handle' } | 'add';

export function useRows<C extends TableName>(collection: C): Rows<C> {
  const { canWrite } = useSession();
  const rows = useCollection(collection);
  const run = useRun();
  const container = useRef<HTMLDivElement>(null);
  const nextFocus = useRef<NextFocus | undefined>(undefined);
  const texts = TEXTS[collection];

  useEffect(() => {
    if (nextFocus.current === undefined) return;
    const element = findFocus(container.current, nextFocus.current);
    if (element === undefined) return;
    nextFocus.current = undefined;
    element.focus();
  });

  const reorder = useReorder({
    ids: rows.map((row) => row.id),
    onMove: (id, after) => {
      if (!canWrite) return;
      run(moveEntity(collection, id as IdOf<C>, { after }));
      const others = rows.filter((row) => row.id !== id);
      const place = others.findIndex((row) => row.id === after) + 2;
      announce(t('row.moved', { place, count: rows.length }));
    },
  });

  function add(draft: Draft<C> = {}, after?: IdOf<C>): void {
    const outcome = run(addEntity(collection, draft, after === undefined ? {} : { after }));
    if (!outcome.ok) return;
    nextFocus.current = { row: outcome.value, target: 'words' };
    const number =
      after === undefined ? rows.length + 1 : rows.findIndex((row) => row.id === after) + 2;
    announce(texts.added(number));
  }

  function remove(row: EntityOf[C]): void {
    const at = rows.findIndex((candidate) => candidate.id === row.id);
    const neighbour = rows[at + 1] ?? rows[at - 1];
    if (!run(removeEntity(collection, row.id as IdOf<C>)).ok) return;
    nextFocus.current = neighbour === undefined ? 'add' : { row: neighbour.id, target: 'handle' };
    showToast({
      text: texts.deleted(nameOf(row)),
      action: { label: t('row.undoDelete'), run: () => restore(row) },
    });
  }

  function restore(row: EntityOf[C]): void {
    if (!run(restoreEntity(collection, row)).ok) return;
    nextFocus.current = { row: row.id, target: 'handle' };
    announce(t('row.restored'));
  }

  const nameOf = (row: EntityOf[C]): string => rowName(collection, rows, row);

  return { rows, reorder, container, add, remove, nameOf };
}

function findFocus(container: HTMLElement | null, next: NextFocus): HTMLElement | undefined {
  const selector =
    next === 'add'
      ? '[data-add-row]'
      : `[data-row="${CSS.escape(next.row)}"] ${next.target === 'words' ? 'textarea' : '[data-handle]'}`;
  return container?.querySelector<HTMLElement>(selector) ?? undefined;
}
