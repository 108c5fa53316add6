/**
 * What every response says about how a browser may use it. Nothing is loaded from another host;
 * inline styles and `data:` are what tldraw needs for its watermark and for images.
 */
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

export async function addSecurityHeaders(
  app: FastifyInstance,
  publicUrl: URL | undefined,
): Promise<void> {
  await app.register(helmet, securityHeaders(publicUrl));
}

function securityHeaders(publicUrl: URL | undefined): FastifyHelmetOptions {
  const isHttps = publicUrl?.protocol === 'https:';
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", ...socketOrigins(publicUrl)],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    // Meant for the whole host name for a year, so only where people reach us by https alone.
    hsts: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  };
}

/** Older Safari does not count sockets of the same host as `'self'`. */
function socketOrigins(publicUrl: URL | undefined): string[] {
  if (publicUrl === undefined) return [];
  return [`${publicUrl.protocol === 'https:' ? 'wss' : 'ws'}://${publicUrl.host}`];
}

/** For the few answers that are written before any route is found. */
export const BARE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
