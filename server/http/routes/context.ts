/** What the routes share: whom they ask, and how they know who asks. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Permission } from '../../../shared/access/roles.ts';
import type { Origin } from '../../../shared/document/commands/command.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import {
  type ProgramId,
  parseId,
  type RandomBytes,
  type SheetId,
} from '../../../shared/ids/ids.ts';
import type { Assets } from '../../assets/port.ts';
import type { Config } from '../../config/config.ts';
import type { LinkActor, Links, SheetKeys } from '../../gate/links/links.ts';
import { bearerOf } from '../../gate/request.ts';
import type { Journal } from '../../journal/port.ts';
import type { Metrics } from '../../observe/metrics.ts';
import type { Records } from '../../records/port.ts';
import type { Rooms } from '../../rooms/rooms.ts';

export interface RouteContext {
  readonly config: Config;
  readonly journal: Journal;
  readonly records: Records;
  readonly assets: Assets;
  readonly rooms: Rooms;
  readonly links: Links;
  readonly metrics: Metrics;
  readonly random: RandomBytes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Somebody who has shown a key to the sheet that the address names. */
export interface Admitted {
  readonly sheetId: SheetId;
  readonly key: string;
  readonly actor: LinkActor;
}

/** Somebody who has shown a key to the programme that the address names. */
export interface AdmittedToProgram {
  readonly programId: ProgramId;
  /** What its room, its journal and its keys go by. */
  readonly document: SheetId;
  readonly key: string;
  readonly actor: LinkActor;
}

/**
 * What a programme's document goes by among rooms, journal and keys, which know all documents by
 * the id of a sheet.
 */
export function documentOf(programId: ProgramId): SheetId {
  return programId as string as SheetId;
}

/** Who asks for a sheet; rejects with a Refusal when the key does not permit it. */
export async function admit(
  { links }: RouteContext,
  request: FastifyRequest,
  permission: Permission,
): Promise<Admitted> {
  const { id } = request.params as { readonly id?: string };
  const sheetId = parseId<SheetId>(id);
  if (sheetId === undefined) throw new Refusal('sheet.unknown');
  const key = bearerOf(request.headers.authorization);
  const actor = await links.authenticate(sheetId, key, permission, 'sheet');
  return { sheetId, key: key ?? '', actor };
}

/** Who asks for a programme; rejects with a Refusal when the key does not permit it. */
export async function admitToProgram(
  { links }: RouteContext,
  request: FastifyRequest,
  permission: Permission,
): Promise<AdmittedToProgram> {
  const { id } = request.params as { readonly id?: string };
  const programId = parseId<ProgramId>(id);
  if (programId === undefined) throw new Refusal('program.unknown');
  const document = documentOf(programId);
  const key = bearerOf(request.headers.authorization);
  const actor = await links.authenticate(document, key, permission, 'program');
  return { programId, document, key: key ?? '', actor };
}

export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
type Method = 'GET' | 'POST' | 'DELETE';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What the server writes to a document by itself lands on nobody's undo stack. */
export const SERVER: Origin = { kind: 'server', undoable: false };

export interface RouteOptions {
  readonly bodyLimit?: number;
  readonly config?: { readonly rateLimit?: object };
}

/** One address with the one method that it knows; the others are told so. */
export function route(
  app: FastifyInstance,
  method: Method,
  url: string,
  handler: Handler,
  options: RouteOptions = {},
): void {
  routes(app, url, { [method]: handler }, options);
}

/** One address with the methods that it knows; whoever comes with another is told so. */
export function routes(
  app: FastifyInstance,
  url: string,
  handlers: Readonly<Partial<Record<Method, Handler>>>,
  options: RouteOptions = {},
): void {
  const known = Object.entries(handlers) as [Method, Handler][];
  for (const [method, handler] of known) {
    app.route({ method, url, handler: handler as RouteHandlerMethod, ...options });
  }
  const allowed = known.flatMap(([method]) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  app.route({
    method: METHODS.filter((method) => !allowed.includes(method)),
    url,
    handler: (_request, reply) => {
      void reply.header('allow', allowed.join(', '));
      throw new Refusal('method.unknown');
    },
  });
}

/** The links that carry a document's keys: in the fragment, which browsers send to nobody. */
export function linksOf(
  { config }: RouteContext,
  request: FastifyRequest,
  page: 'ark' | 'program',
  id: SheetId,
  keys: SheetKeys,
): SheetKeys {
  const base = config.publicUrl?.origin ?? `http://${hostOf(request)}`;
  const link = (key: string) => `${base}/${page}/${id}#n=${key}`;
  return {
    les: link(keys.les),
    rediger: link(keys.rediger),
    fasilitator: link(keys.fasilitator),
  };
}

function hostOf(request: FastifyRequest): string {
  const { host = '' } = request.headers;
  if (!/^[A-Za-z0-9.:_[\]-]{1,255}$/.test(host)) throw new Refusal('body.invalid');
  return host;
}
