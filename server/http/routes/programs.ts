/** Making a programme, reading it, and which sheets belong to it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { isId, type ProgramId, parseId, type SheetId } from '../../../shared/ids/ids.ts';
import { readProgram } from '../../../shared/program/snapshot/snapshot.ts';
import { readHeader } from '../../../shared/sheet/snapshot/snapshot.ts';
import type { SheetRecord } from '../../records/port.ts';
import { admit, admitToProgram, type RouteContext, route } from './context.ts';
import { readBody } from './creation.ts';
import { creationLimit } from './limits.ts';
import { sendNewProgram } from './newProgram.ts';
import { sendState } from './state.ts';

const addedSheetSchema = z.strictObject({
  sheetId: z.string().check(z.refine(isId)),
  /** The sheet's own key: only its facilitator says where it belongs. */
  key: z.string(),
});

export function programRoutes(app: FastifyInstance, context: RouteContext): void {
  route(app, 'POST', '/api/programs', (request, reply) => sendNewProgram(context, request, reply), {
    config: { rateLimit: creationLimit },
  });

  route(app, 'GET', '/api/programs/:id', async (request, reply) => {
    const { programId, document } = await admitToProgram(context, request, 'program.read');
    const reading = await context.rooms.use(document, (room) => room.read(readProgram));
    const sheets = await sheetsOf(context, programId);
    void reply.header('cache-control', 'private, no-cache');
    return reply.send({ ...reading.snapshot, problems: reading.problems, sheets });
  });

  route(app, 'GET', '/api/programs/:id/state', async (request, reply) => {
    const { document, actor } = await admitToProgram(context, request, 'program.read');
    return sendState(context, request, reply, document, actor);
  });

  route(app, 'POST', '/api/programs/:id/sheets', (request, reply) =>
    addSheet(context, request, reply),
  );

  route(app, 'DELETE', '/api/programs/:id/sheets/:sheetId', async (request, reply) => {
    const { programId } = await admitToProgram(context, request, 'program.sheets');
    const sheetId = parseId<SheetId>((request.params as { readonly sheetId?: string }).sheetId);
    const isOut =
      sheetId !== undefined && (await context.records.moveSheet(sheetId, programId, undefined));
    if (!isOut) throw new Refusal('sheet.unknown');
    return reply.send({ sheetId });
  });

  route(app, 'DELETE', '/api/sheets/:id/program', async (request, reply) => {
    const { sheetId } = await admit(context, request, 'sheet.program');
    const sheet = await context.records.findSheet(sheetId);
    await context.records.moveSheet(sheetId, sheet?.programId, undefined);
    return reply.send({ sheetId });
  });
}

async function addSheet(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { records, links } = context;
  const { programId } = await admitToProgram(context, request, 'program.sheets');
  const body = readBody(addedSheetSchema, request.body, Object.keys(addedSheetSchema.shape));
  // Checked by the schema.
  const sheetId = body.sheetId as SheetId;
  await links.authenticate(sheetId, body.key, 'sheet.program', 'sheet');
  const isIn =
    (await records.moveSheet(sheetId, undefined, programId)) ||
    (await records.findSheet(sheetId))?.programId === programId;
  if (!isIn) throw new Refusal('program.elsewhere');
  return reply.send({ sheetId });
}

/** What anybody in the programme may know of a sheet in it: not what stands there. */
interface SheetInProgram {
  readonly sheetId: SheetId;
  readonly kind: SheetRecord['kind'];
  readonly createdAt: number;
  /** Null while the sheet cannot be read. */
  readonly title: string | null;
  readonly edition: string | null;
  readonly enhetId: string | null;
  readonly parent: { readonly sheetId: string; readonly tiltakId: string | null } | null;
}

/** From the read model; what it does not know yet, one after the other, from the sheets themselves. */
async function sheetsOf(
  { records, rooms, readModel }: RouteContext,
  programId: ProgramId,
): Promise<readonly SheetInProgram[]> {
  const projected = (await readModel.programSheets(programId).catch(unlessRefused)) ?? [];
  const known = new Map(projected.map((sheet) => [sheet.sheetId, sheet]));
  const sheets: SheetInProgram[] = [];
  for (const { sheetId, kind, createdAt } of await records.listSheets(programId)) {
    const header =
      known.get(sheetId) ??
      (await rooms
        .use(sheetId, (room) => room.read((doc) => readHeader(doc)))
        .catch(unlessRefused));
    const { title = null, edition = null, enhetId = null, parent = null } = header ?? {};
    sheets.push({ sheetId, kind, createdAt, title, edition, enhetId, parent });
  }
  return sheets;
}

/** A sheet that cannot be read now is on the list all the same. */
function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
