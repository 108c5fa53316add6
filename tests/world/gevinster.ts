/** Tiltak and gevinster for tests of amounts: plain ones with what the test is about. */
import * as fc from 'fast-check';
import type { GevinstId, TiltakId } from '../../shared/ids/ids.ts';
import type { Gevinst, Tiltak } from '../../shared/sheet/schema/entities.ts';
import type { Calculation } from '../../shared/sheet/schema/values.ts';
import {
  BESLUTNINGER,
  CALCULATION_FACTORS,
  CALCULATION_KINDS,
  GEVINST_SLAG,
  TILTAK_STATUS,
} from '../../shared/sheet/schema/vocabulary.ts';
import { aDate } from './snapshots.ts';

export function aTiltak(values: Partial<Tiltak> = {}): Tiltak {
  return {
    id: 'tiltak-1' as TiltakId,
    slag: 'endring',
    title: '',
    description: '',
    ansvar: '',
    frist: null,
    status: 'ikke_startet',
    beslutning: 'forslag',
    rotaarsaker: [],
    dypdykkId: null,
    gevinstpotensial: null,
    gjennomforbarhet: null,
    order: '',
    ...values,
  };
}

export function aGevinst(values: Partial<Gevinst> = {}): Gevinst {
  return {
    id: 'gevinst-1' as GevinstId,
    slag: 'unngaatte_kostnader',
    title: '',
    description: '',
    tiltak: [],
    eier: '',
    ansvarlig: '',
    forutsetninger: '',
    omsetting: '',
    realiseresDato: null,
    calculation: { kind: null, factors: {}, assumptions: '' },
    estimate: {},
    realised: {},
    budsjettvirkning: {},
    order: '',
    ...values,
  };
}

/** Numbers as somebody may enter them, impossible ones included. */
const someNumber = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000_000 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
);

/** Any calculator, or none, with any of its factors missing. */
export const aCalculation: fc.Arbitrary<Calculation> = fc
  .constantFrom(null, ...CALCULATION_KINDS)
  .chain((kind) => {
    const names: readonly string[] = kind === null ? [] : CALCULATION_FACTORS[kind];
    const factors = fc.dictionary(fc.constantFrom('ukjent', ...names), someNumber, {
      noNullPrototype: true,
    });
    return fc.record({ kind: fc.constant(kind), factors, assumptions: fc.constant('') });
  });

/** Amounts in years around the økonomiplan 2026–2029. */
const byYear = (amount: fc.Arbitrary<number>) =>
  fc.dictionary(fc.integer({ min: 2024, max: 2031 }).map(String), amount, {
    maxKeys: 4,
    noNullPrototype: true,
  });

export interface Chained {
  readonly tiltak: readonly Tiltak[];
  readonly gevinster: readonly Gevinst[];
}

/** A few tiltak, decided and carried out in every way, and gevinster linked to any of them. */
export function tiltakWithGevinster(amount: fc.Arbitrary<number> = someNumber) {
  const tiltak = fc.array(
    fc.record({
      status: fc.constantFrom(...TILTAK_STATUS),
      beslutning: fc.constantFrom(...BESLUTNINGER),
    }),
    { maxLength: 4 },
  );
  return tiltak.chain((states): fc.Arbitrary<Chained> => {
    const all = states.map((state, at) => aTiltak({ id: `tiltak-${at}` as TiltakId, ...state }));
    const gevinst = fc.record({
      slag: fc.constantFrom(...GEVINST_SLAG),
      tiltak: fc.subarray(all.map(({ id }) => id)),
      realiseresDato: fc.option(aDate),
      calculation: aCalculation,
      estimate: byYear(amount),
      realised: byYear(amount),
      budsjettvirkning: byYear(amount),
    });
    return fc.array(gevinst, { maxLength: 6 }).map((drafts) => ({
      tiltak: all,
      gevinster: drafts.map((draft, at) =>
        aGevinst({ id: `gevinst-${at}` as GevinstId, ...draft }),
      ),
    }));
  });
}
