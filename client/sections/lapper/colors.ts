/**
 * The colours of lapper: the document's keys as colours on the screen, for the form and the canvas
 * alike. Written out rather than as tokens of the page, because pictures of the board take them
 * along. Dark ink on each paper has a contrast of at least 7:1, an edge on white at least 3:1.
 */
import { LAPP_COLORS, type LappColor } from '../../../shared/sheet/schema/vocabulary.ts';

export { LAPP_COLORS, type LappColor };

export interface LappColors {
  /** What the words stand on. */
  readonly paper: string;
  /** The same hue, strong enough for a thin line on white. */
  readonly edge: string;
}

const COLORS: Readonly<Record<LappColor, LappColors>> = {
  gul: { paper: '#fff0a3', edge: '#a17c00' },
  rosa: { paper: '#ffd6e2', edge: '#c9356f' },
  blaa: { paper: '#cfe6ff', edge: '#1f6fc4' },
  gronn: { paper: '#d3f1c9', edge: '#3a8a2e' },
  oransje: { paper: '#ffddb5', edge: '#c25e00' },
  lilla: { paper: '#e6dbff', edge: '#7a4fd0' },
};

/** The key that a lapp is shown by: its own, or the first where it has another program's word. */
export function lappColorKey(color: string): LappColor {
  return LAPP_COLORS.find((known) => known === color) ?? LAPP_COLORS[0];
}

export function lappColor(color: string): LappColors {
  return COLORS[lappColorKey(color)];
}
