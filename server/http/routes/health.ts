/** Whether the server lives, can serve, and how it fares. No key is needed: nothing here is secret. */
import type { FastifyInstance } from 'fastify';
import { type RouteContext, route } from './context.ts';

export function healthRoutes(app: FastifyInstance, { journal, metrics }: RouteContext): void {
  route(app, 'GET', '/healthz', (_request, reply) => reply.send({ status: 'ok' }));

  route(app, 'GET', '/readyz', async (_request, reply) => {
    await journal.check();
    return reply.send({ status: 'ok' });
  });

  route(app, 'GET', '/metrics', async (_request, reply) => {
    const text = await metrics.text();
    return reply.type(metrics.contentType).send(text);
  });
}
