/** The sheets opened in this browser, newest first: what the start page offers to open again. */
import * as z from 'zod/mini';
import { ROLES } from '../../shared/access/roles.ts';
import type { SheetId } from '../../shared/ids/ids.ts';
import { SHEET_KINDS, type SheetKind } from '../../shared/sheet/schema/vocabulary.ts';
import { recentList } from './recentList.ts';

export interface RecentSheet {
  readonly id: SheetId;
  readonly title: string;
  readonly kind: SheetKind;
  readonly role: (typeof ROLES)[number];
  /** Milliseconds since 1970. */
  readonly lastOpened: number;
}

const sheetSchema = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(SHEET_KINDS),
  role: z.enum(ROLES),
  lastOpened: z.number(),
});

export const {
  list: recentSheets,
  remember: rememberSheet,
  forget: forgetSheet,
} = recentList<RecentSheet>('a3:ark', (stored) => {
  const parsed = sheetSchema.safeParse(stored);
  return parsed.success ? { ...parsed.data, id: parsed.data.id as SheetId } : undefined;
});
