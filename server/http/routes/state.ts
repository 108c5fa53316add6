/** The encoded document of a sheet or a programme: what our own client loads before its socket. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SheetId } from '../../../shared/ids/ids.ts';
import { ROLE_HEADER } from '../../../shared/wire/headers.ts';
import type { LinkActor } from '../../gate/links/links.ts';
import type { StateEncoding } from '../../rooms/encodedState.ts';
import type { RouteContext } from './context.ts';

export async function sendState(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
  document: SheetId,
  { role }: LinkActor,
): Promise<FastifyReply> {
  void reply.header(ROLE_HEADER, role);
  return context.rooms.use(document, async (room) => {
    const state = room.encoded();
    const etag = `W/"${state.etag}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' });
    if (request.headers['if-none-match']?.split(/, */).includes(etag) === true) {
      return reply.code(304).send();
    }
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    const bytes = await state.compressed(encoding);
    return reply
      .type('application/octet-stream')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  });
}

/** The best encoding that the client takes. */
function chooseEncoding(header = ''): StateEncoding {
  const taken = header.split(',').flatMap((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim());
    const isRefused = parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
    return isRefused ? [] : [name];
  });
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding)) ?? 'identity';
}
