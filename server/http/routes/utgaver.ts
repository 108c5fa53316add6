/** Frozen utgaver of a sheet: freezing one, reading them, and what differs between two. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { run } from '../../../shared/document/commands/command.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import type { SheetId } from '../../../shared/ids/ids.ts';
import { setHeaderText } from '../../../shared/sheet/commands/header.ts';
import { diffSnapshots } from '../../../shared/sheet/diff/diff.ts';
import {
  parseSnapshot,
  readHeader,
  readSnapshot,
  type Snapshot,
} from '../../../shared/sheet/snapshot/snapshot.ts';
import type { UtgaveContent, UtgaveRecord } from '../../records/port.ts';
import type { Room } from '../../rooms/room.ts';
import { admit, type RouteContext, routes, SERVER } from './context.ts';

/** As DOMAIN has it: `1.0` before the political treatment, `2.0` after the vedtak. */
const EDITION = /^\d{1,4}\.\d{1,4}$/;

const newUtgaveSchema = z.strictObject({
  /** The sheet's own when left out. */
  edition: z.optional(z.string().check(z.trim(), z.regex(EDITION))),
  saksnummer: z._default(z.string().check(z.trim(), z.maxLength(100)), ''),
  merknad: z._default(z.string().check(z.trim(), z.maxLength(2000)), ''),
});

export function utgaveRoutes(app: FastifyInstance, context: RouteContext): void {
  const { records } = context;
  const path = '/api/sheets/:id/utgaver';

  routes(app, path, {
    GET: async (request, reply) => {
      const { sheetId } = await admit(context, request, 'sheet.read');
      const utgaver = await records.listUtgaver(sheetId);
      void reply.header('cache-control', 'private, no-cache');
      return reply.send({ utgaver: utgaver.map(shown) });
    },
    POST: (request, reply) => freeze(context, request, reply),
  });

  routes(app, `${path}/diff`, {
    GET: async (request, reply) => {
      const { sheetId } = await admit(context, request, 'sheet.read');
      const { fra, til } = readQuery(request.query);
      const [before, after] = [
        await frozen(context, sheetId, fra),
        til === undefined ? await current(context, sheetId) : await frozen(context, sheetId, til),
      ];
      void reply.header('cache-control', 'private, no-cache');
      return reply.send({ fra, til: til ?? null, ...diffSnapshots(before, after) });
    },
  });

  routes(app, `${path}/:edition`, {
    GET: async (request, reply) => {
      const { sheetId } = await admit(context, request, 'sheet.read');
      const { edition = '' } = request.params as { readonly edition?: string };
      const { utgave, content, sha256 } = await find(context, sheetId, edition);
      const snapshot: unknown = JSON.parse(content);
      void reply.headers({ 'cache-control': 'private, no-cache', etag: `"${sha256}"` });
      return reply.send({ ...shown(utgave), sha256, snapshot });
    },
  });
}

async function freeze(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { records, rooms, now } = context;
  const { sheetId, actor } = await admit(context, request, 'utgave.freeze');
  const body = newUtgaveSchema.safeParse(request.body === undefined ? {} : request.body);
  if (!body.success) throw new Refusal('body.invalid', 'Skriv utgaven som tall, for eksempel 1.0.');
  const { saksnummer, merknad } = body.data;
  const utgave = await rooms.use(sheetId, async (room): Promise<UtgaveRecord> => {
    const edition = body.data.edition ?? editionOf(room);
    if ((await records.findUtgave(sheetId, edition)) !== undefined) {
      throw new Refusal('utgave.exists');
    }
    await setEdition(context, room, edition);
    const { snapshot } = room.read(readSnapshot);
    const { keyId } = actor;
    const frozenNow = { sheetId, edition, saksnummer, merknad, keyId, createdAt: now() };
    if (!(await records.addUtgave(frozenNow, JSON.stringify(snapshot)))) {
      throw new Refusal('utgave.exists');
    }
    return frozenNow;
  });
  return reply
    .code(201)
    .headers({
      location: `/api/sheets/${sheetId}/utgaver/${utgave.edition}`,
      'cache-control': 'no-store',
    })
    .send(shown(utgave));
}

function editionOf(room: Room): string {
  const edition = room.read((doc) => readHeader(doc)).edition.trim();
  if (!EDITION.test(edition)) {
    throw new Refusal('body.invalid', 'Arket har ikke fått utgavenummer, for eksempel 1.0.');
  }
  return edition;
}

/** The sheet says itself which edition it is; what is frozen must say so too. */
async function setEdition(context: RouteContext, room: Room, edition: string): Promise<void> {
  if (room.read((doc) => readHeader(doc)).edition === edition) return;
  await room.change((copy) => {
    run(copy, setHeaderText('edition', edition), { origin: SERVER, random: context.random });
  });
}

/** What is told of an utgave. Who froze it is the server's own. */
function shown({ edition, saksnummer, merknad, createdAt }: UtgaveRecord): object {
  return { edition, saksnummer, merknad, createdAt: new Date(createdAt).toISOString() };
}

async function find(
  { records }: RouteContext,
  sheetId: SheetId,
  edition: string,
): Promise<UtgaveContent> {
  const found = await records.findUtgave(sheetId, edition);
  if (found === undefined) throw new Refusal('utgave.unknown');
  return found;
}

async function frozen(context: RouteContext, sheetId: SheetId, edition: string): Promise<Snapshot> {
  const { content } = await find(context, sheetId, edition);
  const parsed = parseSnapshot(JSON.parse(content));
  if (!('snapshot' in parsed)) throw new Refusal('sheet.unreadable');
  return parsed.snapshot;
}

function current({ rooms }: RouteContext, sheetId: SheetId): Promise<Snapshot> {
  return rooms.use(sheetId, (room) => room.read(readSnapshot).snapshot);
}

function readQuery(query: unknown): { readonly fra: string; readonly til: string | undefined } {
  const { fra, til } = query as { readonly fra?: unknown; readonly til?: unknown };
  const isMissing = typeof fra !== 'string' || (til !== undefined && typeof til !== 'string');
  if (isMissing) throw new Refusal('body.invalid', 'Se på: fra, til.');
  return { fra, til };
}
