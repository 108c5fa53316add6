/** A sheet as a file to keep or to work on elsewhere. */
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import { readSnapshot, type Snapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import { writeCsv } from '../../exports/csv.ts';
import type { Exporter } from '../../exports/exporter.ts';
import { attachment } from '../attachment.ts';
import { admit, type Handler, type RouteContext, route } from './context.ts';
import { exportLimit } from './limits.ts';

interface Format {
  readonly contentType: string;
  readonly write: (snapshot: Snapshot) => string | Promise<Uint8Array>;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Text is quick; the other formats are written on a thread of their own. */
function formatsOf(exporter: Exporter): Readonly<Record<string, Format>> {
  return {
    json: {
      contentType: 'application/json; charset=utf-8',
      write: (snapshot) => JSON.stringify(snapshot, null, 2),
    },
    csv: { contentType: 'text/csv; charset=utf-8', write: writeCsv },
    xlsx: {
      contentType: `${OFFICE}.spreadsheetml.sheet`,
      write: (snapshot) => exporter.write('xlsx', snapshot),
    },
    docx: {
      contentType: `${OFFICE}.wordprocessingml.document`,
      write: (snapshot) => exporter.write('docx', snapshot),
    },
    pdf: {
      contentType: 'application/pdf',
      write: (snapshot) => exporter.write('pdf', snapshot),
    },
  };
}

export function exportRoutes(
  app: FastifyInstance,
  context: RouteContext,
  exporter: Exporter,
): void {
  const formats = formatsOf(exporter);
  const options = { config: { rateLimit: exportLimit } };
  const path = '/api/sheets/:id/export/:format';
  const send: Handler = async (request, reply) => {
    const { sheetId } = await admit(context, request, 'sheet.read');
    const { format: name = '' } = request.params as { readonly format?: string };
    const format = Object.hasOwn(formats, name) ? formats[name] : undefined;
    if (format === undefined) throw new Refusal('format.unknown');
    const { snapshot } = await context.rooms.use(sheetId, (room) => room.read(readSnapshot));
    const file = await format.write(snapshot);
    return reply
      .headers({
        'cache-control': 'private, no-cache',
        'content-disposition': attachment(snapshot.sheet.title, 'A3', name),
      })
      .type(format.contentType)
      .send(file);
  };
  route(app, 'GET', path, send, options);
}
