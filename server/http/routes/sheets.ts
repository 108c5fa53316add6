/** Making a sheet, reading it, loading it fast, and merging a snapshot into it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { type Command, run } from '../../../shared/document/commands/command.ts';
import { Refusal, refusalBecause } from '../../../shared/errors/catalogue.ts';
import { isId, mintId, type SheetId, type TiltakId } from '../../../shared/ids/ids.ts';
import { createSheet } from '../../../shared/sheet/commands/create.ts';
import { importSnapshot } from '../../../shared/sheet/commands/import.ts';
import { createExample, EXAMPLE_NAMES, EXAMPLES } from '../../../shared/sheet/examples/examples.ts';
import { SHEET_KINDS } from '../../../shared/sheet/schema/vocabulary.ts';
import { parseSnapshot, readSnapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import { ROLE_HEADER } from '../../../shared/wire/headers.ts';
import { requireAdminKey } from '../../gate/adminKey.ts';
import { bearerOf } from '../../gate/request.ts';
import type { StateEncoding } from '../../rooms/encodedState.ts';
import { newDocument } from '../../rooms/newDocument.ts';
import { MalformedUpdate } from '../../rooms/updateParser.ts';
import { admit, linksOf, type RouteContext, route, SERVER } from './context.ts';
import { creationLimit, importLimit } from './limits.ts';

const IMPORT_BYTES = 5 * 1024 * 1024;

const anId = z.string().check(z.refine(isId));
const newSheetSchema = z.strictObject({
  kind: z.optional(z.enum(SHEET_KINDS)),
  title: z._default(z.string().check(z.trim(), z.maxLength(300)), ''),
  programId: z.optional(anId),
  parent: z.optional(
    z.strictObject({ sheetId: anId, tiltakId: z._default(z.nullable(anId), null) }),
  ),
  example: z.optional(z.enum(EXAMPLE_NAMES)),
});
type NewSheetBody = z.infer<typeof newSheetSchema>;

export function sheetRoutes(app: FastifyInstance, context: RouteContext): void {
  const { rooms } = context;

  route(app, 'POST', '/api/sheets', (request, reply) => create(context, request, reply), {
    config: { rateLimit: creationLimit },
  });

  route(app, 'GET', '/api/sheets/:id', async (request, reply) => {
    const { sheetId } = await admit(context, request, 'sheet.read');
    const { snapshot, problems } = await rooms.use(sheetId, (room) => room.read(readSnapshot));
    void reply.header('cache-control', 'private, no-cache');
    return reply.send({ ...snapshot, problems });
  });

  route(app, 'GET', '/api/sheets/:id/state', (request, reply) =>
    sendState(context, request, reply),
  );

  route(app, 'POST', '/api/sheets/:id/import', (request, reply) => merge(context, request, reply), {
    bodyLimit: IMPORT_BYTES,
    config: { rateLimit: importLimit },
  });
}

async function create(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { config, records, links, now } = context;
  if (config.create === 'key') {
    await requireAdminKey(records, bearerOf(request.headers.authorization));
  }
  const body = readNewSheet(request.body);
  const { kind, command } = commandFor(body, now());
  const state = newDocument((doc) => {
    const outcome = run(doc, command, { origin: SERVER, random: context.random });
    if (!outcome.ok) throw new Error(`A new sheet was refused: ${outcome.refusal.refused}`);
  });
  const id = mintId<SheetId>(context.random);
  const issued = links.issue(id);
  const sheet = { sheetId: id, kind, createdAt: now(), programId: body.programId };
  await records.createSheet(sheet, issued.records, state);
  return reply
    .code(201)
    .headers({ location: `/ark/${id}`, 'cache-control': 'no-store' })
    .send({ id, keys: issued.keys, links: linksOf(context, request, id, issued.keys) });
}

function readNewSheet(value: unknown): NewSheetBody {
  const parsed = newSheetSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).filter(isPlainPath);
  throw new Refusal('body.invalid', where.length > 0 ? `Se på: ${where.join(', ')}.` : undefined);
}

/** Names of our own fields only: what somebody else wrote is not repeated. */
function isPlainPath(path: string): boolean {
  return [
    'kind',
    'title',
    'programId',
    'parent',
    'parent.sheetId',
    'parent.tiltakId',
    'example',
  ].includes(path);
}

function commandFor(
  { kind, title, parent, example }: NewSheetBody,
  now: number,
): { readonly kind: (typeof SHEET_KINDS)[number]; readonly command: Command } {
  // Checked above by `anId`.
  const from = parent && {
    sheetId: parent.sheetId as SheetId,
    tiltakId: parent.tiltakId as TiltakId | null,
  };
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
  const sheet = { kind, title, date: dayInNorway(now) };
  return { kind, command: createSheet(from === undefined ? sheet : { ...sheet, parent: from }) };
}

/** The day in Norway, `YYYY-MM-DD`, wherever the server stands. */
function dayInNorway(now: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(now);
}

async function sendState(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sheetId, actor } = await admit(context, request, 'sheet.read');
  void reply.header(ROLE_HEADER, actor.role);
  return context.rooms.use(sheetId, async (room) => {
    const state = room.encoded();
    const etag = `W/"${state.etag}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' });
    if (request.headers['if-none-match']?.split(/, */).includes(etag) === true) {
      return reply.code(304).send();
    }
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    const bytes = await state.compressed(encoding);
    return reply
      .type('application/octet-stream')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  });
}

/** The best encoding that the client takes. */
function chooseEncoding(header = ''): StateEncoding {
  const taken = header.split(',').flatMap((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return isRefused ? [] : [name];
  });
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding)) ?? 'identity';
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
