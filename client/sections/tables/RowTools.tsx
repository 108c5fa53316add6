/** What stands at the end of a row: the handle that moves it and the menu of its actions. */
import { useId } from 'react';
import type { EntityOf } from '../../../shared/sheet/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { Rows, TableName } from './useRows.ts';
import './rows.css';

interface RowToolProps<C extends TableName> {
  readonly rows: Rows<C>;
  readonly row: EntityOf[C];
  /** Opens all about the row, where there is more than the row shows. */
  readonly onDetails?: () => void;
}

export function RowTools<C extends TableName>({ rows, row, ...more }: RowToolProps<C>) {
  return (
    <div className="row-tools">
      <RowHandle rows={rows} row={row} />
      <RowMenu rows={rows} row={row} {...more} />
    </div>
  );
}

/** Drag it, or give it the focus and use the arrow keys. */
function RowHandle<C extends TableName>({ rows, row }: RowToolProps<C>) {
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
        tooltip={t('row.moveHelp')}
        aria-describedby={helpId}
      />
      <span id={helpId} hidden>
        {t('row.moveHelp')}
      </span>
    </>
  );
}

function RowMenu<C extends TableName>({ rows, row, onDetails }: RowToolProps<C>) {
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
        ...(onDetails === undefined
          ? []
          : [{ label: t('row.details'), icon: 'form', onSelect: onDetails } as const]),
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
