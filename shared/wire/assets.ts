/** Pictures on a sheet, as browser and server speak of them. */
import * as z from 'zod/mini';
import { parseAssetId } from '../ids/ids.ts';

/** The largest picture that the server takes. */
export const MAX_IMAGE_BYTES = 10 * 1024 * 1024;

/** What a picture may be, by its content. Not SVG: it can hold scripts and load other files. */
export const IMAGE_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** The answer to `POST /api/sheets/:id/assets`. */
export const uploadedImage = z.object({
  id: z.pipe(
    z.string(),
    z.transform((text, context) => {
      const id = parseAssetId(text);
      if (id !== undefined) return id;
      context.issues.push({ code: 'custom', input: text, message: 'not the id of a picture' });
      return z.NEVER;
    }),
  ),
  /** Path on our own server. Reading it takes the sheet's key. */
  url: z.string(),
  mimeType: z.enum(IMAGE_TYPES),
  /** In pixels, as the picture is shown: a photo that lies on its side has been turned. */
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
  bytes: z.int().check(z.positive()),
});

export type UploadedImage = z.infer<typeof uploadedImage>;
