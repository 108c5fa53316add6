/** The sheets opened in this browser, newest first: what the start page offers to open again. */
import * as z from 'zod/mini';
import { ROLES } from '../../shared/access/roles.ts';
import { parseId, type SheetId } from '../../shared/ids/ids.ts';
import { SHEET_KINDS, type SheetKind } from '../../shared/sheet/schema/vocabulary.ts';
import { readJson, type SafeStorage } from './safeStorage.ts';

export interface RecentSheet {
  readonly id: SheetId;
  readonly title: string;
  readonly kind: SheetKind;
  readonly role: (typeof ROLES)[number];
  /** Milliseconds since 1970. */
  readonly lastOpened: number;
}

const STORAGE_NAME = 'a3:ark';
const MAX_SHEETS = 50;

const sheetSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(SHEET_KINDS),
  role: z.enum(ROLES),
  lastOpened: z.number(),
});

export function recentSheets(storage: SafeStorage): readonly RecentSheet[] {
  const stored = readJson(storage, STORAGE_NAME);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const parsed = sheetSchema.safeParse(entry);
    const id = parsed.success ? parseId<SheetId>(parsed.data.id) : undefined;
    return parsed.success && id !== undefined ? [{ ...parsed.data, id }] : [];
  });
}

/** Puts a sheet first in the list, in place of what was known of it. */
export function rememberSheet(storage: SafeStorage, sheet: RecentSheet): void {
  const others = recentSheets(storage).filter(({ id }) => id !== sheet.id);
  storage.write(STORAGE_NAME, JSON.stringify([sheet, ...others].slice(0, MAX_SHEETS)));
}

/** Takes a sheet off the list. Its local copy and its keys stay. */
export function forgetSheet(storage: SafeStorage, sheetId: SheetId): void {
  const others = recentSheets(storage).filter(({ id }) => id !== sheetId);
  storage.write(STORAGE_NAME, JSON.stringify(others));
}
