/** Whether a tiltak is late: its frist has passed and the work is neither finished nor stopped. */
import type { Tiltak } from '../../shared/sheet/schema/entities.ts';

/** `today` is `YYYY-MM-DD`. */
export function isLate(tiltak: Pick<Tiltak, 'frist' | 'status'>, today: string): boolean {
  if (tiltak.frist === null || tiltak.frist >= today) return false;
  return tiltak.status === 'ikke_startet' || tiltak.status === 'pagar';
}
