/** One text cell of the sheet, by its address in the document. */
import type * as Y from 'yjs';
import type { Command } from '../../shared/document/commands/command.ts';
import type { GevinstId } from '../../shared/ids/ids.ts';
import { makeCell, type TextKey } from '../../shared/sheet/commands/entities.ts';
import { makeAssumptionsCell } from '../../shared/sheet/commands/gevinst.ts';
import { type HeaderText, makeHeaderCell } from '../../shared/sheet/commands/header.ts';
import type { CollectionName, IdOf } from '../../shared/sheet/schema/entities.ts';
import { type CellLook, DocumentCell } from './DocumentCell.tsx';

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

interface CellProps extends CellLook {
  readonly address: CellAddress;
}

export function Cell(props: CellProps) {
  return <DocumentCell {...props} make={() => makeTextCell(props.address)} />;
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
