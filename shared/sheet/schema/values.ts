/** The values that only a sheet has: ratings of a tiltak, and the calculator of a gevinst. */
import * as z from 'zod/mini';
import { asMap, asValue, entries, type Field, json } from '../../document/schema/fields.ts';
import { CALCULATION_KINDS, type CalculationKind, RATINGS, type Rating } from './vocabulary.ts';

/** How large something is, 1 to 5, as a group sets it, or not set yet. */
export function rating(): Field<Rating | null, 'register'> {
  return json(z.nullable(z.literal(RATINGS)), null);
}

export interface Calculation {
  readonly kind: CalculationKind | null;
  readonly factors: Readonly<Record<string, number>>;
  readonly assumptions: string;
}

/** A calculator with every factor kept: `Y.Map { kind, factors: Y.Map, assumptions: Y.Text }`. */
export function calculation(): Field<Calculation, 'entries'> {
  const schema = z.object({
    kind: z._default(z.nullable(z.enum(CALCULATION_KINDS)), null),
    factors: z._default(z.record(z.string(), z.number()), {}),
    assumptions: z._default(z.string(), ''),
  });
  const nothing = { kind: null, factors: {}, assumptions: '' };
  return entries<Calculation>(schema, nothing, ({ kind, factors, assumptions }) => ({
    as: 'map',
    entries: [
      ...(kind === null ? [] : [['kind', asValue(kind)] as const]),
      ['factors', asMap(factors)],
      ['assumptions', { as: 'text', text: assumptions }],
    ],
  }));
}
