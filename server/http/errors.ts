/** Every failure as `{ error: { code, message } }` from the catalogue, whatever went wrong. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type ErrorCode,
  errorBody,
  errorEntry,
  Refusal,
  refusalBecause,
} from '../../shared/errors/catalogue.ts';

/** Fastify's own refusals, by the codes it documents. */
const FASTIFY_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body.mediaType',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body.invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body.invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body.invalid',
  FST_ERR_BAD_URL: 'route.unknown',
  FST_ERR_ASYNC_CONSTRAINT: 'route.unknown',
  FST_ERR_MAX_PARAM_LENGTH: 'route.unknown',
};

/** Seconds after which trying again may help, for those refusals where it can. */
const RETRY_AFTER_SECONDS = '5';

export interface ErrorHandling {
  readonly refused: (code: ErrorCode) => void;
  /** Something failed that is no refusal: a bug. */
  readonly failed: (error: unknown, request: FastifyRequest) => void;
}

export function handleErrors(app: FastifyInstance, { refused, failed }: ErrorHandling): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.code === 'internal') failed(error, request);
    refused(refusal.code);
    sendRefusal(reply, refusal);
  });
}

/** Any error as a refusal; what nobody foresaw is `internal`. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = typeof code === 'string' ? FASTIFY_CODES[code] : undefined;
  if (known !== undefined) return refusalBecause(known, error);
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  const isClients = typeof status === 'number' && status >= 400 && status < 500;
  return refusalBecause(isClients ? 'body.invalid' : 'internal', error);
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): void {
  const { status, retryable } = errorEntry(refusal.code);
  if (retryable && status !== 500) void reply.header('retry-after', RETRY_AFTER_SECONDS);
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(errorBody(refusal)));
}
