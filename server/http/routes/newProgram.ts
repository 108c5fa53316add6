/** Making a programme: an empty one, or a worked example together with its sheets. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { dayInNorway } from '../../../shared/format/norwegianDay.ts';
import { mintId, type ProgramId, type SheetId } from '../../../shared/ids/ids.ts';
import {
  createProgram,
  createProgramFromSnapshot,
} from '../../../shared/program/commands/program.ts';
import {
  PROGRAM_EXAMPLE_NAMES,
  PROGRAM_EXAMPLES,
  type ProgramExampleName,
} from '../../../shared/program/examples/examples.ts';
import { programPeriod } from '../../../shared/program/period.ts';
import { YEARS } from '../../../shared/program/schema/vocabulary.ts';
import { createFromSnapshot } from '../../../shared/sheet/commands/create.ts';
import type { SheetKind } from '../../../shared/sheet/schema/vocabulary.ts';
import { linksOf, type RouteContext } from './context.ts';
import { type PreparedDocument, prepare, readBody, requireCreation } from './creation.ts';

const aYear = z.int().check(z.gte(YEARS.first), z.lte(YEARS.last));
const newProgramSchema = z.strictObject({
  name: z._default(z.string().check(z.trim(), z.maxLength(300)), ''),
  periodFrom: z.optional(aYear),
  periodTo: z.optional(aYear),
  /** Decides the period too; the name may be another. */
  example: z.optional(z.enum(PROGRAM_EXAMPLE_NAMES)),
});
type NewProgramBody = z.infer<typeof newProgramSchema>;

interface PreparedSheet extends PreparedDocument {
  readonly kind: SheetKind;
  readonly title: string;
}

interface PreparedProgram {
  readonly program: PreparedDocument;
  readonly sheets: readonly PreparedSheet[];
}

/** Stores the programme and its sheets, all or nothing, and answers what opens each of them. */
export async function sendNewProgram(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  await requireCreation(context, request);
  const body = readBody(newProgramSchema, request.body, Object.keys(newProgramSchema.shape));
  const { program, sheets } =
    body.example === undefined
      ? prepareEmpty(context, body)
      : prepareExample(context, body.example, body);
  await context.records.createSheets([program, ...sheets].map(({ stored }) => stored));
  const opening = (page: 'ark' | 'program', { id, keys }: PreparedDocument) => ({
    id,
    keys,
    links: linksOf(context, request, page, id, keys),
  });
  return reply
    .code(201)
    .headers({ location: `/program/${program.id}`, 'cache-control': 'no-store' })
    .send({
      ...opening('program', program),
      sheets: sheets.map((sheet) => ({
        ...opening('ark', sheet),
        kind: sheet.kind,
        title: sheet.title,
      })),
    });
}

function prepareEmpty(context: RouteContext, body: NewProgramBody): PreparedProgram {
  const command = createProgram({
    name: body.name,
    ...periodOf(body, dayInNorway(context.now())),
  });
  return { program: prepare(context, { kind: 'program', command }), sheets: [] };
}

/** The years given; where an end is left out, as many as an økonomiplan has. */
function periodOf(
  { periodFrom, periodTo }: NewProgramBody,
  today: string,
): { readonly periodFrom: number; readonly periodTo: number } {
  if (periodFrom !== undefined && periodTo !== undefined && periodFrom > periodTo) {
    throw new Refusal('body.invalid', 'Se på: periodFrom, periodTo.');
  }
  const given = { periodFrom: periodFrom ?? null, periodTo: periodTo ?? null };
  const { from, to } = programPeriod(given, today);
  return { periodFrom: from, periodTo: to };
}

function prepareExample(
  context: RouteContext,
  exampleName: ProgramExampleName,
  { name, periodFrom, periodTo }: NewProgramBody,
): PreparedProgram {
  if (periodFrom !== undefined || periodTo !== undefined) {
    throw new Refusal('body.invalid', 'Eksempelet har sin egen periode.');
  }
  const example = PROGRAM_EXAMPLES[exampleName](() => mintId<SheetId>(context.random));
  const { program } = example;
  const named = name === '' ? program : { ...program, program: { ...program.program, name } };
  const prepared = prepare(context, {
    kind: 'program',
    command: createProgramFromSnapshot(named),
  });
  return {
    program: prepared,
    sheets: example.sheets.map(({ id, snapshot }, index) => {
      const { kind, title } = snapshot.sheet;
      const sheet = prepare(context, {
        id,
        kind,
        command: createFromSnapshot(snapshot),
        programId: prepared.id as string as ProgramId,
        // A moment apart, so that they are listed in the example's order.
        createdAt: context.now() + index,
      });
      return { ...sheet, kind, title };
    }),
  };
}
