import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import {
  aGevinst,
  aTiltak,
  type Chained,
  tiltakWithGevinster,
} from '../../tests/world/gevinster.ts';
import { at, seeded, twoPeers } from '../../tests/world/sheets.ts';
import type { Command } from '../document/commands/command.ts';
import type { GevinstId, TiltakId } from '../ids/ids.ts';
import {
  linkGevinstToTiltak,
  setCalculationKind,
  setFactor,
  setGevinstYear,
} from '../sheet/commands/gevinst.ts';
import type { Gevinst } from '../sheet/schema/entities.ts';
import { yearsOf } from './amounts.ts';
import { type CountedGevinst, sumGevinster, total } from './sums.ts';

const PLAN = { from: 2026, to: 2029 };

const sumOf = ({ tiltak, gevinster }: Chained) =>
  sumGevinster(
    gevinster.map((gevinst) => ({ gevinst, tiltak })),
    PLAN,
  );

/** The same sums with every number as a word: no two that differ are alike. */
const exactly = (sums: ReturnType<typeof sumGevinster>) => JSON.stringify(sums);

describe('worked by hand', () => {
  const vedtatt = aTiltak({ id: 'tiltak-a' as TiltakId, beslutning: 'vedtatt' });
  const forslag = aTiltak({ id: 'tiltak-b' as TiltakId });
  const avvist = aTiltak({ id: 'tiltak-c' as TiltakId, beslutning: 'avvist' });
  const tiltak = [vedtatt, forslag, avvist];
  const gevinst = (id: string, values: Partial<Gevinst>) =>
    aGevinst({ id: id as GevinstId, ...values });

  it('parts what is proposed from what is adopted, and leaves out what is rejected', () => {
    const sums = sumOf({
      tiltak,
      gevinster: [
        gevinst('a', { tiltak: [vedtatt.id, forslag.id], estimate: { '2026': 100, '2027': 200 } }),
        gevinst('b', { tiltak: [forslag.id], estimate: { '2026': 30 } }),
        gevinst('c', { tiltak: [avvist.id], estimate: { '2026': 5 }, realised: { '2026': 2 } }),
        gevinst('d', { slag: 'spart_tid', estimate: { '2026': 845 }, realised: { '2027': 800 } }),
        gevinst('e', { slag: 'okt_kvalitet', budsjettvirkning: { '2028': 40 } }),
      ],
    });
    expect(sums).toEqual({
      count: 5,
      kroner: {
        potensial: { '2026': 30 },
        vedtatt: { '2026': 100, '2027': 200 },
        realisert: { '2026': 2 },
      },
      timer: { potensial: { '2026': 845 }, vedtatt: {}, realisert: { '2027': 800 } },
      budsjettvirkning: { '2028': 40 },
    });
  });

  it('leaves out years outside the period', () => {
    const estimate = { '2025': 1, '2026': 2, '2029': 4, '2030': 8 };
    const { kroner } = sumOf({ tiltak, gevinster: [gevinst('a', { estimate })] });
    expect(kroner.potensial).toEqual({ '2026': 2, '2029': 4 });
    expect(total(kroner.potensial)).toBe(6);
  });

  it('never makes kroner of saved hours', () => {
    const hours = gevinst('a', { slag: 'spart_tid', estimate: { '2026': 1695 } });
    const { kroner, budsjettvirkning } = sumOf({ tiltak, gevinster: [hours] });
    expect([kroner.potensial, budsjettvirkning]).toEqual([{}, {}]);
  });

  it('counts a gevinst once that is given once for each of its tiltak, in any order', () => {
    const one = gevinst('a', { tiltak: [vedtatt.id, forslag.id], estimate: { '2026': 100 } });
    const byLink = [forslag, vedtatt].map((each) => ({ gevinst: one, tiltak: [each] }));
    for (const links of [byLink, byLink.toReversed()]) {
      const { count, kroner } = sumGevinster(links, PLAN);
      expect([count, kroner.vedtatt, kroner.potensial]).toEqual([1, { '2026': 100 }, {}]);
    }
  });
});

