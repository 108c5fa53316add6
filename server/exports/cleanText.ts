/**
 * Text as every file format can hold it: whole characters, `\n` for a new line, and none of the
 * control characters and non-characters that XML forbids and paper cannot show.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/(?!\n|\t)\p{Cc}|\p{Noncharacter_Code_Point}/gu, '');
}
