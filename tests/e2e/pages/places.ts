/** Places on the page of a board, in page units: four to a millimetre. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where nothing stands on a page without words, section by section. */
export const FREE = {
  begrunnelse: { x: 300, y: 360 },
  naasituasjon: { x: 300, y: 720 },
  rotaarsaker: { x: 300, y: 1090 },
  maaling: { x: 1250, y: 1090 },
} as const satisfies Record<string, Place>;

/** How far two people's boards may differ, and a hand be off. */
export const NEAR = 3;
