/** That the worked programme is whole, ties its sheets together, and says what the sources say. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { done } from '../../../tests/world/sheets.ts';
import { estimateByYear, gevinstState } from '../../gevinst/amounts.ts';
import type { SheetId } from '../../ids/ids.ts';
import { createFromSnapshot } from '../../sheet/commands/create.ts';
import { parseSnapshot, readSnapshot } from '../../sheet/snapshot/snapshot.ts';
import { createProgramFromSnapshot } from '../commands/program.ts';
import { type EnhetNode, enhetTree } from '../enheter.ts';
import { parseProgram, readProgram } from '../snapshot/snapshot.ts';
import { PROGRAM_EXAMPLES } from './examples.ts';

const SURNAMES = ['Ardon', 'Aksnes', 'Veisetaune', 'Erle', 'Aas', 'Nøst', 'Heistad', 'Lindblom'];

function anExample() {
  let count = 0;
  return PROGRAM_EXAMPLES.levanger(() => {
    count += 1;
    return `ark-nummer-${count}` as SheetId;
  });
}

describe('the programme Levanger 3.0', () => {
  const { program, sheets } = anExample();

  it('makes documents that read as it says, without problems', () => {
    expect(parseProgram(JSON.parse(JSON.stringify(program)))).toEqual({ snapshot: program });
    const doc = new Y.Doc();
    done(doc, createProgramFromSnapshot(program));
    expect(readProgram(doc)).toEqual({ snapshot: program, problems: [] });
    for (const { snapshot } of sheets) {
      expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))).toEqual({ snapshot });
      const sheet = new Y.Doc();
      done(sheet, createFromSnapshot(snapshot));
      expect(readSnapshot(sheet)).toEqual({ snapshot, problems: [] });
    }
  });

  it('has the virksomhets-A3 and a dypdykk for four of its utredningstiltak', () => {
    expect(sheets.map(({ snapshot }) => [snapshot.sheet.kind, snapshot.sheet.title])).toEqual([
      ['virksomhet', 'Levanger kommune 2024–2027'],
      ['dypdykk', 'Avtalelojalitet'],
      ['dypdykk', 'Skolemiljø og spesialundervisning'],
      ['dypdykk', 'TØRN ved Staup helsehus'],
      ['dypdykk', 'Rapporten fra Advansia/PwC'],
    ]);
  });

  it('ties each dypdykk to the tiltak that opened it, both ways, and each sheet to an enhet', () => {
    const [virksomhet, ...dypdykk] = sheets;
    const opened = virksomhet?.snapshot.tiltak.flatMap(({ id, dypdykkId }) =>
      dypdykkId === null ? [] : [[id as string, dypdykkId]],
    );
    expect(new Map(opened as [string, string][])).toEqual(
      new Map(
        dypdykk.map(({ id, snapshot }) => [
          snapshot.sheet.parent?.tiltakId as string,
          id as string,
        ]),
      ),
    );
    for (const { snapshot } of dypdykk) {
      expect(snapshot.sheet.parent?.sheetId).toBe(virksomhet?.id);
    }
    const enheter = new Set<string>(program.enheter.map(({ id }) => id));
    for (const { snapshot } of sheets) expect(enheter).toContain(snapshot.sheet.enhetId);
  });

  it('counts every gevinst once: none stands both on the virksomhets-A3 and on a dypdykk', () => {
    expect(sheets[0]?.snapshot.gevinster).toEqual([]);
    expect(sheets.slice(1).every(({ snapshot }) => snapshot.gevinster.length > 0)).toBe(true);
  });

  it('has the main goal and the three parameters', () => {
    const { name, periodFrom, periodTo } = program.program;
    expect([name, periodFrom, periodTo]).toEqual(['Levanger 3.0', 2024, 2027]);
    expect(
      program.maaltall.map(({ unit, comparison, target, basis }) => [
        unit,
        comparison,
        target.value,
        target.date,
        basis,
      ]),
    ).toEqual([
      ['kroner', 'minst', 200_000_000, '2027-12-31', 'kroner'],
      ['prosent', 'minst', 1.5, '2027-12-31', null],
      ['prosent', 'minst', 7, '2027-12-31', null],
      ['prosent', 'hoyst', 150, '2027-12-31', null],
    ]);
  });

  it('has the usikkerhetsmatrise as reported', () => {
    expect(
      program.usikkerheter.map(({ code, sannsynlighet, konsekvens }) => [
        code,
        sannsynlighet,
        konsekvens,
      ]),
    ).toEqual([
      ['M2', 3.5, 5],
      ['M3', 4.3, 4.1],
      ['R1', 4.3, 4.3],
      ['R2', 4.5, 4.1],
      ['R3', 4.3, 4.1],
      ['R9', 4.3, 4.3],
      ['R10', 4.6, 4.5],
      ['R11', 3.8, 4.5],
      ['R12', 4.3, 4.5],
      ['R13', 4, 4.6],
      ['R14', 4.5, 4.6],
      ['R20', 3.8, 4.8],
    ]);
    const muligheter = program.usikkerheter.filter(({ slag }) => slag === 'mulighet');
    expect(muligheter.map(({ code }) => code)).toEqual(['M2', 'M3']);
    expect(program.usikkerheter.filter(({ tiltak }) => tiltak === '')).toEqual([]);
  });

  it('has the enheter of the regnskap in one tree', () => {
    const [kommune, ...others] = enhetTree(program.enheter);
    expect(others).toEqual([]);
    const numbers = (node: EnhetNode): number =>
      Number(node.enhet.number !== '') +
      node.children.reduce((sum, child) => sum + numbers(child), 0);
    expect(kommune?.children.map((node) => [node.enhet.name, numbers(node)])).toEqual([
      ['Fellesområder', 5],
      ['Oppvekst og utdanning', 12],
      ['Helse og velferd', 5],
      ['Samfunnsutvikling', 6],
      ['Kommunesamarbeid', 2],
    ]);
  });

  it('has milepæler in order of time and activities in all four quarters', () => {
    const dates = program.milepaeler.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates).toContain('2024-02-16');
    expect(dates.at(-1)).toBe('2027-12-31');
    expect(new Set(program.aktiviteter.map(({ quarter }) => quarter))).toEqual(
      new Set(['k1', 'k2', 'k3', 'k4']),
    );
  });

  it('names roles and no person', () => {
    const words = new Set(JSON.stringify(program).match(/\p{L}+/gu));
    expect(SURNAMES.filter((surname) => words.has(surname))).toEqual([]);
  });

  it('has estimates that the portfolio can add up', () => {
    const advansia = sheets.find(({ snapshot }) => snapshot.sheet.title.includes('Advansia'));
    const { gevinster = [], tiltak = [] } = advansia?.snapshot ?? {};
    const sums = new Map<string, number>();
    for (const gevinst of gevinster) {
      const amount = estimateByYear(gevinst, { from: 2024, to: 2027 })['2026'] ?? 0;
      const state = gevinstState(gevinst, tiltak);
      sums.set(state, (sums.get(state) ?? 0) + amount);
    }
    expect(sums).toEqual(
      new Map([
        ['potensial', 4_330_000],
        ['vedtatt', 300_000],
        ['avvist', 3_030_000],
      ]),
    );
  });
});
