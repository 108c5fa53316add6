/**
 * What stands at the end of a row: the way to its details, the handle that moves it, and the menu of
 * its actions. Who may only read has the first alone.
 */
import { type ReactNode, useId } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { useOpenDocument } from '../../sheet/documentSession.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { MenuItem } from '../../ui/MenuItems.tsx';
import type { RowDesk } from './useEntityRows.ts';
import './rows.css';

interface RowToolProps<Row> {
  readonly rows: RowDesk<Row>;
  readonly row: Row;
}

interface RowToolsProps<Row> extends RowToolProps<Row> {
  /** Opens all that the sheet knows about the row; left out where it has no details. */
  readonly onDetails?: () => void;
  /** Buttons that rows of this table alone have; they stand first. */
  readonly children?: ReactNode;
  /** What can be done with a row of this table alone; it stands first in the menu. */
  readonly actions?: readonly MenuItem[];
  /** What the keys do on the handle, where they do more than move the row up and down. */
  readonly moveHelp?: string;
}

export function RowTools<Row extends { readonly id: string }>({
  rows,
  row,
  onDetails,
  actions = [],
  moveHelp,
  children,
}: RowToolsProps<Row>) {
  const t = useT();
  const { canWrite } = useOpenDocument();
  const own: MenuItem[] = [...actions];
  if (onDetails !== undefined) {
    own.unshift({ label: t('row.details'), icon: 'expand', onSelect: onDetails });
  }
  return (
    <div className="row-tools">
      {children}
      {onDetails !== undefined && (
        <IconButton
          icon="expand"
          size="sm"
          label={t('row.detailsOf', { what: rows.nameOf(row) })}
          tooltip={t('row.details')}
          aria-haspopup="dialog"
          onClick={onDetails}
        />
      )}
      {canWrite && <RowHandle rows={rows} row={row} help={moveHelp ?? t('row.moveHelp')} />}
      {canWrite && <RowMenu rows={rows} row={row} own={own} />}
    </div>
  );
}

interface RowHandleProps<Row> extends RowToolProps<Row> {
  readonly help: string;
}

/** Drag it, or give it the focus and use the arrow keys. */
function RowHandle<Row extends { readonly id: string }>({ rows, row, help }: RowHandleProps<Row>) {
  const t = useT();
  const helpId = useId();
  return (
    <>
      <IconButton
        {...rows.reorder.handleProps(row.id)}
        icon="drag"
        size="sm"
        className="row-handle"
        data-handle
        label={t('row.move', { what: rows.nameOf(row) })}
        tooltip={help}
        aria-describedby={helpId}
      />
      <span id={helpId} hidden>
        {help}
      </span>
    </>
  );
}

interface RowMenuProps<Row> extends RowToolProps<Row> {
  readonly own: readonly MenuItem[];
}

function RowMenu<Row extends { readonly id: string }>({ rows, row, own }: RowMenuProps<Row>) {
  const t = useT();
  const at = rows.rows.findIndex((candidate) => candidate.id === row.id);
  return (
    <Menu
      label={t('row.actions', { what: rows.nameOf(row) })}
      icon="more"
      iconOnly
      size="sm"
      align="end"
      items={[
        ...own,
        ...(own.length > 0 ? (['separator'] as const) : []),
        {
          label: t('row.moveUp'),
          icon: 'arrowUp',
          isDisabled: at === 0,
          onSelect: () => rows.reorder.step(row.id, -1),
        },
        {
          label: t('row.moveDown'),
          icon: 'arrowDown',
          isDisabled: at === rows.rows.length - 1,
          onSelect: () => rows.reorder.step(row.id, 1),
        },
        'separator',
        {
          label: t('row.delete'),
          icon: 'trash',
          isDanger: true,
          onSelect: () => rows.remove(row),
        },
      ]}
    />
  );
}
