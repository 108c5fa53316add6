/** Making a sheet, reading it, loading it fast, and merging a snapshot into it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { run } from '../../../shared/document/commands/command.ts';
import { Refusal, refusalBecause } from '../../../shared/errors/catalogue.ts';
import { dayInNorway } from '../../../shared/format/norwegianDay.ts';
import {
  type EnhetId,
  isId,
  type ProgramId,
  type SheetId,
  type TiltakId,
} from '../../../shared/ids/ids.ts';
import { createSheet } from '../../../shared/sheet/commands/create.ts';
import { importSnapshot } from '../../../shared/sheet/commands/import.ts';
import { createExample, EXAMPLE_NAMES, EXAMPLES } from '../../../shared/sheet/examples/examples.ts';
import { SHEET_KINDS } from '../../../shared/sheet/schema/vocabulary.ts';
import { parseSnapshot, readSnapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import { MalformedUpdate } from '../../rooms/updateParser.ts';
import { admit, documentOf, linksOf, type RouteContext, route, SERVER } from './context.ts';
import { type DocumentPlan, prepare, readBody, requireCreation } from './creation.ts';
import { DypdykkMaker, type TiltakOfSheet } from './dypdykk.ts';
import { creationLimit, importLimit } from './limits.ts';
import { sendState } from './state.ts';

const IMPORT_BYTES = 5 * 1024 * 1024;

const anId = z.string().check(z.refine(isId));
const newSheetSchema = z.strictObject({
  kind: z.optional(z.enum(SHEET_KINDS)),
  title: z._default(z.string().check(z.trim(), z.maxLength(300)), ''),
  owner: z._default(z.string().check(z.trim(), z.maxLength(300)), ''),
  /** An enhet of the programme. */
  enhetId: z._default(z.nullable(anId), null),
  programId: z.optional(anId),
  /** A key to the programme that may put sheets in it. */
  programKey: z.optional(z.string()),
  parent: z.optional(
    z.strictObject({ sheetId: anId, tiltakId: z._default(z.nullable(anId), null) }),
  ),
  /** A key to the parent that may write on it: the sheet then belongs to the parent's programme. */
  parentKey: z.optional(z.string()),
  example: z.optional(z.enum(EXAMPLE_NAMES)),
});
type NewSheetBody = z.infer<typeof newSheetSchema>;
const NEW_SHEET_PATHS = [...Object.keys(newSheetSchema.shape), 'parent.sheetId', 'parent.tiltakId'];

/** Where a new sheet comes from. */
interface SheetAbove {
  readonly sheetId: SheetId;
  readonly tiltakId: TiltakId | null;
}

export function sheetRoutes(app: FastifyInstance, context: RouteContext): void {
  const { rooms } = context;
  const dypdykk = new DypdykkMaker(context);

  route(app, 'POST', '/api/sheets', (request, reply) => create(context, dypdykk, request, reply), {
    config: { rateLimit: creationLimit },
  });

  route(app, 'GET', '/api/sheets/:id', async (request, reply) => {
    const { sheetId } = await admit(context, request, 'sheet.read');
    const { snapshot, problems } = await rooms.use(sheetId, (room) => room.read(readSnapshot));
    void reply.header('cache-control', 'private, no-cache');
    return reply.send({ ...snapshot, problems });
  });

  route(app, 'GET', '/api/sheets/:id/state', async (request, reply) => {
    const { sheetId, actor } = await admit(context, request, 'sheet.read');
    return sendState(context, request, reply, sheetId, actor);
  });

  route(app, 'POST', '/api/sheets/:id/import', (request, reply) => merge(context, request, reply), {
    bodyLimit: IMPORT_BYTES,
    config: { rateLimit: importLimit },
  });
}

