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
 * measured, «42 %» where kroner are. A text or a måling without a unit contradicts nothing.
 */
export function namesOtherUnit(text: string, unit: string): boolean {
  if (unit.trim() === '') return false;
  if (/%\s*$/.test(text)) return !/%|prosent|percent|pst|andel/i.test(unit);
  const isInKroner = /^\s*kr\b|\d\s*(?:kr\.?|kroner|,[-–—])\s*$/i.test(text);
  return isInKroner && !/kr|nok/i.test(unit);
}

/**
 * A share of the way in whole hundredths: «41 %». What is not quite there is 99 % at most, so that
 * 100 % always means that ønsket verdi is reached.
 */
export function shareInPercent(share: number): string {
  const percent = Math.round(share * 100);
  return `${formatNumber(share < 1 ? Math.min(percent, 99) : percent)}${NO_BREAK_SPACE}%`;
}
