/** What the read model keeps of a programme's own document. */
import type { Measured } from '../../shared/document/schema/fields.ts';
import { DEFAULT_AARSVERK_HOURS } from '../../shared/gevinst/calculators.ts';
import type { ProgramId } from '../../shared/ids/ids.ts';
import type { PortfolioMaaltall, ProgramEnhet } from '../../shared/portfolio/portfolio.ts';
import type { GevinstWord } from '../../shared/program/schema/vocabulary.ts';
import type { ProgramReading } from '../../shared/program/snapshot/snapshot.ts';

export interface ProgramRows {
  readonly programId: ProgramId;
  readonly name: string;
  /** Years, both ends included; null where nobody has set them. */
  readonly periodFrom: number | null;
  readonly periodTo: number | null;
  readonly hoursPerAarsverk: number;
  readonly gevinstWord: GevinstWord;
  /** In the programme's order; each one's parent is another one of them, or none. */
  readonly enheter: readonly ProgramEnhet[];
  readonly maaltall: readonly Omit<PortfolioMaaltall, 'sums'>[];
  readonly problems: number;
}

export function programRows(
  programId: ProgramId,
  { snapshot, problems }: ProgramReading,
): ProgramRows {
  const { name, periodFrom, periodTo, hoursPerAarsverk, gevinstWord } = snapshot.program;
  return {
    ...{ programId, name, periodFrom, periodTo, hoursPerAarsverk, gevinstWord },
    enheter: snapshot.enheter.map((enhet) => ({
      id: enhet.id,
      parentId: enhet.parent,
      name: enhet.name,
    })),
    maaltall: snapshot.maaltall.map((each) => ({
      ...{ id: each.id, name: each.name, unit: each.unit, comparison: each.comparison },
      ...{ target: each.target, basis: each.basis },
      latest: latestOf(each.series),
    })),
    problems: problems.length,
  };
}

function latestOf(series: readonly Measured[]): PortfolioMaaltall['latest'] {
  const latest = series.at(-1);
  return latest === undefined ? null : { date: latest.date, value: latest.value };
}

/** A programme of which no document is known: what its sheets are shown under. */
export function unknownProgram(programId: ProgramId): ProgramRows {
  return {
    programId,
    name: '',
    periodFrom: null,
    periodTo: null,
    hoursPerAarsverk: DEFAULT_AARSVERK_HOURS,
    gevinstWord: 'gevinst',
    enheter: [],
    maaltall: [],
    problems: 0,
  };
}
