/** What the making of a sheet and of a programme have in common. */
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { type Command, run } from '../../../shared/document/commands/command.ts';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { mintId, type ProgramId, type SheetId } from '../../../shared/ids/ids.ts';
import { requireAdminKey } from '../../gate/adminKey.ts';
import type { SheetKeys } from '../../gate/links/links.ts';
import { bearerOf } from '../../gate/request.ts';
import type { DocumentKind, NewDocument } from '../../records/port.ts';
import { newDocument } from '../../rooms/newDocument.ts';
import { type RouteContext, SERVER } from './context.ts';

/** Rejects with Refusal `create.forbidden` where only the holder of the admin key may create. */
export async function requireCreation(
  { config, records }: RouteContext,
  request: FastifyRequest,
): Promise<void> {
  if (config.create === 'key') {
    await requireAdminKey(records, bearerOf(request.headers.authorization));
  }
}

export interface DocumentPlan {
  readonly kind: DocumentKind;
  /** Fills an empty document. */
  readonly command: Command;
  readonly programId?: ProgramId | undefined;
  /** Where others already point at it; else a new one. */
  readonly id?: SheetId;
  /** Milliseconds since 1970; now when left out. */
  readonly createdAt?: number;
}

/** A document about to be stored, and the keys that will open it. */
export interface PreparedDocument {
  readonly id: SheetId;
  readonly keys: SheetKeys;
  readonly stored: NewDocument;
}

/** Nothing is stored yet. A plan that the schema refuses is a bug, and throws. */
export function prepare(context: RouteContext, plan: DocumentPlan): PreparedDocument {
  const { kind, command, programId, id = mintId<SheetId>(context.random) } = plan;
  const { createdAt = context.now() } = plan;
  const state = newDocument((doc) => {
    const outcome = run(doc, command, { origin: SERVER, random: context.random });
    if (!outcome.ok) throw new Error(`A new document was refused: ${outcome.refusal.refused}`);
  });
  const issued = context.links.issue(id);
  const sheet = { sheetId: id, kind, createdAt, programId };
  return { id, keys: issued.keys, stored: { sheet, keys: issued.records, state } };
}

/**
 * The body as the schema has it. What is refused names fields of ours only, those in `paths`: what
 * somebody else wrote is not repeated.
 */
export function readBody<T>(schema: z.ZodMiniType<T>, value: unknown, paths: readonly string[]): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues
    .map((issue) => issue.path.join('.'))
    .filter((path) => paths.includes(path));
  throw new Refusal('body.invalid', where.length > 0 ? `Se på: ${where.join(', ')}.` : undefined);
}
