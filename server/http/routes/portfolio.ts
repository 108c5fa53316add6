/** A programme's portfolio: its sums and rows, and the same as a file. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../shared/errors/catalogue.ts';
import type { Exporter } from '../../exports/exporter.ts';
import { attachment } from '../attachment.ts';
import { admitToProgram, type RouteContext, route } from './context.ts';
import { exportLimit } from './limits.ts';
import { readPortfolioQuery } from './portfolioQuery.ts';

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export function portfolioRoutes(
  app: FastifyInstance,
  context: RouteContext,
  exporter: Exporter,
): void {
  const path = '/api/programs/:id/portfolio';

  route(app, 'GET', path, async (request, reply) => {
    const { programId } = await admitToProgram(context, request, 'program.read');
    const query = readPortfolioQuery(request.query);
    const { bytes } = await context.readModel.portfolio(programId, query);
    return reply
      .header('cache-control', 'private, no-cache')
      .type('application/json; charset=utf-8')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  });

  route(
    app,
    'GET',
    `${path}/export/:format`,
    (request, reply) => sendFile(context, exporter, request, reply),
    { config: { rateLimit: exportLimit } },
  );
}

async function sendFile(
  context: RouteContext,
  exporter: Exporter,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { programId } = await admitToProgram(context, request, 'program.read');
  const { format } = request.params as { readonly format?: string };
  if (format !== 'csv' && format !== 'xlsx') throw new Refusal('format.unknown');
  const rows = await context.readModel.exportRows(programId, readPortfolioQuery(request.query));
  const file = await exporter.writePortfolio(format, rows.bytes);
  return reply
    .headers({
      'cache-control': 'private, no-cache',
      'content-disposition': attachment('Portefølje', 'Portefolje', format),
    })
    .type(CONTENT_TYPES[format])
    .send(Buffer.from(file.buffer, file.byteOffset, file.length));
}
