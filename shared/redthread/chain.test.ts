import { expect, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import { aSheet } from '../../tests/world/sheets.ts';
import { aSnapshot } from '../../tests/world/snapshots.ts';
import { readSnapshot, type Snapshot } from '../sheet/snapshot/snapshot.ts';
import { type ChainNode, COLUMNS, chainMap, keyOf, linkedTo } from './chain.ts';
import { type ChainTree, chainTrees, threadOf } from './threads.ts';

type Links = Partial<Record<'tiltak' | 'gevinster' | 'maalinger', readonly (readonly number[])[]>>;

/** Two rotårsaker, two tiltak, two gevinster, two målinger; `links` tells each row's, by place. */
function aMap(links: Links, change: (snapshot: Snapshot) => Snapshot = (same) => same) {
  const { doc } = aSheet({
    rotaarsaker: [{ title: 'R0' }, { title: 'R1' }],
    tiltak: [{ title: 'T0' }, { title: 'T1' }],
    gevinster: [{ title: 'G0' }, { title: 'G1' }],
    maalinger: [{ name: 'M0' }, { name: 'M1' }],
  });
  const bare = readSnapshot(doc).snapshot;
  const ids = (of: (typeof COLUMNS)[number], places: readonly number[] = []) =>
    places.map((place) => bare[of][place]?.id ?? 'borte-borte');
  const snapshot = change({
    ...bare,
    tiltak: bare.tiltak.map((each, at) => ({
      ...each,
      rotaarsaker: ids('rotaarsaker', links.tiltak?.[at]),
    })),
    gevinster: bare.gevinster.map((each, at) => ({
      ...each,
      tiltak: ids('tiltak', links.gevinster?.[at]),
    })),
    maalinger: bare.maalinger.map((each, at) => ({
      ...each,
      gevinster: ids('gevinster', links.maalinger?.[at]),
    })),
  });
  const names = new Map([
    ...snapshot.rotaarsaker.map((each) => [keyOf({ ...each, of: 'rotaarsaker' }), each.title]),
    ...snapshot.tiltak.map((each) => [keyOf({ ...each, of: 'tiltak' }), each.title]),
    ...snapshot.gevinster.map((each) => [keyOf({ ...each, of: 'gevinster' }), each.title]),
    ...snapshot.maalinger.map((each) => [keyOf({ ...each, of: 'maalinger' }), each.name]),
  ] as [string, string][]);
  const map = chainMap(snapshot);
  const named = (name: string): ChainNode => {
    const found = COLUMNS.flatMap((of) => map.columns[of]).find(
      (node) => names.get(keyOf(node)) === name,
    );
    if (found === undefined) throw new RangeError(`No ${name}`);
    return found;
  };
  return {
    map,
    named,
    nameOf: (node: { of: ChainNode['of']; id: string }) => names.get(keyOf(node)),
  };
}

const WHOLE: Links = { tiltak: [[0], [0, 1]], gevinster: [[0, 1], [1]], maalinger: [[0], [1]] };

test('links are read from both ends, in the order of the column they lead to', () => {
  const { named, nameOf } = aMap({ tiltak: [[1, 0], [1]] });
  const names = (name: string, way: 'before' | 'after') => linkedTo(named(name), way).map(nameOf);
  expect(names('T0', 'before')).toEqual(['R0', 'R1']);
  expect(names('R1', 'after')).toEqual(['T0', 'T1']);
  expect(names('R0', 'before')).toEqual([]);
});

test('what is not linked lacks it on that side', () => {
  const { named } = aMap({});
  expect(named('R0').lacks).toEqual(['after']);
  expect(named('T0').lacks).toEqual(['before', 'after']);
  expect(named('G0').lacks).toEqual(['before', 'after']);
  expect(named('M0').lacks).toEqual(['before']);
  const whole = aMap(WHOLE);
  for (const name of ['R0', 'R1', 'T0', 'T1', 'G0', 'G1', 'M0', 'M1']) {
    expect(whole.named(name).lacks).toEqual([]);
  }
});

test('a link to what is gone is no link', () => {
  const { named } = aMap({ tiltak: [[7]], maalinger: [[9]] });
  expect(named('T0').before).toEqual([]);
  expect(named('M0').lacks).toEqual(['before']);
});

test('what is dropped is shown with its links, and lacks nothing', () => {
  const { named } = aMap(
    { tiltak: [[0]], gevinster: [[0], [0, 1]], maalinger: [[0]] },
    (sheet) => ({
      ...sheet,
      tiltak: sheet.tiltak.map((each, at) => (at === 0 ? { ...each, status: 'stoppet' } : each)),
    }),
  );
  expect(named('T0')).toMatchObject({ isDropped: true, lacks: [] });
  expect(named('G0')).toMatchObject({ isDropped: true, lacks: [] });
  expect(named('M0')).toMatchObject({ isDropped: true, lacks: [] });
  expect(named('G1')).toMatchObject({ isDropped: false, lacks: ['after'] });
  expect(named('R0').lacks).toEqual(['after']);
  expect(linkedTo(named('R0'), 'after')).toHaveLength(1);
});

test('a thread goes to both ends, and not to what else its neighbours are linked to', () => {
  const { map, named, nameOf } = aMap(WHOLE);
  const thread = threadOf(map, named('T0'));
  const inThread = COLUMNS.flatMap((of) => map.columns[of].filter((one) => thread.has(keyOf(one))));
  expect(inThread.map(nameOf)).toEqual(['R0', 'T0', 'G0', 'M0']);
});

test('chains are read from each rotårsak on; what comes again is only named', () => {
  const { map, nameOf } = aMap({ ...WHOLE, maalinger: [[0], []] });
  const told = (tree: ChainTree): unknown => [
    `${nameOf(tree.node)}${tree.isRepeated ? ' igjen' : ''}`,
    ...tree.branches.map(told),
  ];
  expect(chainTrees(map).map(told)).toEqual([
    ['R0', ['T0', ['G0', ['M0']]], ['T1', ['G0 igjen'], ['G1']]],
    ['R1', ['T1 igjen']],
    ['M1'],
  ]);
});

test('in any sheet, every link is seen from both ends, and every thing stands once in the chains', () => {
  always(aSnapshot, (snapshot) => {
    const map = chainMap(snapshot);
    const all = COLUMNS.flatMap((of) => map.columns[of]);
    expect(all.map(({ id }) => id)).toEqual(
      COLUMNS.flatMap((of) => snapshot[of].map(({ id }) => id as string)),
    );
    for (const node of all) {
      for (const ref of linkedTo(node, 'after')) {
        expect(map.get(ref)?.before).toContain(node.id);
      }
      for (const ref of linkedTo(node, 'before')) expect(map.get(ref)?.after).toContain(node.id);
      expect(threadOf(map, node).has(keyOf(node))).toBe(true);
    }
    const whole: string[] = [];
    const walk = ({ node, isRepeated, branches }: ChainTree): void => {
      if (!isRepeated) whole.push(keyOf(node));
      branches.forEach(walk);
    };
    chainTrees(map).forEach(walk);
    expect(whole.toSorted()).toEqual(all.map(keyOf).toSorted());
  });
});
