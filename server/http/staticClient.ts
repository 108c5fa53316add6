/**
 * The built client: hashed assets for ever, pages always asked for anew. Compressed copies that
 * stand beside a file (`.br`, `.gz`) are sent to whoever takes them.
 */
import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../shared/errors/catalogue.ts';

const PAGE = 'index.html';
const PAGES = ['/', '/ark/:id', '/program/:id', '/program/:id/portefolje'] as const;

/** Serves the client built in `root`. Pages that are no address of ours get the app's own 404. */
export async function serveClient(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    index: false,
    preCompressed: true,
    cacheControl: false,
    wildcard: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', cacheControlOf(root, path));
    },
  });
  for (const page of PAGES) {
    app.get(page, (_request, reply) => sendPage(reply));
  }
  app.setNotFoundHandler((request, reply) => {
    if (wantsPage(request) && existsSync(join(root, PAGE))) return sendPage(reply.code(404));
    throw new Refusal('route.unknown');
  });
}

function sendPage(reply: FastifyReply): FastifyReply {
  return reply.sendFile(PAGE);
}

/** Somebody who follows a link, not a program that calls the API or a page that loads a part. */
function wantsPage(request: FastifyRequest): boolean {
  const isPage = request.headers.accept?.includes('text/html') === true;
  return request.method === 'GET' && isPage && !/^\/(api|sync)(\/|$|\?)/.test(request.url);
}

/** Vite names what it puts under `assets/` by its content. */
function cacheControlOf(root: string, path: string): string {
  return path.startsWith(join(root, 'assets') + sep)
    ? 'public, max-age=31536000, immutable'
    : 'no-cache';
}
