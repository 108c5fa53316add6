/**
 * Structured logs: one JSON object a line, with event names, ids and numbers. Never a key, never
 * what somebody wrote: requests are logged by route, and of an error only what we or the system
 * said ourselves.
 */
import { type DestinationStream, type Logger, pino } from 'pino';
import { Refusal } from '../../shared/errors/catalogue.ts';
import type { LogLevel } from '../config/config.ts';

export type { Logger } from 'pino';

/** Should a key ever be handed to the log by mistake, it is blotted out here. */
const SECRET_PATHS = [
  'key',
  'keys',
  'nokkel',
  'authorization',
  'cookie',
  'links',
  'headers',
  'url',
];

export function createLogger(level: LogLevel, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: SECRET_PATHS.flatMap((path) => [path, `*.${path}`]),
        censor: '[skjult]',
      },
      serializers: {
        err: (error: unknown) => describeError(error),
        error: (error: unknown) => describeError(error),
        req: (request: { method?: unknown }) => ({ method: request.method }),
        res: (reply: { statusCode?: unknown }) => ({ status: reply.statusCode }),
      },
    },
    destination,
  );
}

interface ErrorDescription {
  readonly name: string;
  readonly code?: unknown;
  readonly message?: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

const MAX_CAUSES = 5;

/**
 * An error for the log. The message is left out unless it is a refusal of ours or the system's
 * own: a parser's message may quote what somebody wrote. Where it happened is always told.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  const isOurs = error instanceof Refusal || 'syscall' in error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    ...(isOurs ? { message: error.message } : {}),
    ...(frames === undefined || error instanceof Refusal ? {} : { stack: frames.join('\n') }),
    ...(error.cause === undefined || depth >= MAX_CAUSES
      ? {}
      : { cause: describeError(error.cause, depth + 1) }),
  };
}
