import { expect, test } from 'vitest';
import { always } from '../../tests/world/always.ts';
import { aSheet, at } from '../../tests/world/sheets.ts';
import { aSnapshot } from '../../tests/world/snapshots.ts';
import type { Draft } from '../sheet/commands/entities.ts';
import { readSnapshot } from '../sheet/snapshot/snapshot.ts';
import { keyOf } from './chain.ts';
import { type Chain, redThread } from './redThread.ts';

const TODAY = '2026-03-01';

/** One of each, linked and filled in. `change` replaces fields of its things. */
function aChain(
  change: {
    readonly tiltak?: Draft<'tiltak'>;
    readonly gevinst?: Draft<'gevinster'>;
    readonly maaling?: Draft<'maalinger'>;
  } = {},
): Chain {
  const { doc, ids } = aSheet({
    rotaarsaker: [{ title: 'Gamle vaner' }],
    tiltak: [{ title: 'Rutine', ansvar: 'Økonomi', frist: '2026-12-31', ...change.tiltak }],
    gevinster: [{ title: 'Tid', eier: 'Rektor', ...change.gevinst }],
    maalinger: [
      {
        name: 'Timer',
        start: { value: 100, date: '2026-01-01' },
        target: { value: 10, date: '2027-01-01' },
        frequency: 'kvartalsvis',
        series: [{ date: '2026-02-01', value: 90, comment: '' }],
        ...change.maaling,
      },
    ],
  });
  const { rotaarsaker, tiltak, gevinster, maalinger } = readSnapshot(doc).snapshot;
  return {
    rotaarsaker,
    tiltak: tiltak.map((each) => ({
      ...each,
      rotaarsaker: change.tiltak?.rotaarsaker ?? [at(ids.rotaarsaker)],
    })),
    gevinster: gevinster.map((each) => ({
      ...each,
      tiltak: change.gevinst?.tiltak ?? [at(ids.tiltak)],
    })),
    maalinger: maalinger.map((each) => ({
      ...each,
      gevinster: change.maaling?.gevinster ?? [at(ids.gevinster)],
    })),
  };
}

const kindsOf = (chain: Chain, today = TODAY) => redThread(chain, today).map(({ kind }) => kind);

test('a whole chain has no findings', () => {
  expect(kindsOf(aChain())).toEqual([]);
});

test.each([
  [{ tiltak: { rotaarsaker: [] } }, ['rotaarsakUtenTiltak', 'tiltakUtenRotaarsak']],
  [{ gevinst: { tiltak: [] } }, ['tiltakUtenGevinst']],
  [{ maaling: { gevinster: [] } }, ['gevinstUtenMaaling']],
  [{ tiltak: { ansvar: ' \n' } }, ['tiltakUtenAnsvar']],
  [{ tiltak: { frist: null } }, ['tiltakUtenFrist']],
  [{ gevinst: { eier: '' } }, ['gevinstUtenEier']],
  [{ maaling: { start: { value: null, date: '2026-01-01' } } }, ['maalingUtenNullpunkt']],
  [{ maaling: { target: { value: null, date: null } } }, ['maalingUtenOnsketVerdi']],
  [{ maaling: { start: { value: 0, date: null }, target: { value: 0, date: null } } }, []],
  [{ maaling: { frequency: 'maanedlig', series: [] } }, ['maalingForSen']],
  [{ maaling: { frequency: null, series: [] } }, []],
] as const)('one thing missing is one finding of its kind: %j → %j', (change, expected) => {
  expect(kindsOf(aChain(change))).toEqual(expected);
});

test('a måling is late on the day after its frekvens has passed, not before', () => {
  const chain = aChain();
  expect(kindsOf(chain, '2026-05-01')).toEqual([]);
  expect(kindsOf(chain, '2026-05-02')).toEqual(['maalingForSen']);
});

test('a finding names the thing and the field where it is mended', () => {
  const chain = aChain({ tiltak: { ansvar: '', frist: null }, maaling: { gevinster: [] } });
  const [tiltak, gevinst] = [at(chain.tiltak).id, at(chain.gevinster).id];
  expect(redThread(chain, TODAY)).toEqual([
    { of: 'tiltak', id: tiltak, kind: 'tiltakUtenAnsvar', field: 'ansvar' },
    { of: 'tiltak', id: tiltak, kind: 'tiltakUtenFrist', field: 'frist' },
    { of: 'gevinster', id: gevinst, kind: 'gevinstUtenMaaling', field: 'maalinger' },
  ]);
});

test('links to what is gone do not count', () => {
  const whole = aChain();
  expect(kindsOf({ ...whole, rotaarsaker: [] })).toEqual(['tiltakUtenRotaarsak']);
  expect(kindsOf({ ...whole, tiltak: [] })).toEqual(['rotaarsakUtenTiltak']);
  expect(kindsOf({ ...whole, gevinster: [] })).toEqual(['tiltakUtenGevinst']);
  expect(kindsOf({ ...whole, maalinger: [] })).toEqual(['gevinstUtenMaaling']);
});

test.each([{ beslutning: 'avvist' }, { status: 'stoppet' }] as const)(
  'of a dropped tiltak, and of what only it would give, nothing is asked: %j',
  (dropped) => {
    const chain = aChain({
      tiltak: { ...dropped, ansvar: '', frist: null },
      gevinst: { eier: '' },
      maaling: { start: { value: null, date: null } },
    });
    // But nothing is done about the rotårsak any more.
    expect(kindsOf(chain)).toEqual(['rotaarsakUtenTiltak']);
  },
);

test('a finished tiltak needs neither ansvar nor frist', () => {
  expect(kindsOf(aChain({ tiltak: { status: 'gjennomfort', ansvar: '', frist: null } }))).toEqual(
    [],
  );
});

test('an utredning gives its gevinst in its dypdykk, and answers a rotårsak where there are any', () => {
  const utredning = aChain({ tiltak: { slag: 'utredning', rotaarsaker: [] } });
  const alone = { ...utredning, gevinster: [], maalinger: [] };
  expect(kindsOf({ ...alone, rotaarsaker: [] })).toEqual([]);
  expect(kindsOf(alone)).toEqual(['rotaarsakUtenTiltak', 'tiltakUtenRotaarsak']);
});

test('any sheet can be checked; each finding is about something in it, and is told once', () => {
  always(aSnapshot, (snapshot) => {
    const findings = redThread(snapshot, TODAY);
    for (const { of, id } of findings) {
      expect(snapshot[of].some((each) => each.id === id)).toBe(true);
    }
    const told = findings.map((finding) => `${keyOf(finding)} ${finding.kind}`);
    expect(new Set(told).size).toBe(told.length);
  });
});
