/** Reading a row's columns as what they claim to be, because a damaged page may yield anything. */
import { parseId, type SheetId } from '../../../shared/ids/ids.ts';
import { Damage } from '../../sqlite/problem.ts';

export type Row = Readonly<Record<string, unknown>>;

export function sheetIdFrom(row: Row): SheetId {
  const sheetId = parseId<SheetId>(row['sheet_id']);
  if (sheetId === undefined) throw new Damage('A sheet id is no id.');
  return sheetId;
}

export function textFrom(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Damage(`${column} is no text.`);
  return value;
}

export function numberFrom(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Damage(`${column} is no number.`);
  return value;
}
