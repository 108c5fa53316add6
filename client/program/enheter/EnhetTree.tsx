/**
 * The enheter as they stand under one another: lists within lists, so that they read as a tree.
 * An enhet is moved by its handle, with the arrow keys or by dragging, by its menu, and from its name
 * with Alt, Shift and an arrow, as in an outline.
 */
import { type KeyboardEvent, useId } from 'react';
import type { EnhetNode } from '../../../shared/program/enheter.ts';
import type { Enhet } from '../../../shared/program/schema/entities.ts';
import { useT } from '../../i18n/i18n.ts';
import { RowProblems } from '../../sections/SectionProblems.tsx';
import { AddRow, NoRows } from '../../sections/tables/AddRow.tsx';
import '../../sections/tables/rows.css';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ProgramCell } from '../ProgramCell.tsx';
import { useProgramProblems, useProgramSession } from '../session.tsx';
import './enheter.css';
import { type EnhetDesk, stepOfKey, useEnhetTree } from './useEnhetTree.ts';

export function EnhetTree() {
  const t = useT();
  const { canWrite } = useProgramSession();
  const desk = useEnhetTree();
  return (
    <div ref={desk.container} className="enheter">
      <RowProblems problems={useProgramProblems('enheter')} />
      {desk.nodes.length === 0 ? (
        <NoRows text={t('program.enheter.empty')} />
      ) : (
        <>
          <p className="enheter__head" aria-hidden="true">
            <span>{t('program.enheter.name')}</span>
            <span>{t('program.enheter.number')}</span>
            <span>{t('program.ansvarlig')}</span>
          </p>
          <Branch nodes={desk.nodes} desk={desk} label={t('program.section.enheter')} />
        </>
      )}
      {canWrite && <AddRow label={t('program.enheter.add')} onAdd={() => desk.add(null)} />}
    </div>
  );
}

interface BranchProps {
  readonly nodes: readonly EnhetNode[];
  readonly desk: EnhetDesk;
  readonly label: string;
}

function Branch({ nodes, desk, label }: BranchProps) {
  const t = useT();
  return (
    <ul className="enheter__list" aria-label={label}>
      {nodes.map((node) => (
        <li key={node.enhet.id} className="enheter__item">
          <EnhetRow node={node} desk={desk} />
          {node.children.length > 0 && (
            <Branch
              nodes={node.children}
              desk={desk}
              label={t('program.enheter.under', { name: desk.nameOf(node.enhet) })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface EnhetRowProps {
  readonly node: EnhetNode;
  readonly desk: EnhetDesk;
}

function EnhetRow({ node: { enhet, depth }, desk }: EnhetRowProps) {
  const t = useT();
  const { canWrite } = useProgramSession();
  const { id } = enhet;
  const label = (column: string) => t('row.cell', { column, row: desk.nameOf(enhet) });
  const cell = (key: 'name' | 'number' | 'ansvarlig', heading: string) => (
    <ProgramCell
      address={{ of: 'enheter', id, key }}
      place={{ section: 'enheter', entityId: id, field: key }}
      label={label(heading)}
      className={`enheter__${key}`}
      {...(key === 'name' && {
        placeholder: t('program.enheter.namePlaceholder'),
        onEnter: () => desk.add(enhet.parent, id),
      })}
    />
  );
  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || !event.shiftKey || !canWrite) return;
    const step = stepOfKey(event);
    if (step === undefined) return;
    event.preventDefault();
    desk.step(enhet, step);
  }
  return (
    <div
      {...desk.reorder.rowProps(id)}
      role="group"
      aria-label={desk.nameOf(enhet)}
      data-row={id}
      className="enheter__row"
      data-depth={depth === 0 ? undefined : depth}
      onKeyDown={onKeyDown}
    >
      {cell('name', t('program.enheter.name'))}
      {cell('number', t('program.enheter.number'))}
      {cell('ansvarlig', t('program.ansvarlig'))}
      {canWrite && <EnhetTools enhet={enhet} desk={desk} />}
    </div>
  );
}

interface EnhetToolsProps {
  readonly enhet: Enhet;
  readonly desk: EnhetDesk;
}

function EnhetTools({ enhet, desk }: EnhetToolsProps) {
  const t = useT();
  const helpId = useId();
  const what = desk.nameOf(enhet);
  const move = (step: 'up' | 'down' | 'in' | 'out') => ({
    isDisabled: !desk.canStep(enhet, step),
    onSelect: () => desk.step(enhet, step),
  });
  return (
    <div className="row-tools">
      <IconButton
        {...desk.reorder.handleProps(enhet.id)}
        icon="drag"
        size="sm"
        className="row-handle"
        data-handle
        label={t('row.move', { what })}
        tooltip={t('program.enheter.moveHelp')}
        aria-describedby={helpId}
        onKeyDown={(event) => desk.onHandleKey(enhet, event)}
      />
      <span id={helpId} hidden>
        {t('program.enheter.moveHelp')}
      </span>
      <Menu
        label={t('row.actions', { what })}
        icon="more"
        iconOnly
        size="sm"
        align="end"
        items={[
          {
            label: t('program.enheter.addUnder'),
            icon: 'plus',
            onSelect: () => desk.add(enhet.id),
          },
          'separator',
          { label: t('row.moveUp'), icon: 'arrowUp', ...move('up') },
          { label: t('row.moveDown'), icon: 'arrowDown', ...move('down') },
          { label: t('program.enheter.moveIn'), icon: 'indent', ...move('in') },
          { label: t('program.enheter.moveOut'), icon: 'outdent', ...move('out') },
          'separator',
          {
            label: t('row.delete'),
            icon: 'trash',
            isDanger: true,
            onSelect: () => desk.remove(enhet),
          },
        ]}
      />
    </div>
  );
}
