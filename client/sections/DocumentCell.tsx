/**
 * One text cell of a document of any kind: bound to the shared text, joined to the document's undo,
 * and marked with those who are in it. Each kind has a cell of its own over it, which knows the
 * addresses that there are.
 */
import type * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import {
  type CellAddress,
  useCellText,
  useOpenDocument,
  useRun,
} from '../sheet/documentSession.tsx';
import { LOCAL_SILENT, localOrigin } from '../sheet/origins.ts';
import { type Place, Placed } from './Placed.tsx';
import './cell.css';
import { TextCell } from './text/TextCell.tsx';

export interface CellLook {
  readonly place: Place;
  readonly label: string;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  /** Shows a bullet before each line; the text itself holds none. */
  readonly bulletsFor?: string;
  readonly onEnter?: () => void;
  readonly className?: string;
}

interface DocumentCellProps extends CellLook {
  readonly address: CellAddress;
  /** Makes the cell a shared text where another program left none. */
  readonly make: () => Command<Y.Text>;
}

const TYPING = localOrigin('text');

export function DocumentCell(props: DocumentCellProps) {
  const stored = useCellText(props.address);
  const { canWrite, undo } = useOpenDocument();
  const run = useRun();
  const shown = typeof stored === 'object' ? stored : undefined;
  return (
    <Placed place={props.place} className={props.className}>
      {shown === undefined ? (
        <PlainCell
          label={props.label}
          text={typeof stored === 'string' ? stored : ''}
          onStart={canWrite ? () => run(props.make(), LOCAL_SILENT) : undefined}
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
