/**
 * Calls to our own server. A call gives a value or a failure that can be shown; it throws only
 * when it was aborted. Answers are checked, since the server may be newer or older than this page.
 */
import * as z from 'zod/mini';
import { ERRORS, type ErrorCode } from '../../shared/errors/catalogue.ts';
import { currentLanguage, errorText, t } from '../i18n/i18n.ts';

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ApiFailure };

export interface ApiFailure {
  /** A code of the catalogue, or `unreachable` when no answer came. */
  readonly code: ErrorCode | 'unreachable';
  /** What to tell the person, in the language shown. */
  readonly text: string;
}

interface ApiCall<Schema extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From `/api`, every part of it already encoded. */
  readonly path: string;
  /** Goes into `Authorization: Bearer`. */
  readonly key?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of `body`. */
  readonly file?: Blob;
  readonly answer: Schema;
  readonly signal?: AbortSignal | undefined;
}

const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

interface FileCall {
  /** From `/api`, every part of it already encoded. */
  readonly path: string;
  readonly key: string;
  /** Files are made anew each time; one that is not may come from the browser's cache. */
  readonly cache?: RequestCache;
}

/** A file, as the server made it. */
export async function fetchFile({
  path,
  key,
  cache = 'no-store',
}: FileCall): Promise<ApiResult<Blob>> {
  try {
    const headers = { authorization: `Bearer ${key}` };
    const response = await fetch(path, { headers, cache });
    if (!response.ok) return failed(failureOf(await readJson(response)));
    return { ok: true, value: await response.blob() };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return failed({ code: 'unreachable', text: t('api.unreachable') });
  }
}

export async function callApi<Schema extends z.ZodMiniType>(
  call: ApiCall<Schema>,
): Promise<ApiResult<z.infer<Schema>>> {
  let response: Response;
  try {
    response = await fetch(call.path, requestOf(call));
  } catch (error) {
    call.signal?.throwIfAborted();
    if (!(error instanceof TypeError)) throw error;
    return failed({ code: 'unreachable', text: t('api.unreachable') });
  }
  const content = await readJson(response);
  if (!response.ok) return failed(failureOf(content));
  const answer = call.answer.safeParse(content);
  if (!answer.success) return failed({ code: 'internal', text: errorText('internal') });
  return { ok: true, value: answer.data };
}

function requestOf(call: ApiCall<z.ZodMiniType>): RequestInit {
  const headers = new Headers({ ...call.headers, accept: 'application/json' });
  if (call.key !== undefined) headers.set('authorization', `Bearer ${call.key}`);
  if (call.file !== undefined) headers.set('content-type', 'application/octet-stream');
  else if (call.body !== undefined) headers.set('content-type', 'application/json');
  return {
    method: call.method,
    headers,
    body: call.file ?? (call.body === undefined ? null : JSON.stringify(call.body)),
    signal: call.signal ?? null,
    cache: 'no-store',
  };
}

/** The body as JSON; undefined when it is none, as from a proxy that answers in our server's place. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function failureOf(content: unknown): ApiFailure {
  const answer = errorAnswer.safeParse(content);
  if (!answer.success) return { code: 'internal', text: errorText('internal') };
  const { code, message } = answer.data.error;
  if (!isErrorCode(code)) return { code: 'internal', text: message };
  // The server's bokmål may tell more than the catalogue: what was wrong with this very input.
  return { code, text: currentLanguage() === 'nb' ? message : errorText(code) };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code);
}

function failed(failure: ApiFailure): { readonly ok: false; readonly failure: ApiFailure } {
  return { ok: false, failure };
}
