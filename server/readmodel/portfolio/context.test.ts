import { describe, expect, it } from 'vitest';
import type { ProgramId, SheetId, TiltakId } from '../../../shared/ids/ids.ts';
import { readSnapshot } from '../../../shared/sheet/snapshot/snapshot.ts';
import { A_PROGRAM } from '../../../tests/world/portfolios.ts';
import { aSheet, at, type Contents } from '../../../tests/world/sheets.ts';
import { projectSheet, type SheetRows } from '../rows.ts';
import { type Surroundings, sheetContext } from './context.ts';

const MOMENT = { now: 0, today: '2026-01-01' };
const NOBODY: ReadonlySet<SheetId> = new Set();

function rowsOf(id: string, contents: Contents, programId: string | null = null): SheetRows {
  const place = {
    sheetId: id as SheetId,
    programId: programId as ProgramId | null,
    createdAt: 0,
  };
  const { snapshot } = readSnapshot(aSheet(contents).doc);
  return projectSheet(place, snapshot, 0, { known: new Map(), at: 0 }).rows;
}

const under = (sheetId: string, tiltakId: TiltakId | null = null) => ({
  parent: { sheetId: sheetId as SheetId, tiltakId },
});

function contextOf(surroundings: Partial<Surroundings> & Pick<Surroundings, 'rows'>) {
  const all = { program: undefined, parent: undefined, children: [], ...surroundings };
  return sheetContext(all, NOBODY, MOMENT);
}

describe('the dypdykk of a virksomhets-A3', () => {
  const upper = rowsOf('upper-sheet', {
    tiltak: [{ title: 'Ett' }, { title: 'To', dypdykkId: 'lower-sheet' }],
  });
  const [one, two] = upper.tiltak;

  it('are those that both sides name', () => {
    const named = rowsOf('lower-sheet', { header: under('upper-sheet') });
    const claiming = rowsOf('other-sheet', { header: under('upper-sheet', one?.id ?? null) });
    const silent = rowsOf('lower-sheet', {});
    const { dypdykk } = contextOf({ rows: upper, children: [named, claiming] });
    expect(dypdykk.map(({ sheetId, tiltakId }) => [sheetId, tiltakId])).toEqual([
      ['lower-sheet', two?.id],
    ]);
    expect(contextOf({ rows: upper, children: [silent] }).dypdykk).toEqual([]);
  });

  it('stand in the order of their tiltak', () => {
    const inProgram = { ...upper, sheet: { ...upper.sheet, programId: 'p' as ProgramId } };
    const children = [
      rowsOf('lower-sheet', { header: under('upper-sheet') }, 'p'),
      rowsOf('first-sheet', { header: under('upper-sheet', at(upper.tiltak).id) }, 'p'),
      rowsOf('loose-sheet', { header: under('upper-sheet', 'gone-tiltak' as TiltakId) }, 'p'),
    ];
    const { dypdykk } = contextOf({ rows: inProgram, children });
    expect(dypdykk.map(({ sheetId, tiltakId }) => [sheetId, tiltakId])).toEqual([
      ['first-sheet', one?.id],
      ['lower-sheet', two?.id],
      ['loose-sheet', null],
    ]);
  });

  it('are summed in the years of the programme', () => {
    const lower = rowsOf('lower-sheet', {
      header: under('upper-sheet'),
      gevinster: [{ slag: 'unngaatte_kostnader', estimate: { '2025': 1, '2029': 2 } }],
    });
    const sumIn = (program?: Surroundings['program']) =>
      contextOf({ rows: upper, children: [lower], program }).dypdykk[0]?.sums.kroner.potensial
        .total;
    expect(sumIn(A_PROGRAM)).toBe(1);
    expect(sumIn()).toBe(2);
  });
});
