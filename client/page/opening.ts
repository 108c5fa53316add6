/** Opening the sheet of the address: begun as early as can be, and taken over by its page. */
import type { SheetId } from '../../shared/ids/ids.ts';
import { parseLink } from '../connection/link.ts';
import { type OpenSheet, openSheet } from '../connection/openSheet.ts';

let early: OpenSheet | undefined;

/** Opens a sheet whose page is about to be shown. */
export function openEarly(sheetId: SheetId): void {
  early = openFromAddress(sheetId);
}

/** The sheet that was opened early, once; otherwise, or if that was another one, a new opening. */
export function openOrTake(sheetId: SheetId): OpenSheet {
  const opened = early;
  early = undefined;
  if (opened?.sheetId === sheetId) return opened;
  void opened?.close();
  return openFromAddress(sheetId);
}

function openFromAddress(sheetId: SheetId): OpenSheet {
  return openSheet({ sheetId, linkKey: parseLink(location.href)?.key });
}
