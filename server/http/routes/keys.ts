/** The facilitator's view of a sheet's links, and their renewal. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { ROLES } from '../../../shared/access/roles.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { admit, linksOf, type RouteContext, route } from './context.ts';

const rotateSchema = z.strictObject({
  roles: z.array(z.enum(ROLES)).check(z.minLength(1), z.maxLength(ROLES.length)),
});

export function keyRoutes(app: FastifyInstance, context: RouteContext): void {
  const { links, rooms } = context;

  route(app, 'GET', '/api/sheets/:id/keys', async (request, reply) => {
    const { sheetId, key } = await admit(context, request, 'keys.list');
    const keys = await links.show(sheetId, key);
    void reply.header('cache-control', 'no-store');
    return reply.send({ keys, links: linksOf(context, request, sheetId, keys) });
  });

  route(app, 'POST', '/api/sheets/:id/keys/rotate', async (request, reply) => {
    const { sheetId, key } = await admit(context, request, 'keys.rotate');
    const body = rotateSchema.safeParse(request.body);
    if (!body.success) throw new Refusal('body.invalid', 'Se på: roles.');
    const { keys, revoked } = await links.rotate(sheetId, key, [...new Set(body.data.roles)]);
    rooms.revoke(sheetId, revoked);
    void reply.header('cache-control', 'no-store');
    return reply.send({ keys, links: linksOf(context, request, sheetId, keys) });
  });
}
