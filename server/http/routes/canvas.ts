/** What the canvas needs to know of this installation. No key is needed: nothing here is secret. */
import type { FastifyInstance } from 'fastify';
import { type RouteContext, route } from './context.ts';

export function canvasRoutes(app: FastifyInstance, { config }: RouteContext): void {
  route(app, 'GET', '/api/canvas', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ licenseKey: config.tldrawLicenseKey ?? null }),
  );
}
