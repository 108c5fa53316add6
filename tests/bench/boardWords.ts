/** What people write on notes in a workshop: seeded, of the length that notes have. */
import { A3_PAGE } from '../../shared/sheet/canvas/geometry.ts';
import type { SeededRandom } from '../world/sheets.ts';

const WORDS =
  'avtale bestiller innkjøp enhet faktura frist opplæring rutine ansvar gevinst måling tilgang katalog leverandør kontroll rammeavtale budsjett oversikt sak vedtak og i på for til med som ikke vi det mangler trenger får bruker kjenner lite tid ulik felles'.split(
    ' ',
  );
/** Around the page too, as far as a fitted window shows. */
const BESIDE = 260;

/** Two to twelve words. */
export function noteWords(random: SeededRandom): string {
  return Array.from({ length: 2 + random.int(11) }, () => random.pick(WORDS)).join(' ');
}

/** Somewhere on the board, in page units. */
export function placeOnBoard(random: SeededRandom): readonly [number, number] {
  return [
    random.int(A3_PAGE.width + 2 * BESIDE) - BESIDE,
    random.int(A3_PAGE.height + BESIDE) - BESIDE / 2,
  ];
}
