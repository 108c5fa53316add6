/** What is odd about a måling's own numbers and days. Told at the field; nothing waits for it. */
import type { Maaling } from '../sheet/schema/entities.ts';

/**
 * `sameAsStart`: ønsket verdi equals nullpunkt, so no måloppnåelse can be worked out;
 * `notAfterStart`: it is to be reached no later than the nullpunkt was measured.
 */
export type MaalingFault =
  | { readonly field: 'target.value'; readonly fault: 'sameAsStart' }
  | { readonly field: 'target.date'; readonly fault: 'notAfterStart' };

export function maalingFaults({
  start,
  target,
}: Pick<Maaling, 'start' | 'target'>): MaalingFault[] {
  const faults: MaalingFault[] = [];
  if (start.value !== null && start.value === target.value) {
    faults.push({ field: 'target.value', fault: 'sameAsStart' });
  }
  if (start.date !== null && target.date !== null && target.date <= start.date) {
    faults.push({ field: 'target.date', fault: 'notAfterStart' });
  }
  return faults;
}
