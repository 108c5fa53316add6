/** Random values for the registers and cells of new and changed entities. */
import type { CollectionName } from '../../shared/sheet/schema/entities.ts';
import {
  BESLUTNINGER,
  FREQUENCIES,
  GEVINST_SLAG,
  RATINGS,
  SECTION_KEYS,
  TILTAK_SLAG,
  TILTAK_STATUS,
} from '../../shared/sheet/schema/vocabulary.ts';
import type { SeededRandom } from '../world/sheets.ts';

/** Few days, so that people often measure on the same one. */
export const DAYS = ['2026-01-31', '2026-02-28', '2026-03-31'] as const;
export const YEARS = ['2026', '2027'] as const;

export function aDay(random: SeededRandom): string {
  return new Date(Date.UTC(2024, 0, 1 + random.int(1000))).toISOString().slice(0, 10);
}

/** A value for each register of a collection's entities. */
const REGISTERS: Readonly<
  Record<CollectionName, Readonly<Record<string, (random: SeededRandom) => unknown>>>
> = {
  rotaarsaker: {},
  tiltak: {
    slag: (random) => random.pick(TILTAK_SLAG),
    frist: (random) => (random.chance(0.2) ? null : aDay(random)),
    status: (random) => random.pick(TILTAK_STATUS),
    beslutning: (random) => random.pick(BESLUTNINGER),
    dypdykkId: (random) => (random.chance(0.2) ? null : `dypdykk-${random.int(1000)}`),
    gevinstpotensial: (random) => random.pick([null, ...RATINGS]),
    gjennomforbarhet: (random) => random.pick([null, ...RATINGS]),
  },
  gevinster: {
    slag: (random) => random.pick(GEVINST_SLAG),
    realiseresDato: (random) => (random.chance(0.2) ? null : aDay(random)),
  },
  maalinger: {
    frequency: (random) => (random.chance(0.2) ? null : random.pick(FREQUENCIES)),
  },
  lapper: {
    xy: (random) => [random.int(1000), random.int(1000) / 2],
    color: (random) => random.pick(['gul', 'rosa', 'blå']),
    author: (random) => random.pick(['Kari', 'Ola', 'Ænes']),
    section: (random) => (random.chance(0.2) ? null : random.pick(SECTION_KEYS)),
    group: (random) => random.pick(['', 'gruppe-a', 'gruppe-b']),
  },
};

/** One to three registers of a collection with new values. Empty for those that have none. */
export function aPatch(name: CollectionName, random: SeededRandom): Record<string, unknown> {
  const keys = random.shuffled(Object.keys(REGISTERS[name])).slice(0, 1 + random.int(3));
  return Object.fromEntries(keys.map((key) => [key, REGISTERS[name][key]?.(random)]));
}

/** The key of a cell that all entities of a collection have and that says what they are. */
export const TITLES: Readonly<Record<CollectionName, string>> = {
  rotaarsaker: 'title',
  tiltak: 'title',
  gevinster: 'title',
  maalinger: 'name',
  lapper: 'text',
};
