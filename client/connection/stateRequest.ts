/**
 * `GET …/state`: the encoded document for a fast first load, and the way to learn
 * why a socket was refused, which browsers do not tell.
 */
import * as z from 'zod/mini';
import { ROLES, type Role } from '../../shared/access/roles.ts';
import { ERRORS, type ErrorCode, errorEntry } from '../../shared/errors/catalogue.ts';
import { ROLE_HEADER } from '../../shared/wire/headers.ts';

export type StateAnswer =
  | {
      readonly kind: 'state';
      readonly update: Uint8Array;
      readonly etag: string | undefined;
      /** What the key permits, if the server says so. */
      readonly role: Role | undefined;
    }
  /** The document is as it was when it had the ETag given. */
  | { readonly kind: 'unchanged'; readonly role: Role | undefined }
  /** Our own server said no. Nobody else is believed: a proxy's 404 says nothing of a document. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly isFinal: boolean }
  | { readonly kind: 'unreachable' };

export interface StateRequest {
  /** Such as `https://a3.kommune.no`, without a slash at the end. */
  readonly origin: string;
  /** The document's own, such as `/api/sheets/<id>`. */
  readonly path: string;
  readonly key: string;
  readonly etag: string | undefined;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

/** How long the server may take to begin its answer. */
const ANSWER_TIMEOUT_MS = 10_000;

const errorSchema = z.object({ error: z.object({ code: z.string() }) });

/** Asks for the state. Never rejects. */
export async function requestState(request: StateRequest): Promise<StateAnswer> {
  const abort = new AbortController();
  const end = (): void => abort.abort();
  const timer = setTimeout(end, ANSWER_TIMEOUT_MS);
  request.signal.addEventListener('abort', end);
  try {
    const response = await request.fetch(`${request.origin}${request.path}/state`, {
      headers: {
        authorization: `Bearer ${request.key}`,
        ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
      },
      signal: abort.signal,
    });
    clearTimeout(timer);
    return await readAnswer(response);
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
    request.signal.removeEventListener('abort', end);
  }
}

/** Whether the server has let us in. */
export function isContent(answer: StateAnswer): boolean {
  return answer.kind === 'state' || answer.kind === 'unchanged';
}

async function readAnswer(response: Response): Promise<StateAnswer> {
  const role = ROLES.find((each) => each === response.headers.get(ROLE_HEADER));
  if (response.status === 304) return { kind: 'unchanged', role };
  if (response.ok) {
    // A network's login page is also a 200.
    if (response.headers.get('content-type')?.startsWith('text/')) return { kind: 'unreachable' };
    const update = new Uint8Array(await response.arrayBuffer());
    return { kind: 'state', update, etag: response.headers.get('etag') ?? undefined, role };
  }
  const body = errorSchema.safeParse(await response.json());
  const code = body.success ? body.data.error.code : undefined;
  if (!isErrorCode(code)) return { kind: 'unreachable' };
  return { kind: 'refused', code, isFinal: !errorEntry(code).retryable };
}

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERRORS, code);
}
