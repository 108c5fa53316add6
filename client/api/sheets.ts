/** Creating sheets. */
import * as z from 'zod/mini';
import { type ProgramId, parseId, type SheetId, type TiltakId } from '../../shared/ids/ids.ts';
import type { ExampleName } from '../../shared/sheet/examples/examples.ts';
import type { SheetKind } from '../../shared/sheet/schema/vocabulary.ts';
import { documentKeys } from './keys.ts';
import { type ApiResult, callApi } from './request.ts';

const createdSheet = z.object({
  ...documentKeys.shape,
  id: z.pipe(
    z.string().check(z.refine((id) => parseId<SheetId>(id) !== undefined)),
    z.transform((id) => id as SheetId),
  ),
});

export type CreatedSheet = z.infer<typeof createdSheet>;

/** A sheet of a kind, empty but for its title, or a copy of a worked example. */
export type NewSheet =
  | { readonly kind: SheetKind; readonly title: string; readonly within?: SheetProgram }
  | NewDypdykk
  | { readonly example: ExampleName };

/** A dypdykk that digs into a tiltak; it comes into the programme of the sheet above, if there is one. */
export interface NewDypdykk {
  readonly kind: 'dypdykk';
  readonly title: string;
  readonly owner: string;
  readonly enhetId: string | null;
  readonly parent: { readonly sheetId: SheetId; readonly tiltakId: TiltakId };
  /** A key that may write on the sheet above. */
  readonly parentKey: string;
}

/** The programme that a new sheet is to belong to, and a key of it that may put sheets in it. */
export interface SheetProgram {
  readonly programId: ProgramId;
  readonly programKey: string;
}

/** `adminKey` is asked for by servers that do not let everybody create sheets. */
export function createSheet(sheet: NewSheet, adminKey?: string): Promise<ApiResult<CreatedSheet>> {
  return callApi({
    method: 'POST',
    path: '/api/sheets',
    key: adminKey,
    body: sheetBody(sheet),
    answer: createdSheet,
  });
}

function sheetBody(sheet: NewSheet): object {
  if (!('within' in sheet)) return sheet;
  const { within, ...rest } = sheet;
  return { ...rest, ...within };
}
