/**
 * The colours of participants. White text is readable on all of them (contrast at least 4.5:1), and
 * neighbours in the list differ in lightness as well as hue. A colour never stands alone: a name or
 * initials always go with it.
 */
export const PALETTE = [
  '#0B5CAD',
  '#A3330F',
  '#1B6E3C',
  '#7A2E9E',
  '#8A5A00',
  '#B01E5A',
  '#00697A',
  '#4A4FB5',
  '#5C6B00',
  '#8C2F39',
  '#3D5A73',
  '#6B4226',
] as const;

/** The colour that belongs to a person for good: the same on every sheet and in every tab. */
export function colorOf(personId: string): string {
  let sum = 0;
  for (const char of personId) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return PALETTE[sum % PALETTE.length] ?? PALETTE[0];
}
