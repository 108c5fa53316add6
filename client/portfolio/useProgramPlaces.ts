/** The enheter that stand in the open programme, and its sheets as the server lists them. */
import { useEffect, useMemo, useState } from 'react';
import type { PortfolioAnswer } from '../../shared/portfolio/portfolio.ts';
import { type EnhetNode, enhetTree } from '../../shared/program/enheter.ts';
import { fetchProgramSheets, type SheetInProgram } from '../api/programs.ts';
import type { OpenProgram } from '../connection/openProgram.ts';
import { useProgramCollection } from '../program/session.tsx';
import type { PlacedEnhet, ProgramPlaces } from './places.ts';

const NO_SHEETS: readonly SheetInProgram[] = [];

/** The sheets are asked for once, and again when an answer has one that is not among them. */
export function useProgramPlaces(
  program: OpenProgram,
  answer: PortfolioAnswer | undefined,
): ProgramPlaces {
  const rows = useProgramCollection('enheter');
  const enheter = useMemo(() => enhetTree(rows).flatMap(inOrder), [rows]);
  const [sheets, setSheets] = useState(NO_SHEETS);
  const known = useMemo(() => new Set(sheets.map(({ sheetId }) => sheetId)), [sheets]);
  const stranger = answer?.items.find(({ sheetId }) => !known.has(sheetId))?.sheetId;
  useEffect(() => {
    const { accessKey } = program;
    if (stranger === undefined || accessKey === undefined) return;
    const abort = new AbortController();
    fetchProgramSheets(program.id, accessKey, abort.signal).then(
      (result) => result.ok && setSheets(result.value),
      // Broken off.
      () => undefined,
    );
    return () => abort.abort();
  }, [program, stranger]);
  return useMemo(() => ({ enheter, sheets }), [enheter, sheets]);
}

/** Each before those under it. */
function inOrder({ enhet: { id, name }, depth, children }: EnhetNode): readonly PlacedEnhet[] {
  return [{ id, name, depth }, ...children.flatMap(inOrder)];
}