describe('for all gevinster', () => {
  test('amounts that round as they are added give the same sum in every order', () => {
    const amounts = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 3 });
    always(fc.tuple(amounts, fc.integer()), ([all, seed]) => {
      const gevinster = all.map((amount, index) =>
        aGevinst({ id: `gevinst-${index}` as GevinstId, realised: { '2026': amount } }),
      );
      const shuffled = seeded(seed).shuffled(gevinster);
      const sums = [gevinster, shuffled].map((each) => sumOf({ tiltak: [], gevinster: each }));
      expect(sums[1]?.kroner.realisert['2026']).toBe(sums[0]?.kroner.realisert['2026']);
    });
  });

  test('the order in which they are given does not change a digit', () => {
    always(
      fc.tuple(tiltakWithGevinster(), fc.integer()),
      ([chained, seed]) => {
        const gevinster = seeded(seed).shuffled(chained.gevinster);
        const tiltak = seeded(seed).shuffled(chained.tiltak);
        expect(exactly(sumOf({ tiltak, gevinster }))).toBe(exactly(sumOf(chained)));
      },
      500,
    );
  });

  test('links that are there twice, and gevinster that are given for each of them, count once', () => {
    always(fc.tuple(tiltakWithGevinster(), fc.integer()), ([chained, seed]) => {
      const { tiltak, gevinster } = chained;
      const twice = gevinster.map((each) => ({
        ...each,
        tiltak: [...each.tiltak, ...each.tiltak],
      }));
      expect(exactly(sumOf({ tiltak, gevinster: twice }))).toBe(exactly(sumOf(chained)));
      const byLink = gevinster.flatMap((gevinst): CountedGevinst[] => [
        { gevinst, tiltak: [] },
        ...tiltak.map((each) => ({ gevinst, tiltak: [each] })),
      ]);
      const sums = sumGevinster(seeded(seed).shuffled(byLink), PLAN);
      expect(exactly(sums)).toBe(exactly(sumOf(chained)));
    });
  });

  test('linked anew, a gevinst may move from potensial to vedtatt; together they stay the same', () => {
    const whole = tiltakWithGevinster(fc.integer({ min: 0, max: 10_000_000 }));
    always(fc.tuple(whole, fc.integer()), ([chained, seed]) => {
      const random = seeded(seed);
      const living = chained.tiltak.map((each) => aTiltak({ id: each.id, beslutning: 'vedtatt' }));
      const unlinked = chained.gevinster.map((each) => ({ ...each, tiltak: [] }));
      const linked = chained.gevinster.map((each) => ({
        ...each,
        tiltak: living.filter(() => random.chance(0.5)).map(({ id }) => id),
      }));
      const before = sumOf({ tiltak: living, gevinster: unlinked });
      const after = sumOf({ tiltak: living, gevinster: linked });
      for (const unit of ['kroner', 'timer'] as const) {
        for (const year of yearsOf(PLAN)) {
          const together = (after[unit].potensial[year] ?? 0) + (after[unit].vedtatt[year] ?? 0);
          const apart = before[unit].potensial[year] ?? 0;
          expect(Math.abs(together - apart)).toBeLessThanOrEqual(1e-9 * Math.abs(apart));
        }
        expect(after[unit].realisert).toEqual(before[unit].realisert);
      }
      expect(after.budsjettvirkning).toEqual(before.budsjettvirkning);
    });
  });

  test('budsjettvirkning is what was entered, and nothing else', () => {
    always(tiltakWithGevinster(fc.nat(1_000_000)), (chained) => {
      const { budsjettvirkning } = sumOf(chained);
      for (const year of yearsOf(PLAN)) {
        const entered = chained.gevinster.map((each) => each.budsjettvirkning[year] ?? 0);
        expect(budsjettvirkning[year] ?? 0).toBe(entered.reduce((sum, each) => sum + each, 0));
      }
    });
  });
});

test('edits that two people make apart sum alike for both, in whatever order they arrive', () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = seeded(seed);
    const { alice, bob, ids, sync, send } = twoPeers({
      seed,
      tiltak: [{ beslutning: 'vedtatt' }, {}, { beslutning: 'avvist' }],
      gevinster: [{ slag: 'spart_tid' }, { slag: 'unngaatte_kostnader' }, {}],
    });
    const edit = (): Command => {
      const id = random.pick(ids.gevinster);
      switch (random.int(4)) {
        case 0:
          return linkGevinstToTiltak(id, random.pick(ids.tiltak), random.chance(0.6));
        case 1:
          return setGevinstYear(id, 'estimate', random.pick(yearsOf(PLAN)), random.int(1e6) / 7);
        case 2:
          return setFactor(id, random.pick(['antall', 'minutterFor']), random.int(1000) / 3);
        default:
          return setCalculationKind(id, random.chance(0.7) ? 'spart_tid' : undefined);
      }
    };
    for (let round = 0; round < 40; round += 1) {
      const peer = random.pick([alice, bob]);
      peer.does(edit());
      if (random.chance(0.1)) send(peer, peer === alice ? bob : alice);
    }
    sync();
    const [hers, his] = [alice.sees(), bob.sees()];
    expect(exactly(sumOf(hers)), `seed ${seed}`).toBe(exactly(sumOf(his)));
    const first = at(ids.gevinster);
    const link = (isLinked: boolean) => linkGevinstToTiltak(first, at(ids.tiltak, 1), isLinked);
    alice.does(link(true));
    const linked = exactly(sumOf(alice.sees()));
    for (const isLinked of [false, true, true]) alice.does(link(isLinked));
    expect(exactly(sumOf(alice.sees())), `seed ${seed}`).toBe(linked);
  }
});
