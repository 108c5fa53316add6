/** One text cell of the programme, by its address in the document. */
import type * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import {
  makeCell,
  makeHeaderCell,
  type ProgramHeaderText,
  type ProgramText,
} from '../../shared/program/commands/program.ts';
import type { ProgramCollection, ProgramEntityOf } from '../../shared/program/schema/entities.ts';
import { type CellLook, DocumentCell } from '../sections/DocumentCell.tsx';

type ProgramCellAddress =
  | { readonly of: 'header'; readonly key: ProgramHeaderText }
  | {
      [C in ProgramCollection]: {
        readonly of: C;
        readonly id: ProgramEntityOf[C]['id'];
        readonly key: ProgramText<C>;
      };
    }[ProgramCollection];

interface ProgramCellProps extends CellLook {
  readonly address: ProgramCellAddress;
}

export function ProgramCell(props: ProgramCellProps) {
  return <DocumentCell {...props} make={() => makeTextCell(props.address)} />;
}

function makeTextCell(address: ProgramCellAddress): Command<Y.Text> {
  switch (address.of) {
    case 'header':
      return makeHeaderCell(address.key);
    case 'maaltall':
      return makeCell('maaltall', address.id, address.key);
    case 'enheter':
      return makeCell('enheter', address.id, address.key);
    case 'usikkerheter':
      return makeCell('usikkerheter', address.id, address.key);
    case 'milepaeler':
      return makeCell('milepaeler', address.id, address.key);
    case 'aktiviteter':
      return makeCell('aktiviteter', address.id, address.key);
  }
}