async function create(
  context: RouteContext,
  dypdykk: DypdykkMaker,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  await requireCreation(context, request);
  const body = readBody(newSheetSchema, request.body, NEW_SHEET_PATHS);
  const above = await parentOf(context, body);
  const programId = await programOf(context, body, above?.sheetId);
  const plan = { ...planFor(body, context.now()), programId };
  const make = async () => {
    const prepared = prepare(context, plan);
    await context.records.createSheets([prepared.stored]);
    return prepared;
  };
  const tiltak = above && tiltakOf(above);
  const { id, keys } = await (tiltak === undefined ? make() : dypdykk.make(tiltak, make));
  return reply
    .code(201)
    .headers({ location: `/ark/${id}`, 'cache-control': 'no-store' })
    .send({ id, keys, links: linksOf(context, request, 'ark', id, keys) });
}

/** The sheet above, and the tiltak that is dug into, once a key has been shown that may write there. */
async function parentOf(
  { links }: RouteContext,
  { parent, parentKey }: NewSheetBody,
): Promise<SheetAbove | undefined> {
  if (parent === undefined || parentKey === undefined) return undefined;
  const above = parentFrom(parent);
  await links.authenticate(above.sheetId, parentKey, 'sheet.write', 'sheet');
  return above;
}

function parentFrom({ sheetId, tiltakId }: NonNullable<NewSheetBody['parent']>): SheetAbove {
  // Checked by `anId`.
  return { sheetId: sheetId as SheetId, tiltakId: tiltakId as TiltakId | null };
}

function tiltakOf({ sheetId, tiltakId }: SheetAbove): TiltakOfSheet | undefined {
  return tiltakId === null ? undefined : { sheetId, tiltakId };
}

/** The programme that the sheet is to belong to: the one whose key is shown, or that of the sheet above. */
async function programOf(
  { links, records }: RouteContext,
  { programId, programKey }: NewSheetBody,
  above: SheetId | undefined,
): Promise<ProgramId | undefined> {
  if (programId !== undefined) {
    const program = programId as ProgramId;
    await links.authenticate(documentOf(program), programKey, 'program.sheets', 'program');
    return program;
  }
  return above && (await records.findSheet(above))?.programId;
}

function planFor(body: NewSheetBody, now: number): DocumentPlan {
  const { kind, title, owner, enhetId, parent, example } = body;
  const from = parent && parentFrom(parent);
  if (example !== undefined) {
    const own = EXAMPLES[example]().sheet.kind;
    if (kind !== undefined && kind !== own) {
      throw new Refusal('body.invalid', 'Eksempelet er et ark av en annen type enn kind sier.');
    }
    const command = createExample(example, {
      ...(title === '' ? {} : { title }),
      ...(from === undefined ? {} : { parent: from }),
    });
    return { kind: own, command };
  }
  if (kind === undefined) throw new Refusal('body.invalid', 'Se på: kind.');
  const sheet = { kind, title, owner, enhetId: enhetId as EnhetId | null, date: dayInNorway(now) };
  return { kind, command: createSheet(from === undefined ? sheet : { ...sheet, parent: from }) };
}

async function merge(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sheetId } = await admit(context, request, 'sheet.import');
  const command = importSnapshot(readImport(request.body));
  await context.rooms.use(sheetId, async (room) => {
    try {
      await room.change((copy) => {
        const outcome = run(copy, command, { origin: SERVER, random: context.random });
        if (!outcome.ok) throw new Refusal('import.invalid');
      });
    } catch (error) {
      throw error instanceof MalformedUpdate ? refusalBecause('import.invalid', error) : error;
    }
  });
  return reply.send({ imported: true });
}

const MAX_DEPTH = 100;

function readImport(value: unknown): Parameters<typeof importSnapshot>[0] {
  if (!isShallow(value, 0)) throw new Refusal('import.invalid');
  const parsed = parseSnapshot(value);
  if ('snapshot' in parsed) return parsed.snapshot;
  const [first] = parsed.faults;
  const where = first?.split('/').slice(0, 2).join('/');
  const isOurs = where !== undefined && /^[A-Za-z]+(\/\d+)?$/.test(where);
  throw new Refusal('import.invalid', isOurs ? `Første feil: ${where}.` : undefined);
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth > MAX_DEPTH) return false;
  return Object.values(value).every((each) => isShallow(each, depth + 1));
}
