/**
 * One text cell of the sheet, by its address in the document: bound to the shared text, joined to
 * the sheet's undo, and marked with those who are in it.
 */
import type * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import type { GevinstId } from '../../shared/ids/ids.ts';
import { makeCell, type TextKey } from '../../shared/sheet/commands/entities.ts';
import { makeAssumptionsCell } from '../../shared/sheet/commands/gevinst.ts';
import { type HeaderText, makeHeaderCell } from '../../shared/sheet/commands/header.ts';
import type { CollectionName, IdOf } from '../../shared/sheet/schema/entities.ts';
import { LOCAL_SILENT, localOrigin } from '../sheet/origins.ts';
import { useCellText, useRun, useSession } from '../sheet/session.tsx';
import { type Place, Placed } from './Placed.tsx';
import './cell.css';
import { TextCell } from './text/TextCell.tsx';

/**
 * The cells that can be addressed: header cells, the text fields of each collection, and the words
 * that go with a gevinst's calculator.
 */
export type CellAddress =
  | { readonly of: 'header'; readonly key: HeaderText }
  | {
      readonly of: 'gevinster';
      readonly id: GevinstId;
      readonly in: 'calculation';
      readonly key: 'assumptions';
    }
  | {
      [C in CollectionName]: { readonly of: C; readonly id: IdOf<C>; readonly key: TextKey<C> };
    }[CollectionName];

interface CellProps {
  readonly address: CellAddress;
  readonly place: Place;
  readonly label: string;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  /** Shows a bullet before each line; the text itself holds none. */
  readonly bulletsFor?: string;
  readonly onEnter?: () => void;
  readonly className?: string;
}

const TYPING = localOrigin('text');

export function Cell(props: CellProps) {
  const stored = useCellText(props.address);
  const { canWrite, undo } = useSession();
  const run = useRun();
  const shown = typeof stored === 'object' ? stored : undefined;
  return (
    <Placed place={props.place} className={props.className}>
      {shown === undefined ? (
        <PlainCell
          label={props.label}
          text={typeof stored === 'string' ? stored : ''}
          onStart={canWrite ? () => run(makeTextCell(props.address), LOCAL_SILENT) : undefined}
        />
      ) : (
        <div className={props.bulletsFor === undefined ? undefined : 'bullets'}>
          {props.bulletsFor !== undefined && <Bullets text={props.bulletsFor} />}
          <TextCell
            ytext={shown}
            origin={TYPING}
            label={props.label}
            multiline={props.isMultiline}
            placeholder={canWrite ? props.placeholder : undefined}
            readOnly={!canWrite}
            onUndo={() => undo.undo()}
            onRedo={() => undo.redo()}
            onEnter={props.onEnter}
          />
        </div>
      )}
    </Placed>
  );
}

/** A cell that another program left without shared text: it becomes one when somebody enters it. */
function PlainCell({
  label,
  text,
  onStart,
}: {
  readonly label: string;
  readonly text: string;
  readonly onStart: (() => void) | undefined;
}) {
  return (
    <div className="text-cell">
      <textarea
        className="text-cell__field"
        rows={1}
        readOnly
        aria-label={label}
        value={text}
        onFocus={onStart}
      />
    </div>
  );
}

/**
 * The marks before the lines. The same words stand behind the field, unseen, so that a line that
 * wraps there wraps here, and each mark stands at the beginning of its own.
 */
function Bullets({ text }: { readonly text: string }) {
  const lines = text.split('\n');
  return (
    <div className="bullets__marks" aria-hidden="true">
      {lines.map((line, index) => {
        // A line is its place in the text; it has no other identity.
        const key = `${index}`;
        return (
          <div key={key} data-blank={line.trim() === '' || undefined}>
            {line === '' ? '\u200b' : line}
          </div>
        );
      })}
    </div>
  );
}

function makeTextCell(address: CellAddress): Command<Y.Text> {
  if ('in' in address) return makeAssumptionsCell(address.id);
  switch (address.of) {
    case 'header':
      return makeHeaderCell(address.key);
    case 'rotaarsaker':
      return makeCell('rotaarsaker', address.id, address.key);
    case 'tiltak':
      return makeCell('tiltak', address.id, address.key);
    case 'gevinster':
      return makeCell('gevinster', address.id, address.key);
    case 'maalinger':
      return makeCell('maalinger', address.id, address.key);
    case 'lapper':
      return makeCell('lapper', address.id, address.key);
  }
}
