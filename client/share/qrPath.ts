/** A QR code as one SVG path, so that it stays sharp at every size. */
import { encode } from 'uqr';

/** Modules of white around the code; fewer than four and some cameras do not find it. */
export const QUIET_ZONE = 4;

export interface QrShape {
  /** Modules along each side, the quiet zone included: the side of the `viewBox`. */
  readonly size: number;
  /** The dark modules, one unit each. */
  readonly path: string;
}

/** Error correction M: a code on a wall is seen at an angle and past people's heads. */
export function qrShape(text: string): QrShape {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return { size, path: data.map(rowPath).join('') };
}

/** Each run of dark modules in a row becomes one rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let start: number | undefined;
  for (const [x, isDark] of [...row, false].entries()) {
    if (isDark) start ??= x;
    else if (start !== undefined) {
      path += `M${start} ${y}h${x - start}v1h${start - x}z`;
      start = undefined;
    }
  }
  return path;
}
