/**
 * Which years count, and how many hours an årsverk has: as the sheet's programme has set it, else as
 * is usual.
 */
import { useMemo } from 'react';
import { create } from 'zustand';
import { type Period, planPeriod } from '../../../shared/gevinst/amounts.ts';
import { DEFAULT_AARSVERK_HOURS } from '../../../shared/gevinst/calculators.ts';
import { useHeader } from '../../sheet/session.tsx';
import { useToday } from '../useToday.ts';

/** What a programme sets for all its sheets. */
export interface ProgramPlan {
  readonly period: Period;
  readonly hoursPerAarsverk: number;
}

export interface Plan extends ProgramPlan {
  /** False while the sheet is in no programme, or its programme is not known yet. */
  readonly isFromProgram: boolean;
}

const useProgramPlan = create<{ readonly program: ProgramPlan | undefined }>(() => ({
  program: undefined,
}));

/** Tells what the open sheet's programme has set; undefined when it is in none. */
export function setPlan(program: ProgramPlan | undefined): void {
  useProgramPlan.setState({ program });
}

/** What the programme has set, else the plan that is made in the year of a day (`YYYY-MM-DD`). */
export function planOn(day: string): Plan {
  return planOf(useProgramPlan.getState().program, day);
}

function planOf(program: ProgramPlan | undefined, day: string): Plan {
  if (program !== undefined) return { ...program, isFromProgram: true };
  return {
    period: planPeriod(day),
    hoursPerAarsverk: DEFAULT_AARSVERK_HOURS,
    isFromProgram: false,
  };
}

/** The plan of the open sheet. Without a programme it follows the sheet's date, else today. */
export function usePlan(): Plan {
  const program = useProgramPlan((state) => state.program);
  const { date } = useHeader();
  const today = useToday();
  const day = date ?? today;
  return useMemo(() => planOf(program, day), [program, day]);
}
