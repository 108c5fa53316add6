/** A picture in pixels, sharp enough for a screen of twice the density, or for paper. */
import type { BoardPicture } from './boardPicture.ts';

const PIXELS_PER_UNIT = 2;
/** More than this is no use to most programs, and too much for some devices. */
const MAX_SIDE_PX = 8000;

/** Rejects where the browser cannot draw the picture. */
export async function pngOf({ svg, width, height }: BoardPicture): Promise<Blob> {
  const scale = Math.min(PIXELS_PER_UNIT, MAX_SIDE_PX / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to draw on.');
  const image = new Image();
  // Drawn from an address of the page's own (`blob:`), it could not be read back.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be written.'));
      else resolve(blob);
    }, 'image/png');
  });
}
