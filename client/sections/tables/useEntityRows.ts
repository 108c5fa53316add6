/**
 * What every table of entities does with its rows, whatever the document: add, move, delete with a
 * way back, and tell those who listen. The focus goes where the work goes on: into a new row, and to
 * the neighbour of a deleted one.
 */
import type { RefObject } from 'react';
import type { Command } from '../../../shared/document/commands/command.ts';
import type { Place } from '../../../shared/document/commands/place.ts';
import { t } from '../../i18n/i18n.ts';
import { useOpenDocument, useRun } from '../../sheet/documentSession.tsx';
import { announce } from '../../ui/Announcer.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type Reorder, useReorder } from '../useReorder.ts';
import { useNextFocus } from './useNextFocus.ts';

export interface EntityTable<Row extends { readonly id: string }, Draft> {
  /** All of them, in order. */
  readonly rows: readonly Row[];
  readonly commands: {
    add(draft: Draft | undefined, place: Place): Command<Row['id']>;
    move(id: Row['id'], place: Place): Command;
    remove(id: Row['id']): Command;
    restore(row: Row): Command;
  };
  readonly texts: {
    added(number: number): string;
    deleted(title: string): string;
  };
  /** The row's own words, or its number where it has none yet: «tiltak 3». */
  nameOf(row: Row): string;
}

/** What the tools of one row need of the table that it stands in. */
export interface RowDesk<Row> {
  readonly rows: readonly Row[];
  readonly reorder: Reorder;
  remove(row: Row): void;
  nameOf(row: Row): string;
}

export interface EntityRows<Row extends { readonly id: string }, Draft> extends RowDesk<Row> {
  /** Spread on the element around the rows, where the focus is looked for. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Adds a row after another one, or last, and puts the focus in it. */
  add(draft?: Draft, after?: Row['id']): void;
}

export function useEntityRows<Row extends { readonly id: string }, Draft>({
  rows,
  commands,
  texts,
  nameOf,
}: EntityTable<Row, Draft>): EntityRows<Row, Draft> {
  const { canWrite } = useOpenDocument();
  const run = useRun();
  const { container, focusNext } = useNextFocus();

  const reorder = useReorder({
    ids: rows.map((row) => row.id),
    onMove: (id, after) => {
      if (!canWrite) return;
      run(commands.move(id, { after }));
      const others = rows.filter((row) => row.id !== id);
      const place = others.findIndex((row) => row.id === after) + 2;
      announce(t('row.moved', { place, count: rows.length }));
    },
  });

  function add(draft?: Draft, after?: Row['id']): void {
    const outcome = run(commands.add(draft, after === undefined ? {} : { after }));
    if (!outcome.ok) return;
    focusNext({ row: outcome.value, target: 'words' });
    const number =
      after === undefined ? rows.length + 1 : rows.findIndex((row) => row.id === after) + 2;
    announce(texts.added(number));
  }

  function remove(row: Row): void {
    const at = rows.findIndex((candidate) => candidate.id === row.id);
    const neighbour = rows[at + 1] ?? rows[at - 1];
    if (!run(commands.remove(row.id)).ok) return;
    focusNext(neighbour === undefined ? 'add' : { row: neighbour.id, target: 'handle' });
    showToast({
      text: texts.deleted(nameOf(row)),
      action: { label: t('row.undoDelete'), run: () => restore(row) },
    });
  }

  function restore(row: Row): void {
    if (!run(commands.restore(row)).ok) return;
    focusNext({ row: row.id, target: 'handle' });
    announce(t('row.restored'));
  }

  return { rows, reorder, container, add, remove, nameOf };
}
