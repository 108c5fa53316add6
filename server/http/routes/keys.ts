/** The facilitator's view of the links of a sheet or a programme, and their renewal. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { type Permission, ROLES } from '../../../shared/access/roles.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import type { SheetId } from '../../../shared/ids/ids.ts';
import { admit, admitToProgram, linksOf, type RouteContext, route } from './context.ts';

const rotateSchema = z.strictObject({
  roles: z.array(z.enum(ROLES)).check(z.minLength(1), z.maxLength(ROLES.length)),
});

type Gate = (
  request: FastifyRequest,
  permission: Permission,
) => Promise<{ readonly document: SheetId; readonly key: string }>;

export function keyRoutes(app: FastifyInstance, context: RouteContext): void {
  serveKeys(app, context, '/api/sheets/:id/keys', 'ark', async (request, permission) => {
    const { sheetId, key } = await admit(context, request, permission);
    return { document: sheetId, key };
  });
  serveKeys(app, context, '/api/programs/:id/keys', 'program', (request, permission) =>
    admitToProgram(context, request, permission),
  );
}

function serveKeys(
  app: FastifyInstance,
  context: RouteContext,
  path: string,
  page: 'ark' | 'program',
  gate: Gate,
): void {
  const { links, rooms } = context;

  route(app, 'GET', path, async (request, reply) => {
    const { document, key } = await gate(request, 'keys.list');
    const keys = await links.show(document, key);
    void reply.header('cache-control', 'no-store');
    return reply.send({ keys, links: linksOf(context, request, page, document, keys) });
  });

  route(app, 'POST', `${path}/rotate`, async (request, reply) => {
    const { document, key } = await gate(request, 'keys.rotate');
    const body = rotateSchema.safeParse(request.body);
    if (!body.success) throw new Refusal('body.invalid', 'Se på: roles.');
    const { keys, revoked } = await links.rotate(document, key, [...new Set(body.data.roles)]);
    rooms.revoke(document, revoked);
    void reply.header('cache-control', 'no-store');
    return reply.send({ keys, links: linksOf(context, request, page, document, keys) });
  });
}
