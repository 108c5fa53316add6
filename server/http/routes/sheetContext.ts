/** Where a sheet stands: its programme, the sheet above it, and the dypdykk below. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { parseId, type SheetId } from '../../../shared/ids/ids.ts';
import { KEYS_HEADER, type SheetContext } from '../../../shared/portfolio/sheetContext.ts';
import { admit, type RouteContext, route } from './context.ts';

/** More than a virksomhets-A3 has tiltak, and what a header has room for. */
const MOST_KEYS = 100;

/** Of a sheet that is not projected yet; those who have it open are told as soon as it is. */
const NOT_YET: SheetContext = { program: null, enheter: [], parent: null, dypdykk: [] };

export function sheetContextRoutes(app: FastifyInstance, context: RouteContext): void {
  route(app, 'GET', '/api/sheets/:id/context', async (request, reply) => {
    const { sheetId } = await admit(context, request, 'sheet.read');
    const readable = await readableSheets(context, request);
    const surroundings = await context.readModel.sheetContext(sheetId, readable);
    void reply.header('cache-control', 'private, no-store');
    return reply.send(surroundings ?? NOT_YET);
  });
}

/** The other sheets whose keys the caller has shown. A key that opens nothing shows nothing. */
async function readableSheets(
  context: RouteContext,
  request: FastifyRequest,
): Promise<ReadonlySet<SheetId>> {
  const shown = readKeys(request.headers[KEYS_HEADER]);
  const opened = await Promise.all(
    shown.map(async ([sheetId, key]) => ((await opens(context, sheetId, key)) ? [sheetId] : [])),
  );
  return new Set(opened.flat());
}

async function opens({ links }: RouteContext, sheetId: SheetId, key: string): Promise<boolean> {
  try {
    await links.authenticate(sheetId, key, 'sheet.read', 'sheet');
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'store.unavailable') return false;
    throw error;
  }
}

function readKeys(header: string | readonly string[] | undefined): [SheetId, string][] {
  const parts = [header ?? []].flat().flatMap((each) => each.split(','));
  const filled = parts.map((part) => part.trim()).filter((part) => part !== '');
  if (filled.length > MOST_KEYS) throw new Refusal('body.invalid', `Se på: ${KEYS_HEADER}.`);
  return filled.map((part) => {
    const [id, key] = splitOnce(part);
    const sheetId = parseId<SheetId>(id);
    if (sheetId === undefined) throw new Refusal('body.invalid', `Se på: ${KEYS_HEADER}.`);
    return [sheetId, key];
  });
}

function splitOnce(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at === -1 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}
