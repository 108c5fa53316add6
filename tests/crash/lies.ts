/** The faults that `lyingServer.ts` can have. */

export const LIES = [
  'acknowledges before storing',
  'drops an update now and then',
  'forgets words when it compacts',
  'answers before the sheet is stored',
] as const;
export type Lie = (typeof LIES)[number];

export function isLie(value: unknown): value is Lie {
  return LIES.some((lie) => lie === value);
}
