/** A number with its måleenhet, as one says it: «32,8 %», «1 200 kroner». */
import { formatNumber, type NumberFormat } from '../format/number.ts';

/** Keeps the number and its unit on one line. */
const NO_BREAK_SPACE = '\u00a0';

export function amountWithUnit(value: number, unit: string, format?: NumberFormat): string {
  const word = unit.trim();
  const number = formatNumber(value, format);
  if (word === '' || isCount(word)) return number;
  return `${number}${NO_BREAK_SPACE}${isPercent(word) ? '%' : word}`;
}

/** Whether a måleenhet only says that something is counted: «antall», in nynorsk «tal». */
function isCount(unit: string): boolean {
  return /^(antall?|tall?)$/i.test(unit);
}

/** Whether a måleenhet is hundredths: «prosent», «pst.», «%». */
export function isPercent(unit: string): boolean {
  return /^(prosent|percent|pst\.?|%)$/i.test(unit.trim());
}

/**
 * Whether a value's own text names another unit than the måling has: «14 kr» where prosent is
 * measured, «42 %» where kroner are. A måleenhet that is the group's own word, such as
 * «dekningsgrad», contradicts nothing.
 */
export function namesOtherUnit(text: string, unit: string): boolean {
  const [named, measured] = [kindWithin(text), kindOf(unit.trim())];
  return named !== undefined && measured !== undefined && named !== measured;
}

type UnitKind = 'count' | 'kroner' | 'percent' | 'time';

function kindWithin(text: string): UnitKind | undefined {
  if (/%\s*$/.test(text)) return 'percent';
  return /^\s*kr\b|\d\s*(?:kr\.?|kroner|,[-–—])\s*$/i.test(text) ? 'kroner' : undefined;
}

function kindOf(unit: string): UnitKind | undefined {
  if (isPercent(unit)) return 'percent';
  if (isCount(unit)) return 'count';
  if (/kr\b|krone|\bnok\b/i.test(unit)) return 'kroner';
  return /^(tim(?:e|ar)|minutt|dag|døgn)/i.test(unit) ? 'time' : undefined;
}

/**
 * A share of the way in whole hundredths: «41 %». What is not quite there is 99 % at most, so that
 * 100 % always means that ønsket verdi is reached.
 */
export function shareInPercent(share: number): string {
  const percent = Math.round(share * 100);
  return `${formatNumber(share < 1 ? Math.min(percent, 99) : percent)}${NO_BREAK_SPACE}%`;
}
