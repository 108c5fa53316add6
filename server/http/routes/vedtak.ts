/** Political decisions about a sheet's tiltak: recording one, and reading them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { refusalOf, run } from '../../../shared/document/commands/command.ts';
import { isIsoDate } from '../../../shared/document/schema/fields.ts';
import { isSameJson } from '../../../shared/document/schema/json.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import {
  isId,
  mintId,
  type SheetId,
  type TiltakId,
  type VedtakId,
} from '../../../shared/ids/ids.ts';
import { patchTiltak } from '../../../shared/sheet/commands/tiltak.ts';
import { VEDTAK_UTFALL } from '../../../shared/sheet/schema/vocabulary.ts';
import type { TiltakUtfall, VedtakRecord } from '../../records/port.ts';
import type { Room } from '../../rooms/room.ts';
import { admit, type RouteContext, routes, SERVER } from './context.ts';

const anId = z.string().check(z.refine(isId));
const utfallSchema = z.strictObject({ tiltakId: anId, utfall: z.enum(VEDTAK_UTFALL) });
const newVedtakSchema = z.strictObject({
  /** Minted by who records it, so that the same call may be sent again when no answer came. */
  id: z.optional(anId),
  organ: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  saksnummer: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  dato: z.string().check(z.refine(isIsoDate)),
  merknad: z._default(z.string().check(z.trim(), z.maxLength(2000)), ''),
  utfall: z.array(utfallSchema).check(z.minLength(1), z.maxLength(500), z.refine(isEachOnce)),
});

export function vedtakRoutes(app: FastifyInstance, context: RouteContext): void {
  routes(app, '/api/sheets/:id/vedtak', {
    GET: async (request, reply) => {
      const { sheetId } = await admit(context, request, 'sheet.read');
      const vedtak = await context.records.listVedtak(sheetId);
      void reply.header('cache-control', 'private, no-cache');
      return reply.send({ vedtak: vedtak.map(shown) });
    },
    POST: (request, reply) => record(context, request, reply),
  });
}

/**
 * The decision goes on record first, and then the sheet's tiltak follow it: whatever stops the
 * server between the two, nothing that was decided is lost, and sending the call again mends it.
 */
async function record(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sheetId, actor } = await admit(context, request, 'vedtak.record');
  const vedtak = { ...readVedtak(context, sheetId, request.body), keyId: actor.keyId };
  const stored = await context.rooms.use(sheetId, async (room) => {
    requireTiltak(room, vedtak.utfall);
    const isNew = await context.records.addVedtak(vedtak);
    const onRecord = isNew ? vedtak : await requireSame(context, vedtak);
    await follow(context, room, vedtak.utfall);
    return onRecord;
  });
  return reply
    .code(stored === vedtak ? 201 : 200)
    .header('cache-control', 'no-store')
    .send(shown(stored));
}

function readVedtak(
  { now, random }: RouteContext,
  sheetId: SheetId,
  body: unknown,
): Omit<VedtakRecord, 'keyId'> {
  const parsed = newVedtakSchema.safeParse(body);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')));
    const known = [...fields].filter((field) => field in newVedtakSchema.shape);
    throw new Refusal('body.invalid', known.length > 0 ? `Se på: ${known.join(', ')}.` : undefined);
  }
  const { id, organ, saksnummer, dato, merknad, utfall } = parsed.data;
  return {
    // Checked by the schema: each is an id.
    vedtakId: (id as VedtakId | undefined) ?? mintId<VedtakId>(random),
    sheetId,
    organ,
    saksnummer,
    dato,
    merknad,
    utfall: utfall.map((each) => ({ ...each, tiltakId: each.tiltakId as TiltakId })),
    createdAt: now(),
  };
}

function requireTiltak(room: Room, utfall: readonly TiltakUtfall[]): void {
  const isGone = (each: TiltakUtfall) =>
    room.read((doc) => refusalOf(doc, decide(each))) !== undefined;
  if (utfall.some(isGone)) {
    throw new Refusal('body.invalid', 'Se på: utfall. Et tiltak finnes ikke på arket.');
  }
}

/** The id is in use: fine when it is this very decision, sent again. */
async function requireSame(context: RouteContext, vedtak: VedtakRecord): Promise<VedtakRecord> {
  const known = await context.records.listVedtak(vedtak.sheetId);
  const stored = known.find(({ vedtakId }) => vedtakId === vedtak.vedtakId);
  if (stored === undefined || !isSameJson(contentOf(stored), contentOf(vedtak))) {
    throw new Refusal('vedtak.exists');
  }
  return stored;
}

async function follow(
  context: RouteContext,
  room: Room,
  utfall: readonly TiltakUtfall[],
): Promise<void> {
  await room.change((copy) => {
    // Somebody may take a row away at this very moment; the others follow all the same.
    for (const each of utfall) run(copy, decide(each), { origin: SERVER, random: context.random });
  });
}

function decide({ tiltakId, utfall }: TiltakUtfall): ReturnType<typeof patchTiltak> {
  return patchTiltak(tiltakId, { beslutning: utfall });
}

function contentOf({ organ, saksnummer, dato, merknad, utfall }: VedtakRecord): object {
  return { organ, saksnummer, dato, merknad, utfall };
}

/** What is told of a vedtak. Who recorded it is the server's own. */
function shown(vedtak: VedtakRecord): object {
  const createdAt = new Date(vedtak.createdAt).toISOString();
  return { id: vedtak.vedtakId, ...contentOf(vedtak), createdAt };
}

function isEachOnce(utfall: readonly { readonly tiltakId: string }[]): boolean {
  return new Set(utfall.map(({ tiltakId }) => tiltakId)).size === utfall.length;
}
