/** Pictures on a sheet: taking one in, and giving it to whoever may read the sheet. */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refusalBecause } from '../../../shared/errors/catalogue.ts';
import { type AssetId, parseAssetId, type SheetId } from '../../../shared/ids/ids.ts';
import {
  type ImageType,
  MAX_IMAGE_BYTES,
  type UploadedImage,
} from '../../../shared/wire/assets.ts';
import { readImageType } from '../../assets/images/image.ts';
import type { StoredAsset } from '../../assets/port.ts';
import { takeImage } from '../../assets/takeImage.ts';
import { discardRest } from '../discardRest.ts';
import { admit, type Handler, type RouteContext, route } from './context.ts';
import { uploadLimit } from './limits.ts';

/** Shown as a page of its own it may run, load and open nothing. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; sandbox";

/** So many pictures come in at once: each may take as much of the disk as the largest. */
const MAX_UNDER_WAY = 100;

export async function assetRoutes(app: FastifyInstance, context: RouteContext): Promise<void> {
  const upload = limited(MAX_UNDER_WAY, (request, reply) => takeIn(context, request, reply));
  // Bodies are bytes here, and only here.
  await app.register((bytesOnly, _options, done) => {
    bytesOnly.removeAllContentTypeParsers();
    bytesOnly.addContentTypeParser('*', (_request, _body, done) => done(null));
    route(bytesOnly, 'POST', '/api/sheets/:id/assets', readably(upload), {
      config: { rateLimit: uploadLimit },
    });
    route(bytesOnly, 'GET', '/api/sheets/:id/assets/:assetId', (request, reply) =>
      send(context, request, reply),
    );
    done();
  });
}

type Upload = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function limited(max: number, handle: Upload): Upload {
  let underWay = 0;
  return async (request, reply) => {
    if (underWay >= max) throw new Refusal('rate.limited');
    underWay += 1;
    try {
      return await handle(request, reply);
    } finally {
      underWay -= 1;
    }
  };
}

/** A refusal waits until the sender has sent all: browsers listen no sooner. */
function readably(handle: Upload): Handler {
  return async (request, reply) => {
    try {
      return await handle(request, reply);
    } catch (error) {
      if (!(await discardRest(request.raw))) void reply.header('connection', 'close');
      throw error;
    }
  };
}

async function takeIn(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sheetId } = await admit(context, request, 'sheet.write');
  if (Number(request.headers['content-length']) > MAX_IMAGE_BYTES) {
    throw new Refusal('asset.tooLarge');
  }
  try {
    const { id, mimeType, width, height, bytes } = await takeImage(
      context.assets,
      sheetId,
      bodyOf(request.raw),
    );
    const url = pathOf(sheetId, id);
    const answer: UploadedImage = { id, url, mimeType, width, height, bytes };
    return reply.code(201).headers({ location: url, 'cache-control': 'no-store' }).send(answer);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'asset.unsaved') {
      request.log.error({ sheetId, err: error }, error.code);
    }
    throw error;
  }
}

/** The body, bit by bit. Ends early without ending the connection. */
async function* bodyOf(message: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    yield* message.iterator({ destroyOnReturn: false });
  } catch (error) {
    // The sender is gone, and nobody reads this answer.
    throw refusalBecause('body.invalid', error);
  }
}

async function send(
  context: RouteContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sheetId } = await admit(context, request, 'sheet.read');
  const { assetId } = request.params as { readonly assetId?: string };
  const id = parseAssetId(assetId);
  const asset = id && (await context.assets.find(sheetId, id));
  if (asset === undefined || id === undefined) throw new Refusal('asset.unknown');
  return sendAsset(request, reply, id, asset);
}

async function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  id: AssetId,
  asset: StoredAsset,
): Promise<FastifyReply> {
  let isStreamed = false;
  try {
    const mimeType = await readImageType(asset);
    // Something else has written over the file.
    if (mimeType === undefined) throw new Refusal('asset.unknown');
    const etag = `"${id}"`;
    void reply.headers({
      etag,
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'authorization',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'content-disposition': `inline; filename="${fileName(id, mimeType)}"`,
    });
    if (request.headers['if-none-match']?.split(/, */).includes(etag) === true) {
      return reply.code(304).send();
    }
    void reply.type(mimeType).header('content-length', asset.bytes);
    isStreamed = true;
    return reply.send(asset.stream());
  } finally {
    if (!isStreamed) await asset.close();
  }
}

function fileName(id: AssetId, mimeType: ImageType): string {
  return `a3-${id.slice(0, 12)}.${mimeType.slice('image/'.length)}`;
}

function pathOf(sheetId: SheetId, id: AssetId): string {
  return `/api/sheets/${sheetId}/assets/${id}`;
}
