/**
 * Numbers as people in Norway write them: comma before the decimals, a narrow space between the
 * thousands, a true minus sign. The same on every machine, whatever its locale.
 */

/** Narrow no-break space, U+202F. */
const GROUP_SPACE = '\u202f';
/** Minus sign, U+2212. */
const MINUS = '\u2212';

export interface NumberFormat {
  /** Decimals that are always shown; 0 when left out. */
  readonly minDecimals?: number;
  /** Decimals that are shown at most; 2 when left out, and never fewer than `minDecimals`. */
  readonly maxDecimals?: number;
}

/** `1234.5` as `1 234,5`. A number that is not finite is an empty text. */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  if (!Number.isFinite(value)) return '';
  const minDecimals = format.minDecimals ?? 0;
  const maxDecimals = Math.max(format.maxDecimals ?? 2, minDecimals);
  const fixed = formatterFor(minDecimals, maxDecimals).format(Math.abs(value));
  const [whole = '', decimals] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, GROUP_SPACE);
  const isZero = !/[1-9]/.test(fixed);
  const sign = value < 0 && !isZero ? MINUS : '';
  return decimals === undefined ? `${sign}${grouped}` : `${sign}${grouped},${decimals}`;
}

/** A sheet shows many numbers of few formats, and a formatter costs more than what it writes. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(minDecimals: number, maxDecimals: number): Intl.NumberFormat {
  const key = `${minDecimals}–${maxDecimals}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat('en-US', {
      useGrouping: false,
      minimumFractionDigits: minDecimals,
      maximumFractionDigits: maxDecimals,
    });
    formatters.set(key, formatter);
  }
  return formatter;
}

/**
 * The number that a text names, or undefined when it names none. Reads `1 234,5`, `1234.5`,
 * `1.234.567`, `−3`, `85,29 %`, `kr 1 200` and `1 200,-`. A single dot before exactly three digits
 * parts thousands, as in `10.970`, unless only a zero stands before it.
 */
export function parseNumber(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/^kr\.?\s*/i, '')
    .replace(/\s*(?:%|kr\.?|kroner)$/i, '')
    .replace(/,[-–—]$/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[−–-]\s?/, '-')
    .replace(/^\+/, '');
  const match = /^(-?)(\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+)?(?:([,.])(\d+))?$/.exec(bare);
  if (match === null) return undefined;
  const [, sign = '', whole = '', separator, decimals = ''] = match;
  if (whole === '' && decimals === '') return undefined;
  const isThousands =
    separator === '.' && decimals.length === 3 && whole.length <= 3 && !/^0*$/.test(whole);
  const digits = whole.replace(/[ .]/g, '');
  const value = Number(
    isThousands ? `${digits}${decimals}` : `${digits || '0'}.${decimals || '0'}`,
  );
  if (!Number.isFinite(value)) return undefined;
  return sign === '-' && value !== 0 ? -value : value;
}
