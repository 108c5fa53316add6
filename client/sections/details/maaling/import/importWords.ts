/** Why a file or a row could not be read, and what to do about it, in the language shown. */
import { formatNumber } from '../../../../../shared/format/number.ts';
import type { RefusedRow } from '../../../../../shared/maaling/seriesTable.ts';
import { MAX_ROWS } from '../../../../../shared/maaling/table.ts';
import type { Translate } from '../../../../i18n/i18n.ts';
import { MAX_FILE_BYTES } from '../xlsx/limits.ts';
import type { SourceFault } from './source.ts';

const MB = 1_000_000;

/** `bytes` is how large the file is. */
export function faultWords(t: Translate, fault: SourceFault, bytes: number): string {
  switch (fault) {
    case 'tooLarge':
      return t('maaling.import.fault.tooLarge', {
        size: formatNumber(Math.ceil(bytes / MB)),
        most: formatNumber(MAX_FILE_BYTES / MB),
      });
    case 'tooManyRows':
      return t('maaling.import.fault.tooManyRows', { most: formatNumber(MAX_ROWS) });
    default:
      return t(`maaling.import.fault.${fault}`);
  }
}

/** Letters of a cell that are shown. */
const MOST_LETTERS = 80;

/** What stands in a cell, cut where it is long. */
export function cellWords(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)} …` : text;
}

/** `unit` is the måling's. */
export function refusalWords(t: Translate, { reason, about }: RefusedRow, unit: string): string {
  switch (reason) {
    case 'notDate':
      return t('maaling.import.row.notDate', { text: cellWords(String(about)) });
    case 'notNumber':
      return t('maaling.import.row.notNumber', { text: cellWords(String(about)) });
    case 'otherUnit':
      return t('maaling.import.row.otherUnit', { text: cellWords(String(about)), unit });
    case 'conflict':
      return t('maaling.import.row.conflict', { line: about });
    case 'repeated':
      return t('maaling.import.row.repeated', { line: about });
    case 'noDate':
    case 'noValue':
    case 'decimalComma':
      return t(`maaling.import.row.${reason}`);
  }
}
