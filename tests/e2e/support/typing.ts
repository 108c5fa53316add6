/** Words that tell who typed them, so that it can be seen afterwards that none is lost. */
import { seeded } from '../../world/sheets.ts';

/** Choose another with the environment variable SEED. */
export const SEED = Number(process.env['SEED'] ?? 20_261);

/** Each person's own letters: nobody types another's. */
const ALPHABETS = ['abcdefghijklæøå', 'ABCDEFGHIJKLÆØÅ', '0123456789'] as const;

/** What person number `person` types. */
export function ownWords(person: number, count: number, seed = SEED): string {
  const alphabet = alphabetOf(person);
  const random = seeded(seed + person);
  return Array.from({ length: count }, () => random.pick([...alphabet])).join('');
}

/** What is left of a text when only that person's letters are kept. */
export function wordsOf(person: number, text: string): string {
  const alphabet = alphabetOf(person);
  return [...text].filter((letter) => alphabet.includes(letter)).join('');
}

function alphabetOf(person: number): string {
  const alphabet = ALPHABETS[person];
  if (alphabet === undefined) throw new RangeError('There are alphabets for three people.');
  return alphabet;
}
