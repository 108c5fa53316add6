/** The enheter and sheets of the programme, for names and for choosing. */
import { createContext, useContext } from 'react';
import type { EnhetId } from '../../shared/ids/ids.ts';
import type { SheetInProgram } from '../api/programs.ts';

export interface PlacedEnhet {
  readonly id: EnhetId;
  readonly name: string;
  /** How many stand above it. */
  readonly depth: number;
}

export interface ProgramPlaces {
  /** Each before those under it. */
  readonly enheter: readonly PlacedEnhet[];
  readonly sheets: readonly SheetInProgram[];
}

const NOWHERE: ProgramPlaces = { enheter: [], sheets: [] };

/** What every row names is told apart, so that rows are not drawn anew when the sheets come. */
export const EnheterProvider = createContext(NOWHERE.enheter);
export const PlacesProvider = createContext(NOWHERE);

export function useEnheter(): readonly PlacedEnhet[] {
  return useContext(EnheterProvider);
}

export function usePlaces(): ProgramPlaces {
  return useContext(PlacesProvider);
}
