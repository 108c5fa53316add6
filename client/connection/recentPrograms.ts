/** The programmes opened in this browser, newest first: what the start page offers to open again. */
import * as z from 'zod/mini';
import { ROLES } from '../../shared/access/roles.ts';
import type { ProgramId } from '../../shared/ids/ids.ts';
import { recentList } from './recentList.ts';

export interface RecentProgram {
  readonly id: ProgramId;
  readonly name: string;
  readonly role: (typeof ROLES)[number];
  /** Milliseconds since 1970. */
  readonly lastOpened: number;
}

const programSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  lastOpened: z.number(),
});

export const {
  list: recentPrograms,
  remember: rememberProgram,
  forget: forgetProgram,
} = recentList<RecentProgram>('a3:program', (stored) => {
  const parsed = programSchema.safeParse(stored);
  return parsed.success ? { ...parsed.data, id: parsed.data.id as ProgramId } : undefined;
});
