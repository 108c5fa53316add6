/** What the read model keeps of a programme's own document. */
import { DEFAULT_AARSVERK_HOURS } from '../../shared/gevinst/calculators.ts';
import type { ProgramId } from '../../shared/ids/ids.ts';
import type { PortfolioMaaltall, ProgramEnhet } from '../../shared/portfolio/portfolio.ts';

export interface ProgramRows {
  readonly programId: ProgramId;
  readonly name: string;
  /** Years, both ends included; null where nobody has set them. */
  readonly periodFrom: number | null;
  readonly periodTo: number | null;
  readonly hoursPerAarsverk: number;
  readonly gevinstWord: string;
  /** In the programme's order; each one's parent is another one of them, without circles. */
  readonly enheter: readonly ProgramEnhet[];
  readonly maaltall: readonly Omit<PortfolioMaaltall, 'sums'>[];
  readonly problems: number;
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
