/**
 * A table whose rows turn into blocks where it is narrow: each cell under the heading of its
 * column. It stays a table for those who listen, in both shapes.
 */
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { cx } from './cx.ts';
import './Table.css';

/**
 * Browsers differ in whether a table that is laid out as blocks is still told as a table. With the
 * roles said aloud it is, in all of them.
 */
const ROLES = {
  table: { role: 'table' },
  rowGroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

interface TableProps {
  readonly caption: string;
  /** The caption is there for those who listen; a heading stands above for those who see. */
  readonly hideCaption?: boolean;
  /** `Th` elements. */
  readonly head: ReactNode;
  /** `Tr` elements. */
  readonly children: ReactNode;
}

export function Table({ caption, hideCaption = false, head, children }: TableProps) {
  return (
    <div className="ui-table__frame">
      <table {...ROLES.table} className="ds-table ui-table">
        <caption className={cx(hideCaption && 'ds-sr-only')}>{caption}</caption>
        <thead {...ROLES.rowGroup}>
          <tr {...ROLES.row}>{head}</tr>
        </thead>
        <tbody {...ROLES.rowGroup}>{children}</tbody>
      </table>
    </div>
  );
}

interface ThProps {
  readonly children: ReactNode;
  readonly isNumeric?: boolean;
}

/** The heading of a column. One without a visible text gets a `VisuallyHidden` one. */
export function Th({ children, isNumeric = false }: ThProps) {
  return (
    <th {...ROLES.columnHeader} scope="col" data-numeric={isNumeric || undefined}>
      {children}
    </th>
  );
}

export function Tr(props: ComponentPropsWithRef<'tr'>) {
  return <tr {...props} {...ROLES.row} />;
}

interface TdProps extends ComponentPropsWithRef<'td'> {
  /** The column's heading, shown over the cell where it is narrow; nothing for a cell that needs none. */
  readonly label?: string;
  readonly isNumeric?: boolean;
  /** The cell that names the row. */
  readonly isRowHeader?: boolean;
  /** The cell that holds the row's buttons: no wider than they are. */
  readonly isActions?: boolean;
}

export function Td({
  label,
  isNumeric = false,
  isRowHeader = false,
  isActions = false,
  className,
  children,
  ...rest
}: TdProps) {
  const attributes = {
    ...rest,
    className: cx(isActions && 'ui-table__actions', className) || undefined,
    'data-label': label,
    'data-numeric': isNumeric || undefined,
  };
  return isRowHeader ? (
    <th {...attributes} {...ROLES.rowHeader} scope="row">
      {children}
    </th>
  ) : (
    <td {...attributes} {...ROLES.cell}>
      {children}
    </td>
  );
}
